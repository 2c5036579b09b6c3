import { nameOfThrown } from '../../core/base/nameOfThrown';
import { problem, type Problem } from '../../core/base/Problem';
import { untouchedCheckpoint, type Checkpoint } from '../../core/runs/Checkpoint';
import { countAs } from '../../core/runs/countAs';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { TaskOutcome } from '../../engine/waves';
import { isOwn, untouched } from '../apply/untouched';
import { stopsEverything } from '../requests/observeSources';
import { appendOutcomes, type ActionOutcome } from '../requests/records';
import { appendResultsView, writeProgressLine } from '../requests/views';
import { appendParked, type ParkedTarget } from './parkedTargets';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';
import { READ_LAG, settleTarget } from './settleTarget';

/** What becomes of the targets of one action in one slice, on its way to the ledger. */
export interface TargetRound {
  /** Where an earlier slice left the target. */
  from(targetId: string): Checkpoint;
  /** Something was confirmed at the target. */
  tell(targetId: string, checkpoint: Checkpoint): void;
  /** How a target's task ended; `stop`: no other is to be started. */
  receive(targetId: string, outcome: TaskOutcome<TargetOutcome>): 'stop' | void;
  /** What was left out without a look says nothing about the others. */
  leaveOut(outcome: TargetOutcome): void;
  /** Left for later: when it is taken up again. */
  leave(until: number): void;
  /** Before anything else is written at Google: which targets must be looked at again. */
  storeParked(): void;
  store(): void;
  /** Why the slice goes no further; undefined when every target ended. */
  readonly rest: () => Problem | undefined;
  /** How targets ended in this slice. */
  readonly ended: ReadonlyMap<string, TargetOutcome['status']>;
  /** A failure that is not the account's own, so that others would meet it, too. */
  readonly failure: () => Problem | undefined;
}

/** Outcomes are stored when so many wait, but not all the time, since a table takes a second: a killed slice loses no more. */
const storedAtOnce = 50;
const storedEvery = 30_000;

export const targetRound = (
  work: RunWork,
  action: number,
  parkedBefore: ReadonlyMap<string, Checkpoint>,
  triesAgain?: ActionWork['triesAgain'],
): TargetRound => {
  const { env, ledger, workbook, intent, addressOf } = work;
  const { requestId } = intent;
  const waiting: ActionOutcome[] = [];
  const parked: ParkedTarget[] = [];
  const told = new Map<string, Checkpoint>();
  let unfinished = false;
  let nextLook = Infinity;
  let stopping: Problem | undefined;
  let failure: Problem | undefined;
  const ended = new Map<string, TargetOutcome['status']>();

  const from = (targetId: string): Checkpoint => parkedBefore.get(targetId) ?? untouchedCheckpoint;
  const storeParked = (): void => appendParked(ledger, requestId, parked.splice(0), env.now());
  let storedAt = env.now();
  const store = (): void => {
    storedAt = env.now();
    storeParked();
    const rows = waiting.splice(0);
    if (rows.length === 0) return;
    appendOutcomes(ledger, requestId, rows, env.now());
    appendResultsView(workbook, requestId, rows, addressOf);
    writeProgressLine(workbook, requestId, work.progress.counts());
  };
  const leaveOut = (outcome: TargetOutcome): void => {
    const counted = countAs(intent.actions[action]?.kind, outcome);
    ended.set(outcome.targetId, outcome.status);
    work.progress.ended();
    waiting.push({ action, ...counted });
    if (waiting.length >= storedAtOnce && env.now() - storedAt >= storedEvery) store();
  };
  const end = (outcome: TargetOutcome): void => {
    const { targetId, status, reason } = outcome;
    // Changed since the preview, and not since this run wrote there.
    const isTheirs = reason?.code === 'run.userChanged' && from(targetId).rounds === 0;
    if (status === 'failed' && reason !== undefined && !isOwn(reason) && !isTheirs) failure ??= reason;
    leaveOut(outcome);
  };
  const park = (targetId: string, checkpoint: Checkpoint): void => void parked.push({ action, targetId, checkpoint });
  const leave = (until: number): void => {
    nextLook = Math.min(nextLook, until);
  };
  const settle = (targetId: string, outcome: TargetOutcome): void => {
    const known = told.get(targetId);
    const again = outcome.reason === undefined ? undefined : triesAgain?.(targetId, outcome.reason);
    if (again !== undefined && 'over' in again) return end({ ...outcome, status: 'failed', reason: again.over });
    if (again !== undefined) {
      park(targetId, { ...(known ?? from(targetId)), until: again.until });
      leave(again.until);
      // It tells nothing about the others, who need not wait for it.
      return void ended.set(targetId, 'skipped');
    }
    if (outcome.reason !== undefined && stopsEverything(outcome.reason)) {
      stopping ??= outcome.reason;
      if (known !== undefined) park(targetId, known);
      return;
    }
    const settled = settleTarget(outcome, from(targetId), known, env.now());
    if (settled.kind === 'ended') return end(settled.outcome);
    park(targetId, settled.checkpoint);
    leave(settled.checkpoint.until);
  };
  return {
    from,
    tell: (targetId, checkpoint) => void told.set(targetId, checkpoint),
    receive: (targetId, outcome) => {
      const known = told.get(targetId);
      // The task of a user who was created knows them by another id.
      if (outcome.kind === 'done') settle(targetId, { ...outcome.value, targetId });
      else if (outcome.kind === 'threw') {
        env.log('run.bug', { request: requestId, target: targetId, name: nameOfThrown(outcome.error) });
        end(untouched(targetId, problem('run.bug'), known ?? from(targetId)));
      } else {
        unfinished = true;
        // Where something was in doubt, what was written now is looked at after the reads have caught up.
        if (known !== undefined) park(targetId, { ...known, until: known.rounds > 0 ? env.now() + READ_LAG : 0 });
      }
      return stopping === undefined ? undefined : 'stop';
    },
    leaveOut,
    leave,
    storeParked,
    store,
    rest: () => {
      if (stopping !== undefined || unfinished) return stopping ?? problem('run.outOfTime');
      return nextLook < Infinity ? problem('run.looksAgain', { until: nextLook }) : undefined;
    },
    ended,
    failure: () => failure,
  };
};
