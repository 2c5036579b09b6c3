import { listEntries } from '../requests/requestStore';
import type { Environment } from '../Environment';
import { dropOldUploads } from '../imports/uploadStore';
import type { Installation } from '../setUp/Installation';
import { dropParcel } from './parcel';
import { findQuestion } from './Question';
import { listWaybills, parcelLifetime, type Waybill } from './Waybill';

/** What a sync does is shown as long as there is the sync. */
const isOld = ({ kind, at }: Waybill, now: number): boolean => (kind !== 'sync' || at === 0) && at + parcelLifetime < now;

/** An order travels before its request is stored; the execution that does both is over by then (https://developers.google.com/apps-script/guides/services/quotas). */
const onItsWay = 10 * 60_000;

/** Whether a look for work would find parcels to clear away. */
export const hasOldParcels = (all: Readonly<Record<string, string>>, now: number): boolean =>
  listWaybills(all).some(({ waybill }) => isOld(waybill, now));

/** Removes parcels that nobody will open: of closed requests, of discarded drafts, and what is older than a day. Uploads, too. */
export const clearParcels = (env: Environment, installation: Installation): void => {
  const all = env.authority.all();
  const states = new Map(listEntries(env, all).map((entry) => [entry.id, entry.state]));
  const stray = listWaybills(all).filter(({ id, waybill }) => {
    if (waybill.kind !== 'order') return isOld(waybill, env.now()) && findQuestion(env, id) === undefined;
    const state = states.get(id);
    return state === undefined ? waybill.at + onItsWay < env.now() : state !== 'preparing';
  });
  const workbook = stray.length === 0 ? undefined : env.workbook(installation.workbookId);
  if (workbook?.ok === true) for (const { id } of stray) dropParcel(env, workbook.value, id);
  dropOldUploads(env, all);
};
