import { nextDayAt } from '../../core/base/localDay';
import { ok, type Result } from '../../core/base/Result';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { dueWork, nightHour, type DueWork } from '../../core/sync/dueWork';
import { scheduleOf, type SyncEntry } from '../../core/sync/SyncEntry';
import { answerQuestion } from '../bridge/answerQuestion';
import { findQuestion, queueQuestion } from '../bridge/Question';
import type { Environment, Tables } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { putAddresses, putOrder } from '../requests/records';
import { changeRequest, listEntries } from '../requests/requestStore';
import { pauseFor } from '../runs/pause';
import { READ_LAG } from '../runs/settleTarget';
import { forgetTrouble, noteTrouble, restsUntil, troubleIn } from '../runs/trouble';
import type { Installation } from '../setUp/Installation';
import { showDefinition } from './activateSync';
import { askForNight } from './askForSync';
import { holdSync } from './holdSync';
import { orderOfSync, type SyncOrder } from './orderOfSync';
import { settleSync } from './settleSync';
import { changeSync, deletedSyncs, listSyncs, putSyncLedger, readDefinition, removeSync } from './syncStore';

/** Runs of syncs that are under way at once: requests are few, and people need room for theirs. */
const atOnce = 20;

/** A request that the sync's next night would get in the way of. One that waits for a person does not stop the nights. */
const underWay: readonly RequestEntry['state'][] = ['preparing', 'approved', 'running'];

/** Tells when the night after a date comes. Hundreds of syncs had their last night on the same few days. */
const nightsAfter = ({ now, who }: Environment): ((date: string) => number) => {
  const nights = new Map<string, number>();
  return (date) => {
    const at = nights.get(date) ?? nextDayAt(nightHour, date, now(), who.timeZone);
    nights.set(date, at);
    return at;
  };
};

const dueAt = (entry: SyncEntry, now: number, nightAfter: (date: string) => number, restsUntil: number): number => {
  const { paused, nightly, revision } = scheduleOf(entry);
  if (paused) return Infinity;
  const at = revision > entry.last.revision ? now : nightly ? nightAfter(entry.last.night) : Infinity;
  // What was written just now may not show yet.
  return Math.max(at, entry.ranAt === 0 ? 0 : entry.ranAt + READ_LAG, restsUntil);
};

/** When there is something to do for a sync; Infinity: not by itself. */
export const syncDueAt = (env: Environment, entry: SyncEntry): number =>
  dueAt(entry, env.now(), nightsAfter(env), restsUntil(env, entry.id));

/** The same for all, out of one read of the store. */
const dueTimes = (env: Environment, all: Readonly<Record<string, string>>): (readonly [entry: SyncEntry, at: number])[] => {
  const nightAfter = nightsAfter(env);
  return listSyncs(env, all).map((entry) => [entry, dueAt(entry, env.now(), nightAfter, troubleIn(all, entry.id)?.until ?? 0)]);
};

const isUnderWay = (entries: readonly RequestEntry[], { id }: SyncEntry): boolean =>
  entries.some((one) => one.sync === id && underWay.includes(one.state));

/** When the next night of any sync begins; undefined: none will. What is under way says so itself. */
export const nextNight = (env: Environment, all: Readonly<Record<string, string>>): number | undefined => {
  const entries = listEntries(env, all);
  const times = dueTimes(env, all).flatMap(([entry, at]) => (isUnderWay(entries, entry) ? [] : [at]));
  const next = times.reduce((first, one) => Math.min(first, one), Infinity);
  return next < Infinity ? next : undefined;
};

/** Nothing changed, and nobody is looked at: no destination costs a call. */
const noteUnchanged = (env: Environment, ledger: Tables, entry: SyncEntry, due: DueWork, { action, before }: SyncOrder): void => {
  const forgotten = new Set(action.forgotten);
  const { users } = action;
  if (forgotten.size > 0 || JSON.stringify(users) !== JSON.stringify(before.users)) {
    const stays = (id: string): boolean => !forgotten.has(id);
    putSyncLedger(ledger, entry.id, { ...before, users, userIds: before.userIds.filter(stays), behind: before.behind.filter(stays) });
  }
  changeSync(env, entry.id, (current) => {
    const { reason, ...rest } = current;
    const isHeld = current.state === 'held';
    return ok({
      ...rest,
      ...(reason === undefined || isHeld ? {} : { reason }),
      state: isHeld ? 'active' : current.state,
      told: isHeld ? '' : current.told,
      last: { ...current.last, night: due.date, revision: current.revision },
    });
  });
  env.log('sync.unchanged', { sync: entry.id });
};

