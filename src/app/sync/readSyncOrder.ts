import { problem } from '../../core/base/Problem';
import { parseRecord } from '../../core/base/parseRecord';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeSync } from '../../core/sync/decodeSync';
import { findCycle } from '../../core/sync/findCycle';
import { missingInSync } from '../../core/sync/missingInSync';
import type { Sync } from '../../core/sync/Sync';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import { dropParcel, openParcel } from '../bridge/parcel';
import { findQuestion } from '../bridge/Question';
import type { PreviewWork } from '../requests/previewerOf';
import { putAddresses, putOrder } from '../requests/records';
import { READ_LAG } from '../runs/settleTarget';
import { showDefinition } from './activateSync';
import { orderOfSync, type AskedSync } from './orderOfSync';
import { flowOf, flowsBeside } from './syncFlows';
import { getSync, readDefinition } from './syncStore';

/** What somebody saved, out of the parcel it travelled in. */
const readSaved = ({ env, workbook, entry }: PreviewWork, syncId: string): Result<AskedSync> => {
  const text = openParcel(env, workbook, { id: entry.id, authorIds: [entry.requesterId] });
  if (!text.ok) return text;
  const saved = parseRecord(text.value);
  const sync = decodeSync(JSON.stringify(saved?.['sync'] ?? null));
  const missing = sync === undefined ? undefined : missingInSync(sync)[0];
  if (missing !== undefined) return fail(missing.problem);
  if (sync?.source === undefined || sync.id !== syncId) return fail(problem('parcel.altered', { why: 'content' }));
  const known = getSync(env, syncId);
  const revision = known.ok ? known.value.revision + 1 : 1;
  const later = saved?.['later'] === true ? ({ later: true } as const) : {};
  const answer = saved?.['takenOut'];
  const takenOut = answer === 'keep' || answer === 'remove' ? ({ takenOut: answer } as const) : {};
  return ok({ purpose: 'save', sync: sync as Sync, revision, night: '', checksDrift: true, ...later, ...takenOut });
};

const readAsked = (work: PreviewWork, syncId: string): Result<AskedSync> => {
  const question = findQuestion(work.env, work.entry.id);
  const purpose = question?.kind === 'prepare' ? question.purpose : undefined;
  if (purpose === 'save') return readSaved(work, syncId);
  const entry = getSync(work.env, syncId);
  if (!entry.ok) return entry;
  const sync = readDefinition(work.ledger, entry.value);
  if (!sync.ok) return sync;
  if (purpose === undefined) return fail(problem('request.notToAskAgain', { name: work.entry.name }));
  const shown = showDefinition(work.env, work.workbook, syncId, JSON.stringify(sync.value), work.installation.operatorId);
  if (!shown.ok) return shown;
  const { revision } = entry.value;
  return ok({ purpose, sync: sync.value, revision, night: '', checksDrift: true });
};

/** The order of a request about a sync: its definition, with source and destinations as they are now. */
export const readSyncOrder = (work: PreviewWork, syncId: string): Result<WorkflowOrder> => {
  const { env, installation, ledger, workbook, entry } = work;
  const known = getSync(env, syncId);
  const until = known.ok && known.value.ranAt > 0 ? known.value.ranAt + READ_LAG : 0;
  // What was written just now may not show yet, and would be written again.
  if (until > env.now()) return fail(problem('run.looksAgain', { until }));
  const asked = readAsked(work, syncId);
  if (!asked.ok) return asked;
  const found = orderOfSync(env, installation, ledger, asked.value);
  if (!found.ok) return found;
  const { order, action, addresses, problems, deliveredBy, userIds } = found.value;
  if (problems[0] !== undefined) return fail(problems[0]);
  if (order.targetIds.length === 0) return fail(problem('sync.noDestination'));
  if (asked.value.purpose === 'save') {
    const { sync } = asked.value;
    const cycle = findCycle(flowOf(sync, action.groupName, userIds, deliveredBy), flowsBeside(env, ledger, sync.id));
    if (cycle !== undefined) return fail(cycle);
  }
  putAddresses(ledger, entry.id, addresses);
  putOrder(ledger, entry.id, order);
  if (asked.value.purpose === 'save') dropParcel(env, workbook, entry.id);
  return ok(order);
};
