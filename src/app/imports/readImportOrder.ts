import { explain } from '../../core/base/explain';
import { inWords } from '../../core/base/inWords';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { compareText } from '../../core/base/compareText';
import { checkRules } from '../../core/imports/ImportRules';
import { importFields } from '../../core/imports/importFields';
import { creationOf, type RowPlan } from '../../core/imports/planImport';
import type { RowFault } from '../../core/imports/readImportRow';
import type { SentImport } from '../../core/imports/SentImport';
import { estimateChanges } from '../../core/plan/estimate';
import { hasAccount, packNewUser } from '../../core/users/NewUser';
import { packChanges } from '../../core/users/packChanges';
import { searchesOf, writesOf } from '../../core/users/writesOf';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import { creationLookUps } from '../apply/createUser';
import { lookUpsOf } from '../apply/observeTouched';
import { keepersOf } from '../approvals/keepersOf';
import { readPolicy } from '../approvals/policyStore';
import type { PreviewWork } from '../requests/previewerOf';
import { refusedPreview, type TargetPreview } from '../requests/previewTarget';
import { appendPreviews, putAddresses, putOrder, removePreviews } from '../requests/records';
import { doTask } from '../runs/doTask';
import { lookUpsOfUsers } from '../targets/observeSelection';
import { observeOwnFields } from './observeOwnFields';
import { observeImport, type ObservedImport } from './observeImport';
import { openTable } from './tableParcel';

const faultInWords = ({ column, value, problem: found }: RowFault): string => {
  const { what, fix } = explain(found);
  const where = column === '' ? '' : `${column}${value === '' ? '' : ` “${value}”`}: `;
  return `${where}${what} ${fix}`;
};

/** As people know a row: by the user, or, when it failed, by its number and what stands there. */
const addressOf = (plan: RowPlan): string => {
  if (plan.kind !== 'failed') return plan.wish.email;
  return plan.address === '' ? `row ${plan.row}` : `row ${plan.row}, ${plan.address}`;
};

/** A row that failed is a target of its own, at which nothing is done. No Directory id looks like its id. */
const targetOf = (plan: RowPlan): string => (plan.kind === 'failed' ? `row:${addressOf(plan)}` : plan.wish.targetId);

const previewOf = (plan: RowPlan, { index }: ObservedImport): TargetPreview => {
  const targetId = targetOf(plan);
  if (plan.kind === 'failed') {
    return refusedPreview(0, targetId, problem('import.rowFailed', { row: plan.row, faults: plan.faults.map(faultInWords) }));
  }
  const notes = plan.notes.map(inWords);
  const base = { ...refusedPreview(0, targetId), alreadySo: plan.alreadySo, ...(notes.length === 0 ? {} : { keeps: notes }) };
  if (plan.kind === 'unchanged') return { ...base, contacts: packChanges([]) };
  const { changes } = plan;
  if (plan.kind === 'create') {
    const { plan: user, then } = creationOf(plan.wish, changes);
    const first = 1 + user.groups.length;
    const contacts = packNewUser({ ...user, ...(then.length === 0 ? {} : { then }) });
    const effort = estimateChanges(creationLookUps + lookUpsOf(then), first + writesOf({}, then));
    return { ...base, creates: first + then.length, contacts, ...effort };
  }
  const record = index.records.get(targetId) ?? {};
  const holdsRights = record['isAdmin'] === true || record['isDelegatedAdmin'] === true || index.keepers.has(targetId);
  const warning: { readonly warning?: Problem } = holdsRights ? { warning: problem('user.holdsRights') } : {};
  const effort = estimateChanges(lookUpsOf(changes) + searchesOf(changes), writesOf(record, changes));
  return { ...base, ...warning, creates: changes.length, contacts: packChanges(changes), ...effort };
};

/**
 * The order of an import, and with it the preview of each row: one listing of the Directory tells both. A row with a fault is a target
 * of its own, at which nothing is done.
 */
export const readImportOrder = (work: PreviewWork, { workflow, import: sent }: SentImport): Result<WorkflowOrder> => {
  const { env, installation, ledger, workbook, entry, meter } = work;
  const table = openTable(env, workbook, { table: sent.table, authorIds: [entry.requesterId, installation.operatorId] });
  if (!table.ok) return table;
  const own = doTask(meter.env, () => observeOwnFields(sent.rules));
  const access = readPolicy(env);
  if (!own.ok) return own;
  const [wrong] = checkRules(sent.rules, table.value, importFields({ ...own.value, accessGroups: access.accessGroups ?? [] }));
  if (wrong !== undefined) return fail(wrong);
  const observed = observeImport(meter.env, ledger, entry.id, table.value, sent.rules, access, keepersOf(env, installation));
  if (!observed.ok) return observed;
  const { plans, index } = observed.value;
  const targetIds = plans.map(targetOf).sort(compareText);
  const order: WorkflowOrder = {
    workflow,
    targetIds,
    // Who asks, and who is there of the targets: what rows name is looked up for the preview alone.
    startLookUps: 1 + lookUpsOfUsers(targetIds.filter(hasAccount).length, index.records.size),
    actions: [{ kind: 'importUsers', method: sent.rules.method, columns: sent.rules.columns, rows: plans.length }],
  };
  // A slice that was cut short before the order was stored left some.
  removePreviews(ledger, entry.id);
  appendPreviews(
    ledger,
    entry.id,
    plans.map((plan) => previewOf(plan, observed.value)),
  );
  putAddresses(
    ledger,
    entry.id,
    plans.map((plan) => [targetOf(plan), addressOf(plan)] as const),
  );
  putOrder(ledger, entry.id, order);
  return ok(order);
};
