import { explain } from '../../core/base/explain';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { addEfforts, noEffort } from '../../core/plan/Effort';
import { timeOfTarget } from '../../core/plan/estimateTime';
import { unitsOf } from '../../core/plan/PlannedCalls';
import { nextQuotaDay } from '../../core/plan/quotaDay';
import { unitCosts } from '../../core/plan/quotas';
import { chooseCanaries } from '../../core/runs/chooseCanaries';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { runWaves } from '../../engine/runWaves';
import type { KeyedTask } from '../../engine/waves';
import type { OperationId } from '../../google/operations';
import { costOf } from '../../google/quotas';
import { untouched } from '../apply/untouched';
import type { ActionOutcome } from '../requests/records';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { ActionWork } from './ActionWork';
import { marginOf } from './doTask';
import { journalLasts, journalValues } from './journal';
import type { RunWork } from './RunWork';
import { isStopped } from './stopRun';
import { targetRound } from './targetRound';

/**
 * Writes one action into its open targets, and records how each ended while others go on. The gone and suspended are left out and
 * said so; nobody is added. What did not end is a later slice's: from its checkpoint where it has one, else from what its marks tell.
 *
 * B15: in a large run the first targets go ahead and are read again. A failure there that is not the account's own ends the run; the
 * others begin when one of them is found to be as it should, or none is left that could tell.
 */
export const actOnTargets = (
  work: RunWork,
  action: number,
  { leavesOut, task, callsFor }: ActionWork,
  ended: ReadonlyMap<string, ActionOutcome>,
  parked: ReadonlyMap<string, Checkpoint>,
  /** When those are looked at again at which an earlier action has not ended. Milliseconds since the epoch. */
  held: ReadonlyMap<string, number>,
): Result<void> => {
  const { env, intent, users } = work;
  const { requestId, targetIds } = intent;
  const bound = intent.actions[action];
  if (bound === undefined) throw new Error(`no action ${action}`);
  const isReachable = (user: DirectoryUser | undefined): boolean => user !== undefined && leavesOut(user) === undefined;
  const canaries = chooseCanaries(targetIds, bound.creates, (targetId) => ended.has(targetId) || isReachable(users.get(targetId)));
  const round = targetRound(work, action, parked);
  const positions = new Map(targetIds.map((targetId, position) => [targetId, position]));
  const { perMinute } = configuredQuotas(env);
  let journal = { at: -Infinity, targets: new Set<string>() };
  const beforeWrites = (keys: readonly string[], writing: readonly string[], operation: OperationId): Problem | void => {
    if (isStopped(env, requestId)) return problem('run.stopped');
    round.storeParked();
    const at = env.now();
    if (at < journal.at + journalLasts && keys.every((key) => journal.targets.has(key))) return;
    journal = { at, targets: new Set(writing) };
    const wave = { ...noEffort, writes: keys.length, dailyContactWrites: keys.length * (costOf(operation).dailyContactWrites ?? 0) };
    const effort = addEfforts(work.effort(), wave);
    const inFlight = { requestId, action, at, positions: writing.map((key) => positions.get(key) ?? 0), effort };
    work.renew({ ...journalValues(inFlight), ...work.progress.note() });
  };
  const verified = new Set<string>();
  // What those that have begun will still take of the day's contact writes.
  const begun = new Map<string, number>();
  const begin = (targetId: string, { created }: Checkpoint): void =>
    void begun.set(targetId, unitsOf(callsFor(targetId, created)).dailyContactWrites);
  const taskFor = (user: DirectoryUser): KeyedTask<TargetOutcome> => {
    const from = round.from(user.id);
    const tell = (checkpoint: Checkpoint): void => {
      begin(user.id, checkpoint);
      round.tell(user.id, checkpoint);
    };
    const verify = canaries.includes(user.id) ? { verified: () => void verified.add(user.id) } : {};
    return {
      key: user.id,
      task: () => {
        begin(user.id, from);
        return task(user, { from, tell, ...verify });
      },
      takes: timeOfTarget(callsFor(user.id, from.created), perMinute),
    };
  };

  const [ahead, others]: [DirectoryUser[], DirectoryUser[]] = [[], []];
  for (const targetId of targetIds.filter((one) => !ended.has(one))) {
    const user = users.get(targetId);
    const from = round.from(targetId);
    const left = user === undefined ? undefined : leavesOut(user);
    if (user === undefined) round.end({ ...untouched(targetId, problem('target.accountGone'), from), status: 'gone' });
    else if (held.has(targetId)) round.leave(held.get(targetId) ?? 0);
    else if (left !== undefined) round.end(untouched(targetId, left, from));
    else if (from.until > env.now()) round.leave(from.until);
    else (canaries.includes(targetId) ? ahead : others).push(user);
  }
  const [isCanary, over] = [new Set(canaries), new Set<string>()];
  // An earlier slice went on to the others when one of these ended well, or when it left one of them in the middle.
  let mayFollow = canaries.length === 0 || canaries.some((one) => ended.get(one)?.status === 'done');
  mayFollow ||= [...parked.keys()].some((targetId) => !isCanary.has(targetId));
  const follow = (): boolean => {
    const found = canaries.map((one) => (verified.has(one) ? 'done' : (round.ended.get(one) ?? ended.get(one)?.status)));
    const areLookedAt = ahead.every(({ id }) => verified.has(id) || over.has(id)) && round.failure() === undefined;
    return areLookedAt && (found.includes('done') || !found.includes(undefined));
  };
  let spent: Problem | undefined;
  // Who begins on what is left of a day's budget, and does not end, is read again the next day: one alone, if it can write anything.
  const fitsIntoDay = (targetId: string): boolean => {
    const calls = callsFor(targetId, round.from(targetId).created);
    const taken = [...begun.values()].reduce((sum, one) => sum + one, 0);
    const left = env.contactWritesLeft?.() ?? Infinity;
    const fits = taken + unitsOf(calls).dailyContactWrites <= left;
    if (fits || begun.size > 0) return fits;
    if (left >= (calls.writeBatch > 0 ? unitCosts.writeBatch : unitCosts.writeContact).dailyContactWrites) return true;
    spent = problem('run.dayBudget', { budget: 'contactWrites', until: nextQuotaDay(env.now()) });
    return false;
  };
  let waits = false;
  try {
    const { stopped } = runWaves([...ahead, ...others].map(taskFor), env, {
      margin: marginOf(env),
      beforeWrites,
      mayStart: (key) => (isCanary.has(key) || (mayFollow ||= follow())) && fitsIntoDay(key),
      onOutcome: (key, outcome) => {
        over.add(key);
        begun.delete(key);
        if (isCanary.has(key) || (mayFollow ||= follow())) return round.receive(key, outcome);
        waits = true;
        return undefined;
      },
    });
    const failure = mayFollow ? undefined : round.failure();
    if (failure !== undefined) return fail(problem('run.canaryFailed', { ...explain(failure) }));
    // Those who wait for the first targets say nothing about when it goes on.
    const rest = stopped ?? spent ?? round.rest() ?? (waits ? problem('run.outOfTime') : undefined);
    return rest === undefined ? ok(undefined) : fail(rest);
  } finally {
    round.store();
  }
};
