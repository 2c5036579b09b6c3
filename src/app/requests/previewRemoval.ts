import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimateRemoval } from '../../core/plan/estimate';
import type { Quotas } from '../../core/plan/quotas';
import { describeKeeps } from '../../core/removal/describeRemoval';
import { packRemoval } from '../../core/removal/packRemoval';
import type { Task } from '../../google/Call';
import { planForRemoval, type RemovalRun } from '../apply/removeFromTarget';
import { refusedPreview, type TargetPreview } from './previewTarget';

/** `syncIds`: of all syncs that there are; what one of them delivered may come back. */
export interface PreviewedRemoval extends RemovalRun {
  readonly syncIds: ReadonlySet<string>;
}

/** Plans a removal with the function that the run uses. */
export function* previewRemoval(run: PreviewedRemoval, action: number, user: DirectoryUser, quotas: Quotas): Task<Result<TargetPreview>> {
  const planned = yield* planForRemoval(run, user);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const inStep = plan.removes.filter(({ marks }) => marks.some(({ origin }) => run.syncIds.has(origin))).length;
  return ok({
    ...refusedPreview(action, user.id),
    creates: plan.removes.length,
    kept: plan.keeps.length,
    keeps: describeKeeps(plan),
    contacts: packRemoval(plan),
    ...estimateRemoval(plan, quotas),
    ...(inStep === 0 ? {} : { warning: problem('removal.inStep', { contacts: inStep }) }),
  });
}
