import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { callsOf } from '../../core/plan/PlannedCalls';
import { compareSources } from '../../core/runs/compareSources';
import { unpackSync } from '../../core/sync/packSync';
import { actionOf, type BoundSync } from '../../core/workflows/Intent';
import { syncToTarget } from '../apply/syncToTarget';
import { recordOf } from '../requests/observeSources';
import { isAsBound } from '../requests/readPreviewRecord';
import { getSource, readPreviews } from '../requests/records';
import { observeSyncSource } from '../sync/observeSyncSource';
import { syncRun } from '../sync/syncRun';
import type { ActionWork } from './ActionWork';
import { doTask } from './doTask';
import type { RunWork } from './RunWork';

/** G1: brings destinations into step, as far as the preview named it. Nobody's contacts can be reached while suspended or archived. */
export const syncWork = (work: RunWork, action: number, bound: BoundSync): Result<ActionWork> => {
  const { env, installation, intent, ledger } = work;
  const all = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, all)) return fail(problem('run.intentAltered'));
  const previews = new Map(all.filter((one) => one.action === action).map((one) => [one.targetId, one]));
  const delegation = { serviceAccount: installation.serviceAccount, now: env.now };
  const source = doTask(env, () => observeSyncSource(delegation, bound.sync));
  if (!source.ok) return source;
  if (source.value.fingerprint !== bound.source.fingerprint) {
    const before = getSource(ledger, intent.requestId, action);
    return fail(problem('run.sourceChanged', { ...compareSources(before?.index ?? [], recordOf(source.value).index) }));
  }
  const run = syncRun(work, actionOf(bound), source.value, intent.targetIds.length);
  const ids = source.value.contacts.map(({ sourceContactId }) => sourceContactId);
  return ok({
    leavesOut: (user) => (isActive(user) ? undefined : problem('target.suspended', { email: user.primaryEmail })),
    task: (user, takenUp) => syncToTarget(run, user, unpackSync(previews.get(user.id)?.contacts ?? '', ids), takenUp),
    callsFor: (targetId, created) => {
      const { creates = 0, updates = 0, adopts = 0, deletes = 0, groups = 0 } = previews.get(targetId)?.counts ?? {};
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
