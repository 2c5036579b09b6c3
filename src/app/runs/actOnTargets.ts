import { explain } from '../../core/base/explain';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { timeOfTarget } from '../../core/plan/estimateTime';
import type { PlannedCalls } from '../../core/plan/PlannedCalls';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { runWaves } from '../../engine/runWaves';
import type { KeyedTask } from '../../engine/waves';
import { untouched } from '../apply/untouched';
import type { ActionOutcome } from '../requests/records';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { ActionWork } from './ActionWork';
import { canaryGate } from './canaryGate';
import { marginOf } from './doTask';
import { fitIntoDay } from './fitIntoDay';
import { journalWaves } from './journalWaves';
import type { RunWork } from './RunWork';
import { targetRound, type TargetRound } from './targetRound';

/** Users to whom something is to be done now. The gone and those left out end here, the parked and held are left for later. */
const openTargets = (
  { env, intent, users }: RunWork,
  leavesOut: ActionWork['leavesOut'],
  round: TargetRound,
  ended: ReadonlyMap<string, ActionOutcome>,
  held: ReadonlyMap<string, number>,
): DirectoryUser[] => {
  const open: DirectoryUser[] = [];
  for (const targetId of intent.targetIds.filter((one) => !ended.has(one))) {
    const user = users.get(targetId);
    const from = round.from(targetId);
    const left = user === undefined ? undefined : leavesOut(user);
    if (user === undefined) round.leaveOut({ ...untouched(targetId, problem('target.accountGone'), from), status: 'gone' });
    else if (held.has(targetId)) round.leave(held.get(targetId) ?? 0);
    else if (left !== undefined) round.leaveOut(untouched(targetId, left, from));
    else if (from.until > env.now()) round.leave(from.until);
    else open.push(user);
  }
  return open;
};

/**
 * Writes one action into its open targets, and records how each ended while others go on. The gone and suspended are left out and
 * said so; nobody is added. What did not end is a later slice's: from its checkpoint where it has one, else from what its marks tell.
 * In a large run the first targets go ahead (`canaryGate`): a failure there that is not the account's own ends the run.
 */
export const actOnTargets = (
  work: RunWork,
  action: number,
  { leavesOut, task, callsFor, triesAgain, sideBySide }: ActionWork,
  ended: ReadonlyMap<string, ActionOutcome>,
  parked: ReadonlyMap<string, Checkpoint>,
  /** When those are looked at again at which an earlier action has not ended. Milliseconds since the epoch. */
  held: ReadonlyMap<string, number>,
): Result<void> => {
  const { env, intent, users } = work;
  const bound = intent.actions[action];
  if (bound === undefined) throw new Error(`no action ${action}`);
  const isReachable = (targetId: string): boolean => {
    const user = users.get(targetId);
    // Nor is an account that is not ready: nobody waits for it.
    const rests = triesAgain !== undefined && (parked.get(targetId)?.until ?? 0) > env.now();
    return user !== undefined && leavesOut(user) === undefined && !rests;
  };
  const { perMinute } = configuredQuotas(env);
  const round = targetRound(work, action, parked, triesAgain);
  const open = openTargets(work, leavesOut, round, ended, held);
  const openIds = open.map(({ id }) => id);
  const gate = canaryGate(intent.targetIds, bound.creates, isReachable, ended, parked, openIds, round);
  const day = fitIntoDay(env);
  const callsFrom = (targetId: string): PlannedCalls => callsFor(targetId, round.from(targetId).created);

  const taskFor = (user: DirectoryUser): KeyedTask<TargetOutcome> => {
    const tell = (checkpoint: Checkpoint): void => {
      day.begin(user.id, callsFor(user.id, checkpoint.created));
      round.tell(user.id, checkpoint);
    };
    const verify = gate.isCanary(user.id) ? { verified: () => gate.verify(user.id) } : {};
    return {
      key: user.id,
      task: () => {
        day.begin(user.id, callsFrom(user.id));
        return task(user, { from: round.from(user.id), tell, ...verify });
      },
      takes: timeOfTarget(callsFrom(user.id), perMinute),
    };
  };

  const ahead = open.filter(({ id }) => gate.isCanary(id));
  const others = open.filter(({ id }) => !gate.isCanary(id));
  let waits = false;
  try {
    const { stopped } = runWaves([...ahead, ...others].map(taskFor), env, {
      margin: marginOf(env),
      ...(sideBySide === undefined ? {} : { width: sideBySide, maxWidth: sideBySide }),
      beforeWrites: journalWaves(work, action, round.storeParked),
      mayStart: (key) => (gate.isCanary(key) || gate.isOpen()) && day.fits(callsFrom(key)),
      onOutcome: (key, outcome) => {
        gate.over(key);
        day.over(key);
        if (gate.isCanary(key) || gate.isOpen()) return round.receive(key, outcome);
        waits = true;
        return undefined;
      },
    });
    const failure = gate.isOpen() ? undefined : round.failure();
    if (failure !== undefined) return fail(problem('run.canaryFailed', { ...explain(failure) }));
    // Those who wait for the first targets say nothing about when it goes on.
    const rest = stopped ?? day.spent() ?? round.rest() ?? (waits ? problem('run.outOfTime') : undefined);
    return rest === undefined ? ok(undefined) : fail(rest);
  } finally {
    round.store();
  }
};
