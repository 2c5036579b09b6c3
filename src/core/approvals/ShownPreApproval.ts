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
  /** Targets. */
  readonly used: { readonly today: number; readonly ever: number };
  /** Targets a day. */
  readonly cap: number;
  readonly requests: readonly RequestEntry[];
}
