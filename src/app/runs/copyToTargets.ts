import { explain } from '../../core/base/explain';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { chooseCanaries } from '../../core/runs/chooseCanaries';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { actionOf } from '../../core/workflows/Intent';
import { runWaves } from '../../engine/runWaves';
import { copyToTarget } from '../apply/copyToTarget';
import { untouched } from '../apply/untouched';
import type { ActionOutcome } from '../requests/records';
import { marginOf } from './doTask';
import { journalValues } from './journal';
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
export const copyToTargets = (
  work: RunWork,
  action: number,
  snapshot: SourceSnapshot,
  ended: ReadonlyMap<string, ActionOutcome>,
  parked: ReadonlyMap<string, Checkpoint>,
): Result<void> => {
  const { env, installation, intent, users } = work;
  const { requestId, targetIds } = intent;
  const bound = intent.actions[action];
  if (bound === undefined) throw new Error(`no action ${action}`);
  const isOut = (user: DirectoryUser): boolean => user.suspended || user.archived;
  const isReachable = (user: DirectoryUser | undefined): boolean => user !== undefined && !isOut(user);
  const canaries = chooseCanaries(targetIds, bound.creates, (targetId) => ended.has(targetId) || isReachable(users.get(targetId)));
  const round = targetRound(work, action, parked);
  const positions = new Map(targetIds.map((targetId, position) => [targetId, position]));
  const run = {
    delegation: { serviceAccount: installation.serviceAccount, now: env.now },
    snapshot,
    action: actionOf(bound),
    origin: requestId,
    targets: targetIds.length,
  };
  const beforeWrites = (keys: readonly string[]): Problem | void => {
    if (isStopped(env, requestId)) return problem('run.stopped');
    round.storeParked();
    const inFlight = { requestId, action, at: env.now(), positions: keys.map((key) => positions.get(key) ?? 0) };
    work.renew({ ...journalValues(inFlight), ...work.progress.eachWave() });
  };
  const copyTo = (some: readonly DirectoryUser[]): Problem | undefined => {
    const tasks = some.map((user) => ({
      key: user.id,
      task: () =>
        copyToTarget(run, user, bound.creates[user.id] ?? 0, {
          from: round.from(user.id),
          tell: (checkpoint) => round.tell(user.id, checkpoint),
          isCanary: canaries.includes(user.id),
        }),
    }));
    const { stopped } = runWaves(tasks, env, { margin: marginOf(env), beforeWrites, onOutcome: round.receive });
    return stopped ?? round.rest();
  };

  const [ahead, others]: [DirectoryUser[], DirectoryUser[]] = [[], []];
  for (const targetId of targetIds.filter((one) => !ended.has(one))) {
    const user = users.get(targetId);
    const from = round.from(targetId);
    if (user === undefined) round.end({ ...untouched(targetId, problem('target.accountGone'), from), status: 'gone' });
    else if (isOut(user)) round.end(untouched(targetId, problem('target.suspended', { email: user.primaryEmail }), from));
    else if (from.until > env.now()) round.leave(from.until);
    else (canaries.includes(targetId) ? ahead : others).push(user);
  }
  const statusOf = (targetId: string): TargetOutcome['status'] | undefined => round.ended.get(targetId) ?? ended.get(targetId)?.status;
  try {
    const trouble = copyTo(ahead);
    const hadPassed = canaries.length === 0 || canaries.some((one) => ended.get(one)?.status === 'done');
    const failure = hadPassed ? undefined : round.failure();
    if (failure !== undefined) return fail(problem('run.canaryFailed', { ...explain(failure) }));
    if (trouble !== undefined && trouble.code !== 'run.looksAgain') return fail(trouble);
    const statuses = canaries.map(statusOf);
    const mustWait = statuses.includes(undefined) && !statuses.includes('done');
    const rest = mustWait ? trouble : copyTo(others);
    return rest === undefined ? ok(undefined) : fail(rest);
  } finally {
    round.store();
  }
};
