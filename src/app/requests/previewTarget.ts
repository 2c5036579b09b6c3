import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate, type TargetEffort } from '../../core/plan/estimate';
import { describePlan, noSkips, type PlanCounts, type PlannedGroup } from '../../core/plan/TargetPlan';
import type { Task } from '../../google/Call';
import { planForTarget, type CopyRun } from '../apply/copyToTarget';

/** What one action would do at one target: counts only, no contents. */
export interface TargetPreview extends TargetEffort {
  readonly action: number;
  readonly targetId: string;
  readonly creates: number;
  readonly skips: PlanCounts['skips'];
  /** The label at the target. */
  readonly label: PlannedGroup['kind'];
  /** Why nothing will be copied to it; then all counts are 0. */
  readonly problem?: Problem;
  /** What may go wrong at it. */
  readonly warning?: Problem;
}

export const refusedPreview = (action: number, targetId: string, problem: Problem): TargetPreview => ({
  action,
  targetId,
  creates: 0,
  skips: noSkips,
  label: 'none',
  reads: 0,
  writes: 0,
  tokens: 0,
  dailyContactWrites: 0,
  seconds: 0,
  verifyReads: 0,
  problem,
});

/** Plans for a target with the function that the run uses, and keeps the counts. */
export function* previewTarget(run: CopyRun, action: number, user: DirectoryUser): Task<Result<TargetPreview>> {
  const planned = yield* planForTarget(run, user);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { creates, skips } = describePlan(plan);
  const effort = estimate(plan, { ...run, withLabel: run.action.createLabel });
  const warning = plan.warning === undefined ? {} : { warning: plan.warning };
  return ok({ action, targetId: user.id, creates, skips, label: plan.group.kind, ...effort, ...warning });
}
