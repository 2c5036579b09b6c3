import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate } from '../../core/plan/estimate';
import { countChanges, describePlan } from '../../core/plan/TargetPlan';
import { packSync } from '../../core/sync/packSync';
import type { Task } from '../../google/Call';
import { planForSync, type SyncRun } from '../apply/syncToTarget';
import { refusedPreview, type TargetPreview } from '../requests/previewTarget';

/** Plans for a destination with the function that the run uses. */
export function* previewSync(run: SyncRun, action: number, user: DirectoryUser): Task<Result<TargetPreview>> {
  const planned = yield* planForSync(run, user);
  if (!planned.ok) return planned;
  const { plan } = planned.value;
  const { skips } = describePlan(plan);
  const counts = countChanges(plan);
  const effort = estimate(plan, { targets: run.targets, quotas: run.quotas, withLabel: true });
  const ids = run.work.snapshot.contacts.map(({ sourceContactId }) => sourceContactId);
  return ok({
    ...refusedPreview(action, user.id),
    ...effort,
    // Its labels are looked at again, too.
    verifyReads: effort.verifyReads + 1,
    creates: Object.values(counts).reduce((sum, one) => sum + one, 0),
    counts,
    putBack: plan.putBack,
    ...(plan.left === undefined ? {} : { kept: plan.skips.length, keeps: plan.left }),
    skips,
    contacts: packSync(ids, plan),
    label: plan.group.kind,
    ...(plan.warning === undefined ? {} : { warning: plan.warning }),
  });
}
