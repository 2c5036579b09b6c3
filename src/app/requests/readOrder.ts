import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SentImport } from '../../core/imports/SentImport';
import type { SentOrder, WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import { dropParcel, openParcel } from '../bridge/parcel';
import { findQuestion } from '../bridge/Question';
import { readImportOrder } from '../imports/readImportOrder';
import { freezeTargets } from '../targets/freezeTargets';
import { readSyncOrder } from '../sync/readSyncOrder';
import { readUndoOrder } from '../undo/undoOrder';
import type { PreviewWork } from './previewerOf';
import { getAddresses, getOrder, putAddresses, putOrder } from './records';
import { getRequest } from './requestStore';

/** B2: the order of a request that is asked for again. */
const readOrderAgain = ({ env, ledger, entry }: PreviewWork, again: string): Result<WorkflowOrder> => {
  const before = getRequest(env, again);
  const order = before.ok && before.value.requesterId === entry.requesterId ? getOrder(ledger, again) : undefined;
  if (order === undefined) return fail(problem('request.notToAskAgain', { name: entry.name }));
  putAddresses(ledger, entry.id, getAddresses(ledger, again));
  putOrder(ledger, entry.id, order);
  return ok(order);
};

/** The order: from the ledger when an earlier slice put it there, else out of the parcels of the order and of its targets. */
export const readOrder = (work: PreviewWork): Result<WorkflowOrder> => {
  const { env, installation, ledger, workbook, entry } = work;
  const kept = getOrder(ledger, entry.id);
  if (kept !== undefined) return ok(kept);
  // Also when it is asked for again: what was done there may not be what it was.
  if (entry.undoes !== undefined) return readUndoOrder(work, entry.undoes);
  if (entry.sync !== undefined) return readSyncOrder(work, entry.sync);
  const question = findQuestion(env, entry.id);
  if (question?.kind === 'prepare' && question.again !== undefined) return readOrderAgain(work, question.again);
  const text = openParcel(env, workbook, { id: entry.id, authorIds: [entry.requesterId] });
  if (!text.ok) return text;
  const sent = JSON.parse(text.value) as SentOrder | SentImport;
  if ('import' in sent) return readImportOrder(work, sent);
  const frozen = freezeTargets(env, workbook, sent, [entry.requesterId, installation.operatorId]);
  if (!frozen.ok) return frozen;
  putAddresses(ledger, entry.id, frozen.value.addresses);
  putOrder(ledger, entry.id, frozen.value.order);
  dropParcel(env, workbook, entry.id);
  return ok(frozen.value.order);
};
