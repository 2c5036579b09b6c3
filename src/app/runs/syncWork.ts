import { fail, ok, type Result } from '../../core/base/Result';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { callsOf } from '../../core/plan/PlannedCalls';
import { unpackSync } from '../../core/sync/packSync';
import { actionOf, type BoundSync } from '../../core/workflows/Intent';
import { syncToTarget } from '../apply/syncToTarget';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import { openSync } from '../sync/openSync';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';
import { sourceChange } from './sourceChange';

/** G1: brings destinations into step, as far as the preview named it. Nobody's contacts can be reached while suspended or archived. */
export const syncWork = (work: RunWork, action: number, bound: BoundSync): Result<ActionWork> => {
  const { intent, ledger } = work;
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const opened = openSync(work, actionOf(bound), intent.targetIds.length);
  if (!opened.ok) return opened;
  const { run, source } = opened.value;
  const changed = sourceChange(work, action, bound, source);
  if (changed !== undefined) return fail(changed);
  const ids = source.contacts.map(({ sourceContactId }) => sourceContactId);
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
