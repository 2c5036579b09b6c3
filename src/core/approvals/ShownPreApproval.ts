import type { UsedCaps } from './covers';
import type { PreApprovalState } from './preApprovalState';
import type { RequestEntry } from './RequestEntry';

/** A pre-approval as a card shows it, with what went through under it. */
export interface ShownPreApproval {
  readonly id: string;
  readonly state: PreApprovalState;
  /** Its bounds, a line each. */
  readonly lines: readonly string[];
  /** Addresses, or words for who is no officer any more. */
  readonly madeBy: string;
  readonly confirmedBy: string;
  readonly today: UsedCaps;
  /** Targets that were ever let through under it. */
  readonly ever: number;
  /** A day. */
  readonly caps: UsedCaps;
  readonly requests: readonly RequestEntry[];
}
