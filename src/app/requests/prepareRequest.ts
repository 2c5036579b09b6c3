import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { estimateRun } from '../../core/plan/estimate';
import { timeOfSpaces } from '../../core/plan/timeOfSpaces';
import { chooseCanaries } from '../../core/runs/chooseCanaries';
import { matchesOf } from '../../core/plan/describeSkips';
import { skipsDigest } from '../../core/plan/packSkips';
import { admitsSuspended, isCopy, isImport, isSync, needsContacts, type Action } from '../../core/workflows/Action';
import { asFutureUser } from '../../core/users/asFutureUser';
import { newTargetId, unpackNewUser } from '../../core/users/NewUser';
import { readsSource } from '../../core/sync/SyncContactsAction';
import { intentDigest, plannerVersion, type BoundAction, type Intent } from '../../core/workflows/Intent';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import { unpackChanges } from '../../core/users/packChanges';
import { searchesOf } from '../../core/users/writesOf';
import type { DirectoryChange } from '../../core/users/UserChange';
import { runWaves } from '../../engine/runWaves';
import { checkLetThrough } from '../approvals/checkLetThrough';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';
import { doTask, marginOf } from '../runs/doTask';
import { metered } from '../runs/meter';
import { pauseFor } from '../runs/pause';
import { noteTrouble } from '../runs/trouble';
import { addressOf } from '../runs/tellRequester';
import { findStanding, nightCounts } from '../sync/findStanding';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { Installation } from '../setUp/Installation';
import { observeUsers } from '../targets/observeSelection';
import { isPassing, stopsEverything } from './observeSources';
import { findCovering, listPreApprovals, standingsFor } from './preApprovals';
import { previewerOf, type PreviewWork } from './previewerOf';
import { refusedPreview, type TargetPreview } from './previewTarget';
import { addressBook } from './addressBook';
import { appendPreviews, getAddresses, getOrder, getSource, putIntent, readPreviews } from './records';
import { readOrder } from './readOrder';
import { prepareSettings } from './prepareSettings';
import { readRequester } from './readRequester';
import { changeRequest, getRequest } from './requestStore';
import { askedOf, digestOfView, writeRequestView, type Asked } from './requestsView';
import { sum, totalsOf } from './totalsOf';
import { toPreviewLine, writePreviewView } from './views';

/** `prepared` or `refused`: the question is answered. `unfinished`: the next slice goes on. */
export type Preparation = 'prepared' | 'refused' | 'unfinished';

const changesOf = (previews: readonly TargetPreview[], action: number): DirectoryChange[] =>
  previews.filter((one) => one.action === action).flatMap(({ contacts }) => unpackChanges(contacts));

/** Previews are stored when so many wait, but not all the time, since a table takes a third of a second: a killed slice loses no more. */
const storedAtOnce = 100;
const storedEvery = 30_000;

const previewAction = (work: PreviewWork, order: WorkflowOrder, index: number, users: readonly DirectoryUser[]): Result<void> => {
  const { env, ledger, entry } = work;
  const action = order.actions[index];
  if (action === undefined) throw new Error(`no action ${index}`);
  const done = new Set(
    readPreviews(ledger, entry.id)
      .filter((one) => one.action === index)
      .map((one) => one.targetId),
  );
  const open = order.targetIds.filter((one) => !done.has(one));
  if (open.length === 0) return ok(undefined);
  const preview = previewerOf(work, order, index);
  if (!preview.ok) return preview;
  const byId = new Map(users.map((user) => [user.id, user]));
  const waiting: TargetPreview[] = [];
  let storedAt = env.now();
  const store = (): void => {
    storedAt = env.now();
    if (waiting.length > 0) appendPreviews(ledger, entry.id, waiting.splice(0));
  };
  const live: DirectoryUser[] = [];
  const admits = !needsContacts(action) && admitsSuspended(order);
  for (const targetId of open) {
    const user = byId.get(targetId);
    if (user === undefined) waiting.push(refusedPreview(index, targetId, problem('target.accountGone')));
    else {
      const inactive = admits ? undefined : refuseInactive(user);
      if (inactive === undefined) live.push(user);
      else waiting.push(refusedPreview(index, targetId, inactive));
    }
  }
  let complete = true;
  let stopping: Problem | undefined;
  const { stopped } = runWaves(
    live.map((user) => ({ key: user.id, task: () => preview.value(user) })),
    env,
    {
      margin: marginOf(env),
      onOutcome: (userId, outcome) => {
        if (outcome.kind === 'threw') throw outcome.error;
        if (outcome.kind !== 'done') complete = false;
        else if (outcome.value.ok) waiting.push(outcome.value.value);
        else if (stopsEverything(outcome.value.problem)) stopping = outcome.value.problem;
        else waiting.push(refusedPreview(index, userId, outcome.value.problem));
        if (waiting.length >= storedAtOnce && env.now() - storedAt >= storedEvery) store();
        return stopping === undefined ? undefined : 'stop';
      },
    },
  );
  store();
  if (stopping !== undefined) return fail(stopping);
  return complete ? ok(undefined) : fail(stopped ?? problem('run.outOfTime'));
};

