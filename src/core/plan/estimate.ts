import type { TargetPlan } from './TargetPlan';

/** Calls for one target. `dailyContactWrites` is Google's daily budget of contact writes, charged 200 per batch. */
export interface CallCounts {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  readonly dailyContactWrites: number;
}

/** What carrying out a plan costs in one slice, from token to last write. `targets`: how many the run has. */
export const estimate = (plan: TargetPlan, run: { readonly targets: number }): CallCounts => {
  throw new Error(`being written ${plan.targetId} ${run.targets}`);
};
