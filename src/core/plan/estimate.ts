import { chooseWrites, writeCost, type WriteRun } from './chooseWrites';
import { describePlan, type TargetPlan } from './TargetPlan';

/** Calls for one target in one slice, from token to last write, when nothing goes wrong. */
export interface CallCounts {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
}

/** Contacts of one page (https://developers.google.com/people/api/rest/v1/people.connections/list). */
export const CONNECTIONS_PAGE = 1000;

/** IAM signs, the token endpoint exchanges. */
const TOKEN_CALLS = 2;

/** What carrying out a plan costs. `dailyContactWrites` is charged against Google's daily budget. */
export const estimate = (
  plan: TargetPlan,
  run: WriteRun & { readonly withLabel: boolean },
): CallCounts & { readonly dailyContactWrites: number } => {
  const { creates, createdGroups } = describePlan(plan);
  const cost = writeCost(creates, chooseWrites(creates, run));
  return {
    reads: contactPages(plan.existing) + (run.withLabel ? 1 : 0),
    writes: cost.calls + createdGroups,
    tokens: TOKEN_CALLS,
    dailyContactWrites: cost.dailyContactWrites,
  };
};

/**
 * Most calls that copying `creates` contacts to a target that holds `existing` may take, written in batches: ⌈N/200⌉ writes,
 * ⌈M/1000⌉ reads but one at least (only a listing tells that an account is empty), a read and a write for the label, two for the token.
 */
export const bound = (creates: number, existing: number, withLabel: boolean): CallCounts => ({
  reads: contactPages(existing) + (withLabel ? 1 : 0),
  writes: writeCost(creates, 'batch').calls + (withLabel ? 1 : 0),
  tokens: TOKEN_CALLS,
});

const contactPages = (contacts: number): number => Math.max(1, Math.ceil(contacts / CONNECTIONS_PAGE));
