import { localDay } from '../../core/base/localDay';
import { ok } from '../../core/base/Result';
import type { Problem } from '../../core/base/Problem';
import { problem } from '../../core/base/Problem';
import { summarize } from '../../core/runs/summarize';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { readsSource } from '../../core/sync/SyncContactsAction';
import { isSameSource, type SyncLedger } from '../../core/sync/SyncLedger';
import type { BoundSync } from '../../core/workflows/Intent';
import type { Environment, Tables } from '../Environment';
import { forgetParcel } from '../bridge/Waybill';
import { getSource } from '../requests/records';
import type { AddressOf } from '../requests/addressBook';
import { definitionParcelOf } from './activateSync';
import { dropDestinationRows, writeDestinationRows } from './destinationsView';
import { changeSync, getSync, putSyncLedger, readSyncLedger, removeSync } from './syncStore';

export interface EndedSync {
  readonly env: Environment;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly requestId: string;
  readonly bound: BoundSync;
  readonly targetIds: readonly string[];
  readonly outcomes: readonly TargetOutcome[];
  readonly addressOf: AddressOf;
  /** Why it ended before every destination had its turn. */
  readonly reason: Problem | undefined;
}

const isClean = ({ status, failed }: TargetOutcome): boolean => status === 'done' && failed === 0;

/** What is remembered from now on. A destination that was not visited holds what it held: where something is new, it is behind. */
const after = (before: SyncLedger, { bound, outcomes, targetIds, ledger, requestId }: EndedSync): SyncLedger => {
  const ended = new Map(outcomes.map((one) => [one.targetId, one]));
  const leavers = new Set(bound.leavers);
  const isOver = (userId: string): boolean => {
    const outcome = ended.get(userId);
    return outcome?.status === 'gone' || (leavers.has(userId) && outcome !== undefined && isClean(outcome));
  };
  const forgotten = new Set(bound.forgotten);
  const userIds = [...new Set([...before.userIds, ...targetIds])].filter((id) => !forgotten.has(id) && !isOver(id)).sort();
  const visited = new Set(targetIds);
  const late = new Set(before.behind);
  const read = readsSource(bound) ? getSource(ledger, requestId, 0) : undefined;
  const source = read === undefined ? before.source : { fingerprint: read.fingerprint, index: read.index, groupName: bound.groupName };
  const isNew = !isSameSource(before.source, source) || bound.revision !== before.revision;
  const behind = userIds.filter((id) => {
    if (!visited.has(id)) return isNew || late.has(id);
    const outcome = ended.get(id);
    return outcome === undefined || !isClean(outcome);
  });
  const [holding, overdue] = [new Set(userIds), new Set(behind)];
  const takenOut = (before.takenOut ?? []).filter((id) => holding.has(id) && (overdue.has(id) || !visited.has(id)));
  const putBack: Record<string, string> = {};
  for (const id of userIds) {
    const text = ended.has(id) ? (ended.get(id)?.putBack ?? '') : (before.putBack[id] ?? '');
    if (text !== '') putBack[id] = text;
  }
  return {
    userIds,
    users: bound.users,
    behind,
    ...(takenOut.length === 0 ? {} : { takenOut }),
    putBack,
    revision: bound.revision,
    ...(before.approved === undefined || !behind.some((id) => visited.has(id)) ? {} : { approved: before.approved }),
    ...(source === undefined ? {} : { source }),
  };
};

const troubleOf = (behind: number, reason: Problem | undefined): Problem | undefined =>
  reason ?? (behind === 0 ? undefined : problem('sync.someBehind', { count: behind }));

/** B6: what was taken back is missing at destinations from now on, whatever the source says: the next run would bring it. */
const recordUndo = ({ env, ledger, workbook, bound: { sync }, outcomes, addressOf }: EndedSync): void => {
  if (!getSync(env, sync.id).ok) return;
  const before = readSyncLedger(ledger, sync.id);
  const known = new Set(before.userIds);
  const visited = outcomes.filter(({ targetId }) => known.has(targetId));
  putSyncLedger(ledger, sync.id, {
    ...before,
    behind: [...new Set([...before.behind, ...visited.map(({ targetId }) => targetId)])].sort(),
  });
  writeDestinationRows(workbook, sync, visited, addressOf, env.now());
  if (outcomes.length > 0) changeSync(env, sync.id, (current) => ok({ ...current, ranAt: env.now(), outcome: summarize(outcomes) }));
};

/** What a run of a sync came to: for the next one, for who looks at the sync, and for each destination. Doing it again changes nothing. */
export const recordSyncRun = (ended: EndedSync): void => {
  const { env, ledger, workbook, bound, outcomes, targetIds, addressOf, reason } = ended;
  const { sync, purpose, night, checksDrift, revision } = bound;
  if (purpose === 'undo') return recordUndo(ended);
  const [left, visited] = [new Set(bound.leavers), new Set(targetIds)];
  const ran = outcomes.length > 0 || (reason === undefined && bound.later !== true && targetIds.length === 0);
  const before = readSyncLedger(ledger, sync.id);
  const state = ran ? after(before, ended) : before;
  if (purpose === 'remove' && ran && state.userIds.length === 0) {
    removeSync(env, ledger, sync.id);
    forgetParcel(env, definitionParcelOf(sync.id));
    dropDestinationRows(workbook, sync.id);
    return;
  }
  if (ran) {
    putSyncLedger(ledger, sync.id, state);
    // Tens of thousands of destinations that are as they were need no row written each night.
    const [known, late] = [new Set(before.userIds), new Set(before.behind)];
    const isNews = ({ targetId, created, changed = 0, deleted = 0, reason }: TargetOutcome): boolean =>
      reason !== undefined || created + changed + deleted > 0 || !known.has(targetId) || late.has(targetId);
    const stays = new Set(state.userIds);
    const gone = new Set([...bound.forgotten, ...targetIds.filter((id) => left.has(id) && !stays.has(id))]);
    const news = outcomes.filter((one) => isNews(one) && !gone.has(one.targetId));
    writeDestinationRows(workbook, sync, news, addressOf, env.now());
    dropDestinationRows(workbook, sync.id, [...gone]);
  }
  // Who changed the source between preview and run is no reason to wait for another night.
  const isOver = reason?.code !== 'run.sourceChanged';
  const today = localDay(env.now(), env.who.timeZone).date;
  changeSync(env, sync.id, (current) => {
    const { reason: _before, ...rest } = current;
    // Of those who are suspended nobody is told: nothing can be done.
    const behind = state.behind.filter((id) => visited.has(id));
    const why =
      purpose === 'remove'
        ? (reason ?? problem('sync.notEmptied', { count: state.userIds.length }))
        : troubleOf(behind.length, isOver ? reason : undefined);
    return ok({
      ...rest,
      // What was emptied is not filled again by the next night.
      state: purpose === 'remove' ? 'paused' : current.state === 'held' ? 'active' : current.state,
      last: {
        night: night !== '' && isOver ? night : current.last.night,
        driftCheck: ran && checksDrift ? today : current.last.driftCheck,
        revision: ran ? Math.max(current.last.revision, revision) : current.last.revision,
      },
      ...(ran ? { ranAt: env.now(), outcome: summarize(outcomes), destinations: state.userIds.length } : {}),
      ...(why === undefined ? { told: '' } : { reason: why }),
    });
  });
};
