import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimateRemoval } from '../../core/plan/estimate';
import type { Quotas } from '../../core/plan/quotas';
import { describeKeeps } from '../../core/removal/describeRemoval';
import { packRemoval } from '../../core/removal/packRemoval';
import type { Task } from '../../google/Call';
import { planForRemoval, type RemovalRun } from '../apply/removeFromTarget';
import { refusedPreview, type TargetPreview } from './previewTarget';

/** Plans a removal with the function that the run uses. */
export function* previewRemoval(run: RemovalRun, action: number, user: DirectoryUser, quotas: Quotas): Task<Result<TargetPreview>> {
  const planned = yield* planForRemoval(run, user);
  if (!planned.ok) return planned;
  const plan = planned.value;
  return ok({
    ...refusedPreview(action, user.id),
    creates: plan.removes.length,
    kept: plan.keeps.length,
    keeps: describeKeeps(plan),
    contacts: packRemoval(plan),
    ...estimateRemoval(plan, quotas),
  });
}
