import { ok, type Result } from '../../core/base/Result';
import { contactTitle } from '../../core/contacts/contactTitle';
import { describeLabel } from '../../core/sync/describeLabel';
import { describeChanges } from '../../core/sync/describeSync';
import { unpackSync } from '../../core/sync/packSync';
import { readsSource } from '../../core/sync/SyncContactsAction';
import { syncedFates } from '../../core/sync/syncedFates';
import { actionOf, type BoundSync } from '../../core/workflows/Intent';
import type { Task } from '../../google/Call';
import { planForSync, type PlannedDestination } from '../apply/syncToTarget';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { openSync } from '../sync/openSync';
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
  const opened = openSync(work, actionOf(bound), 1);
  if (!opened.ok) return opened;
  const { run, source: snapshot } = opened.value;
  const read = doTask(work.env, function* (): Task<Result<PlannedDestination>> {
    const user = yield* getTarget(targetId);
    return user.ok ? yield* planForSync(run, user.value) : user;
  });
  if (!read.ok) return read;
  const known = source.index;
  const fates = syncedFates({
    ...read.value,
    syncId: bound.sync.id,
    snapshot,
    known,
    named: unpackSync(
      contacts,
      known.map(([id]) => id),
    ),
    isUndo: run.deeds !== undefined,
    leaves: run.leavers.has(targetId),
  });
  const found = paged(fates, page, pagesAtOnce);
  const planned = counts === undefined ? '' : describeChanges(counts);
  const label = describeLabel(read.value.plan, read.value.index);
  return ok({
    ...found,
    lines: found.lines.map(({ fields, ...fate }) => ({ ...contactTitle(fields), ...fate })),
    address: addressBook(work.ledger, requestId, undefined)(targetId),
    summary: [
      `${readsSource(bound) ? `From ${source.email}` : 'As previewed'}: ${planned || 'no contact is written'}.`,
      ...(label === '' ? [] : [label]),
      'Below is what is there now.',
    ].join(' '),
  });
};
