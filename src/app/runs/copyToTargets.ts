import { explain } from '../../core/base/explain';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import { actionOf } from '../../core/workflows/Intent';
import { runWaves } from '../../engine/runWaves';
import { copyToTarget } from '../apply/copyToTarget';
import { untouched } from '../apply/untouched';
import { marginOf } from './doTask';
import { journalValues } from './journal';
import type { RunWork } from './RunWork';
import { isStopped } from './stopRun';
import { targetRound } from './targetRound';

/** With more targets than this, a few are done before the others: what is wrong everywhere shows there (B15). */
const canaryAbove = 20;
const canaries = 3;

/**
 * Writes one action into its open targets, and records how each ended while others go on. The gone and suspended are left out and
 * said so; nobody is added. What did not end is a later slice's: from its checkpoint where it has one, else from what its marks tell.
 */
export const copyToTargets = (
  work: RunWork,
  action: number,
  snapshot: SourceSnapshot,
  open: readonly string[],
  parked: ReadonlyMap<string, Checkpoint>,
): Result<void> => {
  const { env, installation, intent, users } = work;
  const { requestId, targetIds } = intent;
  const bound = intent.actions[action];
  if (bound === undefined) throw new Error(`no action ${action}`);
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
        }),
    }));
    const { stopped } = runWaves(tasks, env, { margin: marginOf(env), beforeWrites, onOutcome: round.receive });
    return stopped ?? round.rest();
  };

  const live: DirectoryUser[] = [];
  for (const targetId of open) {
    const user = users.get(targetId);
    const from = round.from(targetId);
    if (user === undefined) round.end({ ...untouched(targetId, problem('target.accountGone'), from), status: 'gone' });
    else if (user.suspended || user.archived)
      round.end(untouched(targetId, problem('target.suspended', { email: user.primaryEmail }), from));
    else if (from.until > env.now()) round.leave(from.until);
    else live.push(user);
  }
  const isFirst = open.length === targetIds.length && parked.size === 0;
  try {
    const ahead = targetIds.length > canaryAbove && isFirst ? live.splice(0, canaries) : [];
    const trouble = ahead.length === 0 ? undefined : copyTo(ahead);
    const failure = ahead.length === 0 ? undefined : round.failure();
    if (failure !== undefined) return fail(problem('run.canaryFailed', { ...explain(failure) }));
    const goesOn = trouble === undefined || trouble.code === 'run.looksAgain';
    const rest = goesOn ? copyTo(live) : trouble;
    return rest === undefined ? ok(undefined) : fail(rest);
  } finally {
    round.store();
  }
};
