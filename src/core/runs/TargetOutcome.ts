import type { Problem } from '../base/Problem';

/**
 * How the work at one target ended. `unknown`: a call's outcome was never learnt; `gone`: the account does not exist any more.
 * `skipped` means nothing was to be done or the target may not be touched; the reason says which.
 */
export interface TargetOutcome {
  readonly targetId: string;
  readonly status: 'done' | 'skipped' | 'failed' | 'unknown' | 'gone';
  /** Contacts. */
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  readonly reason?: Problem;
}
