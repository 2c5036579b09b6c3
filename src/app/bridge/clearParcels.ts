import { listEntries } from '../requests/requestStore';
import type { Environment } from '../Environment';
import type { Installation } from '../setUp/Installation';
import { dropParcel } from './parcel';
import { findQuestion } from './Question';
import { listWaybills, parcelLifetime, type Waybill } from './Waybill';

const isOld = (waybill: Waybill, now: number): boolean => waybill.at + parcelLifetime < now;

/** Whether a look for work would find parcels to clear away. */
export const hasOldParcels = (all: Readonly<Record<string, string>>, now: number): boolean =>
  listWaybills(all).some(({ waybill }) => isOld(waybill, now));

/** Removes parcels that nobody will open: of closed requests, of discarded drafts, and what is older than a day. */
export const clearParcels = (env: Environment, installation: Installation): void => {
  const all = env.authority.all();
  const preparing = new Set(listEntries(env, all).flatMap((entry) => (entry.state === 'preparing' ? [entry.id] : [])));
  const stray = listWaybills(all).filter(({ id, waybill }) =>
    waybill.kind === 'order' ? !preparing.has(id) : isOld(waybill, env.now()) && findQuestion(env, id) === undefined,
  );
  const workbook = stray.length === 0 ? undefined : env.workbook(installation.workbookId);
  if (workbook?.ok === true) for (const { id } of stray) dropParcel(env, workbook.value, id);
};