const beginNight = (
  { env, installation, ledger }: { readonly env: Environment; readonly installation: Installation; readonly ledger: Tables },
  entry: SyncEntry,
  due: DueWork,
): Result<void> => {
  const night = due.kind === 'night' ? due.date : '';
  const sync = readDefinition(ledger, entry);
  const workbook = env.workbook(installation.workbookId);
  const { revision } = entry;
  const found = sync.ok
    ? orderOfSync(env, installation, ledger, {
        purpose: 'night',
        sync: sync.value,
        revision,
        night,
        checksDrift: due.checksDrift,
      })
    : sync;
  if (!found.ok) {
    const isOver = !isPassing(found.problem);
    if (!isOver) pauseFor(env, found.problem);
    const why = isOver ? found.problem : noteTrouble(env, entry.id, found.problem);
    if (why !== undefined) holdSync(env, installation, entry.id, why, due.date);
    if (isOver || why !== undefined) forgetTrouble(env, entry.id);
    return ok(undefined);
  }
  forgetTrouble(env, entry.id);
  if (sync.ok && workbook.ok) showDefinition(env, workbook.value, entry.id, JSON.stringify(sync.value), installation.operatorId);
  const [objection] = found.value.problems;
  if (objection !== undefined) {
    holdSync(env, installation, entry.id, objection, due.date);
    return ok(undefined);
  }
  const { order, addresses } = found.value;
  if (order.targetIds.length === 0) {
    noteUnchanged(env, ledger, entry, due, found.value);
    return ok(undefined);
  }
  const asked = askForNight(env, entry, (requestId) => {
    putAddresses(ledger, requestId, addresses);
    putOrder(ledger, requestId, order);
  });
  if (!asked.ok) return asked;
  const question = findQuestion(env, asked.value.id);
  if (question !== undefined) answerQuestion(env, installation, question);
  return ok(undefined);
};

/** An order travels, and its question is queued, within one execution (https://developers.google.com/apps-script/guides/services/quotas). */
const onItsWay = 10 * 60_000;

/** Requests about syncs that nobody will prepare, because an execution was killed before it queued the question. */
const mendUnasked = (env: Environment, entries: readonly RequestEntry[]): void => {
  for (const { id, sync, state, night, requesterId, createdAt } of entries) {
    if (sync === undefined || state !== 'preparing' || findQuestion(env, id) !== undefined) continue;
    if (night === true) queueQuestion(env, { kind: 'prepare', id, askedBy: requesterId, askedAt: env.now(), purpose: 'night' });
    else if (createdAt + onItsWay < env.now()) changeRequest(env, id, (current) => advance(current, 'withdrawn', env.now()));
  }
};

/** What is due of all syncs, as far as the time goes: the source is read once, and where nothing changed that is all. */
export const doNights = (env: Environment, installation: Installation, timeIsUp: () => boolean): void => {
  const all = env.authority.all();
  const due = dueTimes(env, all).flatMap(([entry, at]) => (at <= env.now() ? [entry] : []));
  const entries = listEntries(env, all);
  mendUnasked(env, entries);
  const prepared = entries.filter(({ sync, state }) => sync !== undefined && state === 'prepared');
  const deleted = deletedSyncs(all);
  if (due.length + prepared.length + deleted.length === 0) return;
  // An execution that was killed right after a preview.
  for (const { id } of prepared) settleSync(env, installation, id);
  const ledger = due.length + deleted.length === 0 ? undefined : env.ledger(installation.ledgerId);
  if (ledger?.ok !== true) return;
  for (const id of deleted) removeSync(env, ledger.value, id);
  for (const entry of due) {
    if (timeIsUp()) return;
    const now = listEntries(env);
    if (now.filter(({ sync, state }) => sync !== undefined && underWay.includes(state)).length >= atOnce) return;
    if (isUnderWay(now, entry)) continue;
    const work = dueWork(scheduleOf(entry), entry.last, env.now(), env.who.timeZone);
    const begun = beginNight({ env, installation, ledger: ledger.value }, entry, work);
    if (!begun.ok) return;
  }
};
