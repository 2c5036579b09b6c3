import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { planCopy } from '../../core/copy/planCopy';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate } from '../../core/plan/estimate';
import { describePlan } from '../../core/plan/TargetPlan';
import { delegatedSubject, type Delegation } from '../../google/delegation';
import { CONTACTS_SCOPE } from '../../google/operations';
import type { Task } from '../../google/Call';
import { observeTarget } from '../apply/observeTarget';

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
  problem,
});

export interface PreviewRun {
  readonly delegation: Delegation;
  readonly snapshot: SourceSnapshot;
  readonly action: CopyContactsAction;
  readonly actionIndex: number;
  readonly origin: string;
  readonly targets: number;
}

/** Observes a target and plans for it with the function that the run uses. */
export function* previewTarget(run: PreviewRun, user: DirectoryUser): Task<Result<TargetPreview>> {
  const subject = yield* delegatedSubject(run.delegation, user, CONTACTS_SCOPE);
  if (!subject.ok) return subject;
  const index = yield* observeTarget(subject.value, user.id, { withGroups: run.action.createLabel });
  if (!index.ok) return index;
  const plan = planCopy(run.snapshot, index.value, run.action, run.origin);
  const counts = describePlan(plan);
  const calls = estimate(plan, { targets: run.targets, withLabel: run.action.createLabel });
  return ok({
    action: run.actionIndex,
    targetId: user.id,
    creates: counts.creates,
    ...counts.skips,
    label: plan.group.kind,
    reads: calls.reads,
    writes: calls.writes,
    tokens: calls.tokens,
  });
}
