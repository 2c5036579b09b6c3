import type { Problem } from '../base/Problem';
import { skipReasons, type Change, type Skip, type SkipReason } from './Change';

/** What one target needs. */
export interface TargetPlan {
  readonly targetId: string;
  readonly group: PlannedGroup;
  /** In the order they are applied. */
  readonly changes: readonly Change[];
  readonly skips: readonly Skip[];
  /** Contacts in the account when the plan was made. */
  readonly existing: number;
  /** Why it must not be carried out. */
  readonly refusal?: Problem;
  /** What may go wrong when it is; does not keep it from being tried. */
  readonly warning?: Problem;
}

/** The label that created contacts join. */
export type PlannedGroup =
  | { readonly kind: 'none' }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'join'; readonly name: string; readonly resourceName: string };

export interface PlanCounts {
  readonly creates: number;
  readonly createdGroups: number;
  readonly skips: Readonly<Record<SkipReason, number>>;
}

const RANK: Readonly<Record<Change['kind'], number>> = { createContactGroup: 0, createContact: 1 };

/** Changes in the order they may be written: the contact group, then contacts. Stable within a kind. */
export const order = (changes: readonly Change[]): Change[] => [...changes].sort((one, other) => RANK[one.kind] - RANK[other.kind]);

export const describePlan = (plan: TargetPlan): PlanCounts => ({
  creates: plan.changes.filter((change) => change.kind === 'createContact').length,
  createdGroups: plan.changes.filter((change) => change.kind === 'createContactGroup').length,
  skips: countSkips(plan.skips),
});

export const noSkips = Object.fromEntries(skipReasons.map((reason) => [reason, 0])) as PlanCounts['skips'];

const countSkips = (skips: readonly Skip[]): PlanCounts['skips'] => {
  const counts: Record<SkipReason, number> = { ...noSkips };
  for (const { reason } of skips) counts[reason] += 1;
  return counts;
};
