import { ok, type Result } from '../../core/base/Result';
import { contactTitle } from '../../core/contacts/contactTitle';
import { describeChanges } from '../../core/sync/describeSync';
import { unpackSync } from '../../core/sync/packSync';
import { syncedFates } from '../../core/sync/syncedFates';
import { actionOf, type BoundSync } from '../../core/workflows/Intent';
import type { Task } from '../../google/Call';
import { planForSync, type PlannedDestination } from '../apply/syncToTarget';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { observeSyncSource } from '../sync/observeSyncSource';
import { syncRun } from '../sync/syncRun';
import { addressBook } from './addressBook';
import type { ContactPage } from './pageOfContacts';
import { getTarget } from './pageOfRemovals';
import { paged, pagesAtOnce } from './pageOfTargets';
import type { TargetPreview } from './previewTarget';
import type { SourceRecord } from './records';

/**
 * B1: contact by contact what a sync does at one destination. Source and account are read and planned now, with the function of the run,
 * and held against what the preview named: nothing of the contacts is stored.
 */
export const pageOfSync = (
  work: { readonly env: Environment; readonly installation: Installation; readonly ledger: Tables },
  requestId: string,
  bound: BoundSync,
  { targetId, contacts, counts }: TargetPreview,
  source: SourceRecord,
  page: number,
): Result<ContactPage> => {
  const { env, installation, ledger } = work;
  const snapshot = doTask(env, () => observeSyncSource({ serviceAccount: installation.serviceAccount, now: env.now }, bound.sync));
  if (!snapshot.ok) return snapshot;
  const run = syncRun(work, actionOf(bound), snapshot.value, 1);
  const read = doTask(env, function* (): Task<Result<PlannedDestination>> {
    const user = yield* getTarget(targetId);
    return user.ok ? yield* planForSync(run, user.value) : user;
  });
  if (!read.ok) return read;
  const known = source.index;
  const fates = syncedFates({
    ...read.value,
    syncId: bound.sync.id,
    snapshot: snapshot.value,
    known,
    named: unpackSync(
      contacts,
      known.map(([id]) => id),
    ),
    leaves: run.leavers.has(targetId),
  });
  const found = paged(fates, page, pagesAtOnce);
  const planned = counts === undefined ? '' : describeChanges(counts);
  return ok({
    ...found,
    lines: found.lines.map(({ fields, ...fate }) => ({ ...contactTitle(fields), ...fate })),
    address: addressBook(ledger, requestId, undefined)(targetId),
    summary: `From ${source.email}: ${planned || 'nothing to do'}, as previewed. What is there now:`,
  });
};
