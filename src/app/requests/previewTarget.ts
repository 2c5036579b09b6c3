import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate, type TargetEffort } from '../../core/plan/estimate';
import { packSkips } from '../../core/plan/packSkips';
import { describePlan, noSkips, type PlanCounts, type PlannedGroup } from '../../core/plan/TargetPlan';
import type { Task } from '../../google/Call';
import { planForTarget, type CopyRun } from '../apply/copyToTarget';

/** What one action would do at one target: no contents. */
export interface TargetPreview extends TargetEffort {
  readonly action: number;
  readonly targetId: string;
  readonly creates: number;
  readonly skips: PlanCounts['skips'];
  /** What becomes of each contact of the source (`packSkips`), along the source's record; blank when nothing will be copied. */
  readonly contacts: string;
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
  contacts: '',
  label: 'none',
  reads: 0,
  writes: 0,
  tokens: 0,
  dailyContactWrites: 0,
  seconds: 0,
  slices: 0,
  verifyReads: 0,
  problem,
});

/** Plans for a target with the function that the run uses. `sourceIds`: in the order of the source's record. */
export function* previewTarget(
  run: CopyRun,
  action: number,
  user: DirectoryUser,
  sourceIds: readonly string[],
): Task<Result<TargetPreview>> {
  const planned = yield* planForTarget(run, user);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { creates, skips } = describePlan(plan);
  const effort = estimate(plan, { ...run, withLabel: run.action.createLabel });
  const warning = plan.warning === undefined ? {} : { warning: plan.warning };
  const contacts = packSkips(sourceIds, plan.skips);
  return ok({ action, targetId: user.id, creates, skips, contacts, label: plan.group.kind, ...effort, ...warning });
}
