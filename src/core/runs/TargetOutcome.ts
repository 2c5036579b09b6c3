import type { Problem } from '../base/Problem';

/** How one target ended. */
export interface TargetOutcome {
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
  /** Directory id of the user who was created. */
  readonly account?: string;
  /** Contacts that Google confirmed. */
  readonly created: number;
  /** Contacts that a sync changed or put under another label; what a directory action changed, or found changed by an earlier slice of the run; absent when contacts were copied. */
  readonly changed?: number;
  /** Contacts that a removal or a sync deleted; absent for other actions. */
  readonly deleted?: number;
  /** Of the changes that the preview named, by position: those that the run made. Absent: nobody knows more than `changed` says. */
  readonly made?: readonly number[];
  /** Contacts that were there, or values that were so, already; of a removal, contacts that stay. */
  readonly skipped: number;
  /** Of a sync: `SyncMemory.putBack` for its next run. */
  readonly putBack?: string;
  /** What was to be created or changed and is not known to be. */
  readonly failed: number;
  /** Present unless `done`. */
  readonly reason?: Problem;
}
