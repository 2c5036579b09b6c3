import { problem } from '../../core/base/Problem';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { classOf, type ErrorClass } from '../../google/classOf';

/** Reads may lag this far behind writes (B3). Milliseconds. */
export const READ_LAG = 5 * 60_000;

/** A target that is uncertain more often is reported, not tried for ever. */
export const MOST_ROUNDS = 5;

/** Passes by itself: the target is left for a while and taken up again. */
const PASSING: readonly (ErrorClass | undefined)[] = ['unknown', 'transient', 'minuteQuota', 'customerBusy', 'accountQuota', 'conflict'];

export type Settled =
  { readonly kind: 'ended'; readonly outcome: TargetOutcome } | { readonly kind: 'parked'; readonly checkpoint: Checkpoint };

/**
 * What becomes of a target after a round. `from` is where the round began, `told` the last that was confirmed in it, undefined
 * when it wrote nothing. A round without trouble ends the target; after trouble it ends with a round that finds nothing to write.
 */
export const settleTarget = (outcome: TargetOutcome, from: Checkpoint, told: Checkpoint | undefined, now: number): Settled => {
  const known = told ?? from;
  const { reason } = outcome;
  const kind = outcome.status === 'unknown' ? 'unknown' : reason === undefined ? undefined : classOf(reason);
  const isTrouble = PASSING.includes(kind) && kind !== undefined;
  const isUnverified = from.rounds > 0 && told !== undefined;
  if (!isTrouble && !isUnverified) return { kind: 'ended', outcome };
  const rounds = from.rounds + 1;
  if (rounds > MOST_ROUNDS) {
    if (!isTrouble) return { kind: 'ended', outcome };
    const end = kind === 'unknown' ? problem('run.doesNotConverge', { rounds: from.rounds }) : reason;
    return { kind: 'ended', outcome: { ...outcome, status: 'failed', ...(end === undefined ? {} : { reason: end }) } };
  }
  // Each time twice as long: reads may lag longer than usual, and the account's own limit lasts for minutes to hours.
  const wait = READ_LAG * 2 ** from.rounds;
  // A label that does not take contacts, minutes after it was made, is not there any more: another is made or joined.
  const { group, ...rest } = known;
  const keepsGroup = group !== undefined && reason?.code !== 'google.labelNotReady';
  return { kind: 'parked', checkpoint: { ...rest, ...(keepsGroup ? { group } : {}), rounds, until: now + wait } };
};
