import { fail, ok, type Result } from '../../core/base/Result';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { callsOf } from '../../core/plan/PlannedCalls';
import { unpackSync } from '../../core/sync/packSync';
import { actionOf, type BoundSync } from '../../core/workflows/Intent';
import { syncToTarget } from '../apply/syncToTarget';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import { observeSyncSource } from '../sync/observeSyncSource';
import { syncRun } from '../sync/syncRun';
import type { ActionWork } from './ActionWork';
import { doTask } from './doTask';
import type { RunWork } from './RunWork';
import { sourceChange } from './sourceChange';

/** G1: brings destinations into step, as far as the preview named it. Nobody's contacts can be reached while suspended or archived. */
export const syncWork = (work: RunWork, action: number, bound: BoundSync): Result<ActionWork> => {
  const { env, installation, intent, ledger } = work;
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const delegation = { serviceAccount: installation.serviceAccount, now: env.now };
  const source = doTask(env, () => observeSyncSource(delegation, bound.sync));
  if (!source.ok) return source;
  const changed = sourceChange(work, action, bound, source.value);
  if (changed !== undefined) return fail(changed);
  const run = syncRun(work, actionOf(bound), source.value, intent.targetIds.length);
  const ids = source.value.contacts.map(({ sourceContactId }) => sourceContactId);
  return ok({
    leavesOut: refuseInactive,
    task: (user, takenUp) => syncToTarget(run, user, unpackSync(previews.value.get(user.id)?.contacts ?? '', ids), takenUp),
    callsFor: (targetId, created) => {
      const { creates = 0, updates = 0, adopts = 0, deletes = 0, groups = 0 } = previews.value.get(targetId)?.counts ?? {};
      const left = Math.max(0, creates - created);
      const counted = {
        creates: left,
        approved: creates,
        createdGroups: 0,
        existing: 0,
        updates: updates + adopts,
        deletes,
        groupWrites: groups,
      };
      return callsOf(counted, run);
    },
  });
};