/** It reads the contacts of a user. */
const readsAccount = (action: Action): boolean =>
  isCopy(action) || (isSync(action) && readsSource(action) && action.sync.source.kind === 'personal');

/** Look-ups when a target is looked at again; who was created is not. */
const lookUpsAgain = ({ contacts, directory }: TargetPreview): number =>
  directory === undefined || unpackNewUser(contacts) !== undefined ? 0 : directory - searchesOf(unpackChanges(contacts));

const finish = (
  work: PreviewWork,
  order: WorkflowOrder,
  users: readonly DirectoryUser[],
  requester: DirectoryUser,
): Result<RequestEntry> => {
  const { env, ledger, workbook, entry, meter } = work;
  const previews = readPreviews(ledger, entry.id);
  // A source that changed meanwhile threw previews away: the next slice makes them again.
  if (previews.length !== order.actions.length * order.targetIds.length) return fail(problem('run.outOfTime'));
  const actions = order.actions.map((action, index): BoundAction => {
    const own = previews.filter((one) => one.action === index && one.problem === undefined);
    const bounds = { creates: Object.fromEntries(own.map((one) => [one.targetId, one.creates])), contacts: skipsDigest(own) };
    if (!isCopy(action) && !isSync(action)) return { ...action, ...bounds };
    const record = getSource(ledger, entry.id, index);
    const source = { contacts: record?.index.length ?? 0, fingerprint: record?.fingerprint ?? '' };
    return isCopy(action) ? { ...action, source, ...bounds } : { ...action, source, counts: nightCounts(action, previews), ...bounds };
  });
  const totals = totalsOf(order.actions, previews);
  const bare: Intent = {
    kind: 'workflow',
    plannerVersion,
    requestId: entry.id,
    requesterId: entry.requesterId,
    workflow: order.workflow,
    targetIds: order.targetIds,
    actions,
    ...(order.admitSuspended === undefined ? {} : { admitSuspended: order.admitSuspended }),
    ...(order.undoes === undefined ? {} : { undoes: order.undoes }),
    deletions: totals.deletes ?? 0,
    tolerance: 0,
    expiresAt: entry.expiresAt,
    needed: readPolicy(env).needed,
  };
  const copies = [...order.actions.entries()].flatMap(([index, action]) => (readsAccount(action) ? [[action, index] as const] : []));
  const lookedUp = meter.counted().directory;
  const atStart = order.startLookUps ?? lookedUp;
  const standings = standingsFor(meter.env, listPreApprovals(env), users);
  if (!standings.ok) return standings;
  const preApproval = findCovering(env, bare, standings.value);
  const standing = findStanding(env, ledger, bare);
  const soFar = meter.counted().directory;
  const letThrough = checkLetThrough(meter.env, ledger, bare, 'itself');
  const perDecision = letThrough.ok ? meter.counted().directory - soFar : bare.needed;
  const intent: Intent = {
    ...bare,
    ...(preApproval === undefined ? {} : { preApproval }),
    ...(standing.ok ? { standing: standing.value } : {}),
    ...(letThrough.ok ? { needed: 0 } : {}),
  };
  /** B15: of the targets that are looked at again before the run goes on. */
  const verifying = (read: (one: TargetPreview) => number): number =>
    sum(actions, ({ creates }, index) => {
      const canaries = chooseCanaries(order.targetIds, creates);
      return sum(
        previews.filter((one) => one.action === index && canaries.includes(one.targetId)),
        read,
      );
    });
  const byId = new Map(users.map((user) => [user.id, user]));
  const addressOf = addressBook(ledger, entry.id, byId);
  const lines = previews.map((preview) =>
    toPreviewLine(preview, order.actions[preview.action]?.kind ?? '', byId.get(preview.targetId), addressOf),
  );
  const asked = askedIn(work, order, requester.primaryEmail);
  putIntent(ledger, entry.id, intent);
  // Most nights of a sync find nothing to do, and leave no request.
  const isIdle = standing.ok && previews.every(({ creates, problem: why }) => creates === 0 && why === undefined);
  // Views first: what is cut short here is done again, what is prepared is not.
  if (!isIdle) {
    writePreviewView(workbook, entry.id, lines);
    writeRequestView(workbook, entry, asked);
  }
  const prepared = changeRequest(env, entry.id, (current) => {
    const next = advance(current, 'prepared', env.now());
    if (!next.ok) return next;
    return ok({
      ...next.value,
      digest: intentDigest(intent),
      targets: order.targetIds.length,
      preApprovalId: preApproval?.id ?? '',
      ...(preApproval === undefined ? {} : { preApprovalDigest: preApproval.digest.slice(0, 8) }),
      needed: intent.needed,
      planned: {
        ...totals,
        skips: sum(previews, (one) => matchesOf(one.skips) + one.skips.nothingToCopy),
      },
      calls: estimateRun(
        previews,
        {
          sourceReads: copies.map(([, index]) => getSource(ledger, entry.id, index)?.reads ?? 1),
          // What was looked up here is looked up by each slice; so are each source and, without an approval given before, the officers who
          // approved, or whether there is a risk. The requester's address is, at the end.
          directory:
            atStart + (preApproval !== undefined ? meter.counted().directory - lookedUp : standing.ok ? 0 : perDecision) + copies.length,
          directoryAtEnd: 1 + verifying(lookUpsAgain),
          verifyReads: verifying((one) => one.verifyReads),
          atLeast: sum(actions, ({ kind }, index) =>
            ['addToSpaces', 'undoChanges', 'importUsers'].includes(kind) ? timeOfSpaces(changesOf(previews, index)) : 0,
          ),
        },
        configuredQuotas(env),
      ),
      viewDigest: digestOfView(asked, lines),
    });
  });
  if (prepared.ok && !isIdle) writeRequestView(workbook, prepared.value);
  return prepared;
};

