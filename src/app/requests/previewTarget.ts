import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate } from '../../core/plan/estimate';
import { describePlan } from '../../core/plan/TargetPlan';
import type { Task } from '../../google/Call';
import { planForTarget, type CopyRun } from '../apply/copyToTarget';

/** What one action would do at one target: counts only, no contents. */
export interface TargetPreview {
  readonly action: number;
  readonly targetId: string;
  readonly creates: number;
  readonly alreadyCopied: number;
  readonly sameContactExists: number;
  readonly nothingToCopy: number;
  /** The label at the target. */
  readonly label: 'none' | 'create' | 'join';
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  /** What it takes of Google's daily budget of contact writes. */
  readonly dailyContactWrites: number;
  /** Why nothing will be copied to it; then all counts are 0. */
  readonly problem?: Problem;
}

export const refusedPreview = (action: number, targetId: string, problem: Problem): TargetPreview => ({
  action,
  targetId,
  creates: 0,
  alreadyCopied: 0,
  sameContactExists: 0,
  nothingToCopy: 0,
  label: 'none',
  reads: 0,
  writes: 0,
  tokens: 0,
  dailyContactWrites: 0,
  problem,
});

/** Plans for a target with the function that the run uses, and keeps the counts. */
export function* previewTarget(run: CopyRun, action: number, user: DirectoryUser): Task<Result<TargetPreview>> {
  const planned = yield* planForTarget(run, user);
  if (!planned.ok) return planned;
  const { plan } = planned.value;
  const counts = describePlan(plan);
  const { reads, writes, tokens, dailyContactWrites } = estimate(plan, { targets: run.targets, withLabel: run.action.createLabel });
  return ok({
    action,
    targetId: user.id,
    creates: counts.creates,
    ...counts.skips,
    label: plan.group.kind,
    reads,
    writes,
    tokens,
    dailyContactWrites,
  });
}
