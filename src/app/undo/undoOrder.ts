import { compareText } from '../../core/base/compareText';
import { plural } from '../../core/base/plural';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { undoableKinds } from '../../core/undo/UndoChangesAction';
import { isCopy, isImport, isSync, type Action } from '../../core/workflows/Action';
import { titleOfKind } from '../../core/workflows/actionKinds';
import { lineOfAction } from '../../core/workflows/describeAction';
import type { BoundAction, BoundDirectoryAction, BoundImport, BoundSync, Intent } from '../../core/workflows/Intent';
import { hasAccount } from '../../core/users/NewUser';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import type { Environment, Tables } from '../Environment';
import { getAddresses, getIntent, putAddresses, putOrder, readAccounts, readOutcomes, type ActionOutcome } from '../requests/records';
import { getRequest } from '../requests/requestStore';
import { READ_LAG } from '../runs/settleTarget';
import { getSync } from '../sync/syncStore';
import { mayUndo } from './mayUndo';

const isUndoable = (bound: BoundAction): bound is BoundDirectoryAction | BoundImport => undoableKinds.some((kind) => kind === bound.kind);

const actionThatUndoes = (bound: BoundAction, position: number, entry: RequestEntry): Action | undefined => {
  if (isCopy(bound)) return { kind: 'removeContacts', delivery: { kind: 'request', requestId: entry.id, name: entry.name } };
  if (!isUndoable(bound)) return undefined;
  return { kind: 'undoChanges', requestId: entry.id, action: position, changed: lineOfAction(bound) };
};

/** The last action is undone first. One removal takes back all copies, at the place of the first. */
const actionsOf = ({ actions }: Intent, entry: RequestEntry): Action[] => {
  const firstCopy = actions.findIndex(isCopy);
  return actions
    .flatMap((bound, position) => {
      const action = isCopy(bound) && position !== firstCopy ? undefined : actionThatUndoes(bound, position, entry);
      return action === undefined ? [] : [action];
    })
    .reverse();
};

/** What cannot be taken back at all, for whoever asks and decides. */
const describeRest = ({ actions }: Intent, created: number): string => {
  const rest = actions.filter((bound) => !isCopy(bound) && !isUndoable(bound));
  const titles = rest.map(({ kind }) => titleOfKind(kind));
  const stays = created > 0 && rest.length === 0 ? [`${plural(created, 'user')} whom it created`] : titles;
  return stays.length === 0 ? '' : `Cannot be taken back and stays: ${stays.join(', ')}.`;
};

/** Nothing was done at the target, as far as anybody knows. */
const isUntouched = ({ status, created, changed = 0 }: ActionOutcome): boolean =>
  (status === 'skipped' || status === 'gone' || status === 'done') && created + changed === 0;

/** A run of a sync is taken back as one: what it wrote is known by the marks of the sync. One that only deleted cannot be. */
const actionsOfSync = ({ sync, purpose, revision, groupName }: BoundSync, requestId: string): Action[] =>
  purpose === 'remove'
    ? []
    : [
        {
          kind: 'syncContacts',
          purpose: 'undo',
          undoes: requestId,
          sync,
          revision,
          groupName,
          leavers: [],
          night: '',
          checksDrift: false,
          users: {},
          forgotten: [],
          growth: 0,
          shrinkage: 0,
        },
      ];

/** What a run wrote just now may not show yet, and would be left. */
const waitFor = (env: Environment, { sync }: BoundSync): Problem | undefined => {
  const known = getSync(env, sync.id);
  const until = known.ok ? known.value.ranAt + READ_LAG : 0;
  return until > env.now() ? problem('run.looksAgain', { until }) : undefined;
};

/** B6: the order that undoes a run, out of what the ledger knows of it: its targets at which something was done, its actions backwards. */
export const readUndoOrder = (
  { env, ledger, entry }: { readonly env: Environment; readonly ledger: Tables; readonly entry: RequestEntry },
  requestId: string,
): Result<WorkflowOrder> => {
  const before = getRequest(env, requestId);
  if (!before.ok) return before;
  const { name } = before.value;
  if (!mayUndo(before.value)) return fail(problem('undo.nothing', { name }));
  const intent = getIntent(ledger, requestId);
  if (intent === undefined) return fail(problem('undo.recordGone'));
  const sync = intent.actions.find(isSync);
  const wait = sync === undefined ? undefined : waitFor(env, sync);
  if (wait !== undefined) return fail(wait);
  const isLeft = (one: ActionOutcome): boolean => isUntouched(one) && (sync === undefined || (one.deleted ?? 0) === 0);
  const touched = new Set(readOutcomes(ledger, requestId).flatMap((one) => (isLeft(one) ? [] : [one.targetId])));
  // Users that the run created are named by the account they got.
  const accounts = readAccounts(ledger, requestId);
  const nowOf = (targetId: string): string => accounts.get(targetId)?.id ?? targetId;
  // At rows that failed, and at who was created by an import, there is nothing to put back.
  const isOpen = (targetId: string): boolean => hasAccount(targetId) || !intent.actions.some(isImport);
  const targetIds = [...touched].filter(isOpen).map(nowOf).sort(compareText);
  const actions = sync === undefined ? actionsOf(intent, before.value) : actionsOfSync(sync, requestId);
  if (targetIds.length === 0 || actions.length === 0) return fail(problem('undo.nothing', { name }));
  const workflow = {
    name: entry.name,
    type: 'modify' as const,
    description: sync === undefined ? describeRest(intent, accounts.size) : '',
  };
  // A suspension is undone at suspended users, too.
  const order: WorkflowOrder = { workflow, targetIds, actions, admitSuspended: true, undoes: requestId };
  putAddresses(
    ledger,
    entry.id,
    getAddresses(ledger, requestId).flatMap(([userId, email]) => (touched.has(userId) ? [[nowOf(userId), email] as const] : [])),
  );
  putOrder(ledger, entry.id, order);
  return ok(order);
};
