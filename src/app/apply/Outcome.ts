import type { Problem } from '../../core/base/Problem';
import { untouchedCheckpoint } from '../../core/runs/Checkpoint';
import { classOf } from '../../google/classOf';

/** How one target ended. */
export interface Outcome {
  readonly targetId: string;
  readonly status:
    | 'done'
    /** Nothing was tried, for the reason given (suspended, service off). */
    | 'skipped'
    /** Something was not written, for the reason given; `created` of it was. */
    | 'failed'
    /** Nobody knows whether the last write happened. Running again copies nothing twice. */
    | 'unknown'
    /** The user no longer exists. */
    | 'gone';
  /** Contacts that Google confirmed. */
  readonly created: number;
  /** Contacts that were there already. */
  readonly skipped: number;
  /** Contacts that were to be created and are not known to be. */
  readonly failed: number;
  /** Present unless `done`. */
  readonly reason?: Problem;
}

/** Found before anything is written, and the account's own, or what was asked for. */
const OWN: readonly string[] = ['target.suspended', 'target.tooFull', 'copy.labelExists'];

/** Nothing more was written than an earlier slice did. What only this account stands in the way of is no failure of the run. */
export const untouched = (targetId: string, reason: Problem, { created, skipped, failed } = untouchedCheckpoint): Outcome => {
  const isAccount = OWN.includes(reason.code) || classOf(reason) === 'target';
  return { targetId, status: isAccount && created === 0 ? 'skipped' : 'failed', created, skipped, failed, reason };
};
