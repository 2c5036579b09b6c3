import { sha256Hex } from '../../core/base/digest';
import { localDay } from '../../core/base/localDay';
import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { noTotals } from '../../core/runs/summarize';
import { ruleDigest, type StandingApproval } from '../../core/sync/StandingApproval';
import { encodeSyncEntry, type SyncEntry } from '../../core/sync/SyncEntry';
import type { SyncLedger } from '../../core/sync/SyncLedger';
import type { BoundSync } from '../../core/workflows/Intent';
import { eventOf } from '../audit/auditEvents';
import { openParcel, sendParcel } from '../bridge/parcel';
import type { Environment, Tables } from '../Environment';
import { dropDestinationRows } from './destinationsView';
import { syncDeeds } from '../undo/syncDeeds';
import { changeSync, getSync, putDefinition, putStanding, putSyncLedger, readSyncLedger, syncKey } from './syncStore';

/** The parcel that shows cards what a sync does; what counts is in the ledger. */
export const definitionParcelOf = (syncId: string): string => `sync-${syncId}`;

const nothingYet = (night: string): Pick<SyncEntry, 'last' | 'ranAt' | 'outcome' | 'destinations' | 'told'> => ({
  last: { night, driftCheck: '', revision: 0 },
  ranAt: 0,
  outcome: noTotals,
  destinations: 0,
  told: '',
});

/** G47: what was approved about destinations that are taken out holds, also when it is a later run that carries it out. */
const agreedOn = (before: SyncLedger, { counts, forgotten, takenOut }: BoundSync): SyncLedger => {
  const dropped = new Set(forgotten);
  const stays = (id: string): boolean => !dropped.has(id);
  const { userIds, behind } = before;
  return {
    ...before,
    userIds: userIds.filter(stays),
    behind: behind.filter(stays),
    takenOut: (takenOut?.userIds ?? []).filter(stays),
    approved: counts,
  };
};

/**
 * An approved request makes the sync, or changes it: definition and standing approval go into the ledger, their digests into script
 * properties. Doing it again changes nothing.
 */
const save = (
  env: Environment,
  ledger: Tables,
  workbook: Tables,
  entry: RequestEntry,
  bound: BoundSync,
  operatorId: string,
): Result<void> => {
  const { sync, standing, revision, later } = bound;
  const known = getSync(env, sync.id);
  if (known.ok && known.value.revision >= revision) return ok(undefined);
  const definition = putDefinition(ledger, sync);
  const { caps, until } = standing ?? { caps: { creates: 0, deletes: 0, growth: 0, shrinkage: 0 }, until: 0 };
  const approvedBy = [...entry.deciders];
  const approval: StandingApproval = { syncId: sync.id, rule: ruleDigest(sync), caps, until, requestId: entry.id, approvedBy };
  const approvalDigest = putStanding(ledger, approval);
  putSyncLedger(ledger, sync.id, agreedOn(readSyncLedger(ledger, sync.id), bound));
  dropDestinationRows(workbook, sync.id, bound.forgotten);
  const night = localDay(env.now(), env.who.timeZone).date;
  const before = known.ok ? known.value : nothingYet(night);
  const next: SyncEntry = {
    id: sync.id,
    name: sync.name,
    type: sync.source.kind,
    state: known.ok && known.value.state === 'paused' ? 'paused' : 'active',
    ownerId: entry.requesterId,
    revision,
    definition,
    approval: approvalDigest,
    nightly: sync.nightly,
    drift: sync.drift,
    last: { ...before.last, ...(later === true ? { night, revision } : {}) },
    ranAt: before.ranAt,
    outcome: before.outcome,
    destinations: before.destinations,
    until,
    told: '',
  };
  const event = eventOf(env, { what: known.ok ? 'sync.changed' : 'sync.made', subject: sync.id, details: `request=${entry.id}` });
  const stored = env.locked(() => env.authority.setAll({ [syncKey(sync.id)]: encodeSyncEntry(next), ...event }));
  if (!stored.ok) return stored;
  return showDefinition(env, workbook, sync.id, JSON.stringify(sync), operatorId);
};

/** Puts the definition where cards read it, when it is not there as it was approved. */
export const showDefinition = (env: Environment, workbook: Tables, syncId: string, text: string, operatorId: string): Result<void> => {
  const id = definitionParcelOf(syncId);
  const shown = openParcel(env, workbook, { id, authorIds: [operatorId], digest: sha256Hex(text) });
  return shown.ok ? ok(undefined) : sendParcel(env, workbook, { id, kind: 'sync', authorId: operatorId, text });
};

/** B6: a sync whose run is taken back would bring it all back. It goes on when somebody resumes it. */
const pauseFor = (env: Environment, ledger: Tables, { sync, undoes = '' }: BoundSync, entry: RequestEntry): Result<void> => {
  const deeds = syncDeeds(ledger, undoes);
  if (!deeds.ok) return deeds;
  const known = getSync(env, sync.id);
  if (!known.ok || known.value.state === 'paused') return ok(undefined);
  const paused = changeSync(env, sync.id, (current) => ok({ ...current, state: 'paused', reason: problem('undo.syncPaused') }));
  if (!paused.ok) return paused;
  env.authority.setAll(eventOf(env, { what: 'sync.paused', subject: sync.id, details: `request=${entry.id}` }));
  return ok(undefined);
};

/** What an approved request about a sync does before its run: nothing of it counted until now. */
export const activateSync = (
  env: Environment,
  ledger: Tables,
  workbook: Tables,
  entry: RequestEntry,
  bound: BoundSync,
  operatorId: string,
): Result<void> => {
  if (bound.purpose === 'save') return save(env, ledger, workbook, entry, bound, operatorId);
  if (bound.purpose === 'undo') return pauseFor(env, ledger, bound, entry);
  if (bound.purpose !== 'remove') return ok(undefined);
  // An execution that was killed right after the sync was gone ends what is left of its request.
  if (!getSync(env, bound.sync.id).ok) return ok(undefined);
  const changed = changeSync(env, bound.sync.id, (current) => ok({ ...current, state: 'deleting' }));
  return changed.ok ? ok(undefined) : changed;
};
