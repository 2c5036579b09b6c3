import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { actionOf } from '../../core/workflows/Intent';
import { nameOfThrown } from '../../core/base/nameOfThrown';
import { runWaves } from '../../engine/runWaves';
import { copyToTarget } from '../apply/copyToTarget';
import { stopsEverything } from '../requests/observeSources';
import { appendOutcomes, type ActionOutcome } from '../requests/records';
import { appendResultsView } from '../requests/views';
import { marginOf } from './doTask';
import type { RunWork } from './runRequest';

/** Outcomes are stored at the latest after this many targets, so that a killed slice loses little. */
const storedAtOnce = 50;

/**
 * Writes one action into its open targets, and records how each ended while others go on. The gone and suspended are left out and
 * said so; nobody is added. A target whose turn did not come, or was cut short, is the next slice's: marks keep it from getting
 * anything twice.
 */
export const copyToTargets = (work: RunWork, index: number, snapshot: SourceSnapshot, open: readonly string[]): Result<void> => {
  const { env, installation, ledger, workbook, intent, users } = work;
  const bound = intent.actions[index];
  if (bound === undefined) throw new Error(`no action ${index}`);
  const waiting: ActionOutcome[] = [];
  const store = (): void => {
    const rows = waiting.splice(0);
    if (rows.length === 0) return;
    appendOutcomes(ledger, intent.requestId, rows, env.now());
    appendResultsView(workbook, intent.requestId, rows, users);
  };
  const leaveOut = (targetId: string, status: 'gone' | 'skipped', reason: Problem): void => {
    waiting.push({ action: index, targetId, status, created: 0, skipped: 0, failed: 0, reason });
  };

  const live: DirectoryUser[] = [];
  for (const targetId of open) {
    const user = users.get(targetId);
    if (user === undefined) leaveOut(targetId, 'gone', problem('target.userGone', { label: targetId }));
    else if (user.suspended || user.archived) leaveOut(targetId, 'skipped', problem('target.suspended', { email: user.primaryEmail }));
    else live.push(user);
  }
  const run = {
    delegation: { serviceAccount: installation.serviceAccount, now: env.now },
    snapshot,
    action: actionOf(bound),
    origin: intent.requestId,
    targets: intent.targetIds.length,
  };
  let complete = true;
  let stopping: Problem | undefined;
  try {
    const { stopped } = runWaves(
      live.map((user) => ({ key: user.id, task: () => copyToTarget(run, user, bound.creates[user.id] ?? 0) })),
      env,
      {
        margin: marginOf(env),
        beforeWrites: work.beforeWrites,
        onOutcome: (userId, outcome) => {
          if (outcome.kind === 'threw') {
            env.log('run.bug', { request: intent.requestId, target: userId, name: nameOfThrown(outcome.error) });
            waiting.push({
              action: index,
              targetId: userId,
              status: 'failed',
              created: 0,
              skipped: 0,
              failed: 0,
              reason: problem('run.bug'),
            });
          } else if (outcome.kind !== 'done') complete = false;
          else if (outcome.value.reason !== undefined && outcome.value.created === 0 && stopsEverything(outcome.value.reason)) {
            stopping = outcome.value.reason;
          } else waiting.push({ action: index, ...outcome.value });
          if (waiting.length >= storedAtOnce) store();
          return stopping === undefined ? undefined : 'stop';
        },
      },
    );
    stopping ??= stopped;
  } finally {
    store();
  }
  if (stopping !== undefined) return fail(stopping);
  return complete ? ok(undefined) : fail(problem('run.outOfTime'));
};
