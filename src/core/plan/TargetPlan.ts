import type { Problem } from '../base/Problem';
import { skipReasons, type Change, type CopySkipReason, type Skip } from './Change';

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
  readonly skips: Readonly<Record<CopySkipReason, number>>;
}

const RANK: Readonly<Record<Change['kind'], number>> = {
  createContactGroup: 0,
  markContactGroup: 0,
  renameContactGroup: 0,
  createContact: 1,
  updateContact: 2,
  adoptContact: 2,
  changeMembers: 3,
  deleteContact: 4,
  deleteContactGroup: 5,
};

/** Changes in the order they may be written: the contact group, then contacts, what deletes last. Stable within a kind. */
export const order = (changes: readonly Change[]): Change[] => [...changes].sort((one, other) => RANK[one.kind] - RANK[other.kind]);

export const describePlan = (plan: TargetPlan): PlanCounts => ({
  creates: plan.changes.filter((change) => change.kind === 'createContact').length,
  createdGroups: plan.changes.filter((change) => change.kind === 'createContactGroup').length,
  skips: countSkips(plan.skips),
});

/** What a plan writes, in contacts; `members`: contacts that go into a label or out of it. */
export interface ChangeCounts {
  readonly creates: number;
  readonly updates: number;
  readonly adopts: number;
  readonly members: number;
  readonly deletes: number;
  /** Labels made, marked, renamed, deleted. */
  readonly groups: number;
}

export const countChanges = ({ changes }: Pick<TargetPlan, 'changes'>): ChangeCounts => {
  const count = (...kinds: readonly Change['kind'][]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    creates: count('createContact'),
    updates: count('updateContact'),
    adopts: count('adoptContact'),
    members: changes.reduce((sum, change) => (change.kind === 'changeMembers' ? sum + change.add.length + change.remove.length : sum), 0),
    deletes: count('deleteContact'),
    groups: count('createContactGroup', 'markContactGroup', 'renameContactGroup', 'deleteContactGroup'),
  };
};

export const noSkips = Object.fromEntries(skipReasons.map((reason) => [reason, 0])) as PlanCounts['skips'];

const countSkips = (skips: readonly Skip[]): PlanCounts['skips'] => {
  const count = (reason: CopySkipReason): number => skips.filter((skip) => skip.reason === reason).length;
  return Object.fromEntries(skipReasons.map((reason) => [reason, count(reason)])) as PlanCounts['skips'];
};
