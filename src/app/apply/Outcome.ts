import type { Problem } from '../../core/base/Problem';

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
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  /** Present unless `done` without failures. */
  readonly reason?: Problem;
}
