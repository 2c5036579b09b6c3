import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { CopyContactsAction } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { isCopy, isCreation, isImport, isRemoval, isSync } from '../../core/workflows/Action';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import type { Task } from '../../google/Call';
import { lookAround } from '../apply/lookAround';
import { planForUser } from '../apply/planForUser';
import { keepersOf } from '../approvals/keepersOf';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Meter } from '../runs/meter';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { Installation } from '../setUp/Installation';
import { openSync } from '../sync/openSync';
import { previewSync } from '../sync/previewSync';
import { listSyncs } from '../sync/syncStore';
import { openUndo } from '../undo/openUndo';
import { planUndoForUser } from '../undo/planUndoForUser';
import { checkDelivery } from './checkDelivery';
import { readSource, recordOf, type ReadSource } from './observeSources';
import { futureUsers, planForNewUser, previewCreations, previewNewCopy } from './previewNewUsers';
import { previewRemoval } from './previewRemoval';
import { previewChanges, previewTarget, type TargetPreview } from './previewTarget';
import { getSource, putSource, readPreviews, removePreviews } from './records';

/** What making a preview works with. */
export interface PreviewWork {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly entry: RequestEntry;
  /** Counts what every slice of the run looks up again. */
  readonly meter: Meter;
}

/** When the source changed since an earlier slice, the previews made of it are thrown away. */
const keepSource = ({ ledger, entry }: PreviewWork, index: number, source: ReadSource): void => {
  const known = getSource(ledger, entry.id, index);
  if (known?.fingerprint === source.fingerprint) return;
  if (known !== undefined) removePreviews(ledger, entry.id);
  putSource(ledger, entry.id, index, recordOf(source));
};

/** The source as it is now. */
const readSnapshot = (work: PreviewWork, action: CopyContactsAction, index: number): Result<ReadSource> => {
  const { env, installation } = work;
  const snapshot = doTask(env, () => readSource({ serviceAccount: installation.serviceAccount, now: env.now }, action));
  if (!snapshot.ok) return snapshot;
  keepSource(work, index, snapshot.value);
  if (snapshot.value.contacts.length > 0) return snapshot;
  return fail(problem('copy.sourceEmpty', { email: snapshot.value.email, label: action.sourceGroup?.name ?? '' }));
};

/** What makes the preview of one target. */
type Previewer = (user: DirectoryUser) => Task<Result<TargetPreview>>;

/**
 * How one action is previewed, with what is the same for all targets looked up. A copy reads its source; a removal and an undo only
 * what the ledger tells of earlier runs.
 */
export const previewerOf = (work: PreviewWork, order: WorkflowOrder, index: number): Result<Previewer> => {
  const { env, installation, ledger, entry, meter } = work;
  const action = order.actions[index];
  if (action === undefined) throw new Error(`no action ${index}`);
  const delegation = { serviceAccount: installation.serviceAccount, now: env.now };
  const quotas = configuredQuotas(env);
  // The order came with the previews of all rows.
  if (isImport(action)) throw new Error('a row without a preview');
  if (isCreation(action)) return previewCreations(env, order.newUsers ?? [], index);
  // Who is to be created is as their row says: nothing has to be read for them.
  const future =
    order.newUsers === undefined ? undefined : futureUsers(readPreviews(ledger, entry.id), order.actions.findIndex(isCreation));
  if (isSync(action)) {
    const opened = openSync(work, action, order.targetIds.length, meter.env);
    if (!opened.ok) return opened;
    keepSource(work, index, opened.value.source);
    return ok((user) => previewSync(opened.value.run, index, user));
  }
  const keepers = keepersOf(env, installation);
  if (isRemoval(action)) {
    const { delivery } = action;
    const checked = checkDelivery(env, delivery);
    const syncIds = new Set(listSyncs(env).map(({ id }) => id));
    return checked.ok ? ok((user) => previewRemoval({ delegation, delivery, syncIds }, index, user, quotas)) : checked;
  }
  if (action.kind === 'undoChanges') {
    const undo = openUndo(meter.env, installation, ledger, action);
    return undo.ok ? ok((user) => previewChanges(planUndoForUser(undo.value, user.id), index, user, keepers)) : undo;
  }
  if (!isCopy(action)) {
    const around = doTask(meter.env, () => lookAround(action, keepers, { asPreview: true }));
    if (!around.ok) return around;
    const planFor = (id: string) =>
      future === undefined ? planForUser(action, id, around.value) : planForNewUser(action, future.get(id), entry.id);
    return ok((user) => previewChanges(planFor(user.id), index, user, keepers));
  }
  const snapshot = readSnapshot(work, action, index);
  if (!snapshot.ok) return snapshot;
  const run = { delegation, snapshot: snapshot.value, action, origin: entry.id, targets: order.targetIds.length, quotas };
  const sourceIds = recordOf(snapshot.value).index.map(([id]) => id);
  if (future !== undefined) return ok((user) => previewNewCopy(run, index, user.id, future, sourceIds));
  return ok((user) => previewTarget(run, index, user, sourceIds));
};