const askedIn = ({ env, ledger, entry }: PreviewWork, order: WorkflowOrder, requester: string): Asked =>
  askedOf(
    requester,
    order,
    order.actions.map((action, index) =>
      isCopy(action) ? (getSource(ledger, entry.id, index)?.email ?? (addressOf(env, action.sourceUserId) || undefined)) : undefined,
    ),
  );

const refuse = (work: PreviewWork, reason: Problem): Preparation => {
  const { env, ledger, workbook, entry } = work;
  const order = getOrder(ledger, entry.id);
  const asked = order === undefined ? undefined : askedIn(work, order, addressOf(env, entry.requesterId));
  writeRequestView(workbook, entry, asked);
  const failed = changeRequest(env, entry.id, (current) => {
    const next = advance(current, 'failed', env.now());
    return next.ok ? ok({ ...next.value, reason, viewDigest: asked === undefined ? '' : digestOfView(asked, []) }) : next;
  });
  if (failed.ok) writeRequestView(workbook, failed.value);
  env.log('request.refused', { request: entry.id, code: reason.code });
  return 'refused';
};

const prepare = (work: PreviewWork): Result<RequestEntry> => {
  const requester = readRequester(work.meter.env, work.entry);
  if (!requester.ok) return requester;
  const order = readOrder(work);
  if (!order.ok) return order;
  const { newUsers, targetIds } = order.value;
  const users = order.value.actions.some(isImport)
    ? ok(
        getAddresses(work.ledger, work.entry.id).map(([id, email]) => ({
          ...asFutureUser(id, undefined),
          primaryEmail: email,
          orgUnitPath: '',
        })),
      )
    : newUsers === undefined
      ? doTask(work.meter.env, () => observeUsers(targetIds))
      : ok(newUsers.map((user) => asFutureUser(newTargetId(user.email), user)));
  if (!users.ok) return users;
  for (let index = 0; index < order.value.actions.length; index += 1) {
    const previewed = previewAction(work, order.value, index, users.value);
    if (!previewed.ok) return previewed;
  }
  return finish(work, order.value, users.value, requester.value);
};

/** The operator's part of a preview, in as many slices as it takes: what is stored is not made again. */
export const prepareRequest = (env: Environment, installation: Installation, requestId: string): Preparation => {
  const entry = getRequest(env, requestId);
  if (!entry.ok || entry.value.state !== 'preparing') return 'refused';
  const ledger = env.ledger(installation.ledgerId);
  const workbook = env.workbook(installation.workbookId);
  if (!ledger.ok || !workbook.ok) return 'unfinished';
  const work: PreviewWork = { env, installation, ledger: ledger.value, workbook: workbook.value, entry: entry.value, meter: metered(env) };
  const prepared = entry.value.kind === 'settings' ? prepareSettings(env, work.ledger, work.workbook, entry.value) : prepare(work);
  if (prepared.ok) {
    env.log('request.prepared', { request: requestId, targets: prepared.value.targets, creates: prepared.value.planned.creates });
    return 'prepared';
  }
  if (isPassing(prepared.problem)) {
    pauseFor(env, prepared.problem);
    const gaveUp = noteTrouble(env, requestId, prepared.problem, readPreviews(work.ledger, requestId).length);
    if (gaveUp !== undefined) return refuse(work, gaveUp);
    env.log('request.unfinished', { request: requestId, code: prepared.problem.code });
    return 'unfinished';
  }
  return refuse(work, prepared.problem);
};
