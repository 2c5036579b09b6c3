import { isClosed } from '../../core/approvals/RequestState';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeSync } from '../../core/sync/decodeSync';
import type { Sync } from '../../core/sync/Sync';
import type { SyncEntry, SyncState } from '../../core/sync/SyncEntry';
import type { Actor } from '../actors/identify';
import { eventOf } from '../audit/auditEvents';
import { openParcel } from '../bridge/parcel';
import { forgetParcel } from '../bridge/Waybill';
import { setPending } from '../bridge/Question';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { openWorkbook } from '../setUp/openFiles';
import { syncDueAt } from './doNights';
import { definitionParcelOf } from './activateSync';
import { findOwnSync, openRequestOf } from './askForSync';
import { dropDestinationRows, readDestinationRows, type DestinationLine } from './destinationsView';
import { changeSync, listSyncs, markDeleted } from './syncStore';
import type { RequestEntry } from '../../core/approvals/RequestEntry';

/** G8: the syncs that a person may see, and the requests for those that are not there yet. */
export const showSyncs = (env: Environment, actor: Actor): { readonly syncs: SyncEntry[]; readonly asked: RequestEntry[] } => {
  const all = env.authority.all();
  const syncs = listSyncs(env, all);
  const known = new Set(syncs.map(({ id }) => id));
  const isOwn = (id: string): boolean => !actor.isDelegate || id === actor.user.id;
  return {
    syncs: syncs.filter(({ ownerId }) => isOwn(ownerId)),
    asked: listEntries(env, all).filter(
      ({ sync, undoes, state, requesterId }) =>
        sync !== undefined && undoes === undefined && !known.has(sync) && !isClosed(state) && isOwn(requesterId),
    ),
  };
};

/** G48: one sync, what it does, and how its destinations are. */
export interface SyncRecord {
  readonly entry: SyncEntry;
  readonly sync: Result<Sync>;
  readonly destinations: readonly DestinationLine[];
  /** The request about it that is not closed yet. */
  readonly request?: RequestEntry;
  /** The last one that ran. */
  readonly lastRun?: RequestEntry;
  /** When it runs next by itself, in milliseconds since the epoch; Infinity: never. */
  readonly nextAt: number;
}

const ran: readonly RequestEntry['state'][] = ['done', 'partlyDone', 'failed', 'stopped'];

/** The newest request of a sync that ran, or failed. */
const lastRunOf = (env: Environment, syncId: string): RequestEntry | undefined =>
  listEntries(env)
    .filter(({ sync, state }) => sync === syncId && ran.includes(state))
    .sort((one, other) => other.changedAt - one.changedAt)[0];

/** What a sync does, as the operator put it into the workbook: refused when it is not what was approved. */
export const readShown = (env: Environment, actor: Actor, entry: SyncEntry): Result<Sync> => {
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const asked = { id: definitionParcelOf(entry.id), authorIds: [actor.installation.operatorId], digest: entry.definition };
  const text = openParcel(env, workbook.value, asked);
  const sync = text.ok ? decodeSync(text.value) : undefined;
  if (sync?.source !== undefined) return ok(sync as Sync);
  // The next run of the sync writes it down again.
  forgetParcel(env, asked.id);
  return fail(problem('sync.notToBeSeen', { name: entry.name }));
};

export const showSync = (env: Environment, actor: Actor, syncId: string): Result<SyncRecord> => {
  const entry = findOwnSync(env, actor, syncId);
  if (!entry.ok) return entry;
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const sync = readShown(env, actor, entry.value);
  const request = openRequestOf(env, syncId);
  const lastRun = lastRunOf(env, syncId);
  return ok({
    entry: entry.value,
    sync,
    destinations: readDestinationRows(workbook.value, syncId),
    ...(request === undefined ? {} : { request }),
    ...(lastRun === undefined ? {} : { lastRun }),
    nextAt: syncDueAt(env, entry.value),
  });
};

const setState = (env: Environment, actor: Actor, syncId: string, state: SyncState): Result<SyncEntry> => {
  const own = findOwnSync(env, actor, syncId);
  const changed = own.ok
    ? changeSync(env, syncId, (entry) =>
        entry.state === 'deleting' ? fail(problem('sync.busy', { name: entry.name })) : ok({ ...entry, state }),
      )
    : own;
  if (changed.ok) {
    env.authority.setAll(eventOf(env, { what: `sync.${state}`, subject: syncId, details: '' }));
    setPending(env);
  }
  return changed;
};

export const pauseSync = (env: Environment, actor: Actor, syncId: string): Result<SyncEntry> => setState(env, actor, syncId, 'paused');
export const resumeSync = (env: Environment, actor: Actor, syncId: string): Result<SyncEntry> => setState(env, actor, syncId, 'active');

/** G47: the sync goes, what it delivered stays where it is. Nothing is written at a destination, so nobody has to approve it. */
export const deleteSyncAlone = (env: Environment, actor: Actor, syncId: string): Result<void> => {
  const own = findOwnSync(env, actor, syncId);
  if (!own.ok) return own;
  const open = openRequestOf(env, syncId);
  if (open !== undefined) return fail(problem('sync.busy', { name: own.value.name, request: open.id }));
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const told = env.authority.setAll(eventOf(env, { what: 'sync.deleted', subject: syncId, details: '' }));
  if (!told.ok) return told;
  const marked = markDeleted(env, syncId);
  if (!marked.ok) return marked;
  forgetParcel(env, definitionParcelOf(syncId));
  dropDestinationRows(workbook.value, syncId);
  return ok(undefined);
};
