import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { covers } from '../../core/approvals/covers';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { compareSources } from '../../core/runs/compareSources';
import { summarize } from '../../core/runs/summarize';
import { actionOf, intentDigest, plannerVersion, type Intent } from '../../core/workflows/Intent';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { Environment, Tables } from '../Environment';
import { isPassing, readSource, recordOf } from '../requests/observeSources';
import { getPreApproval, preApprovalDigest, standingsFor } from '../requests/preApprovals';
import { appendSlice, getIntent, getSource, readOutcomes } from '../requests/records';
import { changeRequest, getRequest } from '../requests/requestStore';
import { readRequester } from '../requests/readRequester';
import { writeRequestView } from '../requests/views';
import type { Installation } from '../setUp/Installation';
import { observeUsers } from '../targets/observeSelection';
import { closeRun } from './closeRun';
import { copyToTargets } from './copyToTargets';
import { doTask } from './doTask';
import { pauseFor } from './pause';

export type RunEnd = 'closed' | 'unfinished';

export interface RunWork {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly intent: Intent;
  /** Users of the intent that still exist, by id. */
  readonly users: ReadonlyMap<string, DirectoryUser>;
  /** Proves to be the one writer before each wave of writes; throws when another took over. */
  readonly beforeWrites: () => void;
}

/** B2: the intent, if it is what was approved. */
const readIntent = (ledger: Tables, entry: RequestEntry): Result<Intent> => {
  const intent = getIntent(ledger, entry.id);
  if (intent === undefined || entry.digest === '' || intentDigest(intent) !== entry.digest) return fail(problem('run.intentAltered'));
  if (intent.requesterId !== entry.requesterId || intent.requestId !== entry.id) return fail(problem('run.intentAltered'));
  if (intent.plannerVersion !== plannerVersion) return fail(problem('run.otherPlanner'));
  return ok(intent);
};

/** Everything an approval rests on is looked at again when it is used. */
const checkApproval = (env: Environment, entry: RequestEntry, intent: Intent, users: readonly DirectoryUser[]): Result<void> => {
  if (entry.state === 'approved' && env.now() >= intent.expiresAt) return fail(problem('request.expired', { name: entry.name }));
  if (intent.preApproval === undefined) return fail(problem('request.nobodyCanApprove', { name: entry.name }));
  const record = getPreApproval(env, intent.preApproval.id);
  if (!record.ok) return record;
  if (preApprovalDigest(record.value) !== intent.preApproval.digest)
    return fail(problem('preApproval.changed', { preApproval: record.value.id }));
  const standings = standingsFor(env, [record.value], users);
  if (!standings.ok) return standings;
  const there = new Set(users.map((user) => user.id));
  // Who is gone gets nothing, so the bounds need not hold for them. The cap of the day was charged when the request was sent.
  const present = { ...intent, targetIds: intent.targetIds.filter((userId) => there.has(userId)) };
  // An end date that passes while a run goes on does not cut it in two; a record that was withdrawn or changed does.
  const at = entry.state === 'running' ? Math.min(env.now(), record.value.until - 1) : env.now();
  return covers(record.value, present, { standings: standings.value, targetsUsedToday: 0 }, at);
};

/** B2: a source that is not as it was previewed refuses the run, and says what changed. */
const readApprovedSource = (work: RunWork, index: number): Result<SourceSnapshot> => {
  const { env, installation, intent, ledger } = work;
  const bound = intent.actions[index];
  if (bound === undefined) throw new Error(`no action ${index}`);
  const snapshot = doTask(env, () => readSource({ serviceAccount: installation.serviceAccount, now: env.now }, actionOf(bound)));
  if (!snapshot.ok || snapshot.value.fingerprint === bound.source.fingerprint) return snapshot;
  const before = getSource(ledger, intent.requestId, index);
  const { added, edited, removed } = compareSources(before?.index ?? [], recordOf(snapshot.value).index);
  return fail(problem('run.sourceChanged', { added, edited, removed }));
};

const runActions = (work: RunWork): Result<void> => {
  const { env, intent, ledger } = work;
  for (let index = 0; index < intent.actions.length; index += 1) {
    const done = new Set(
      readOutcomes(ledger, intent.requestId)
        .filter((one) => one.action === index)
        .map((one) => one.targetId),
    );
    const open = intent.targetIds.filter((userId) => !done.has(userId));
    if (open.length === 0) continue;
    const snapshot = readApprovedSource(work, index);
    if (!snapshot.ok) return snapshot;
    const copied = copyToTargets(work, index, snapshot.value, open);
    if (!copied.ok) return copied;
  }
  env.log('run.complete', { request: intent.requestId, targets: intent.targetIds.length });
  return ok(undefined);
};

/**
 * One slice of an approved request's run. What is recorded is not done again; a slice that ends early is followed by another.
 * The caller holds the writer lease.
 */
export const runRequest = (env: Environment, installation: Installation, requestId: string, beforeWrites: () => void): RunEnd => {
  const found = getRequest(env, requestId);
  if (!found.ok || (found.value.state !== 'approved' && found.value.state !== 'running')) return 'closed';
  const opened = { ledger: env.ledger(installation.ledgerId), workbook: env.workbook(installation.workbookId) };
  if (!opened.ledger.ok || !opened.workbook.ok) return 'unfinished';
  const [ledger, workbook] = [opened.ledger.value, opened.workbook.value];
  const startedAt = env.now();
  let entry = found.value;
  let intent: Intent | undefined;
  let users: ReadonlyMap<string, DirectoryUser> = new Map();

  const run = (): Result<void> => {
    const read = readIntent(ledger, entry);
    if (!read.ok) return read;
    intent = read.value;
    const requester = readRequester(env, entry);
    if (!requester.ok) return requester;
    const observed = doTask(env, () => observeUsers(read.value.targetIds));
    if (!observed.ok) return observed;
    users = new Map(observed.value.map((user) => [user.id, user]));
    const approved = checkApproval(env, entry, read.value, observed.value);
    if (!approved.ok) return approved;
    if (entry.state === 'approved') {
      const running = changeRequest(env, requestId, (current) => advance(current, 'running', env.now()));
      if (!running.ok) return running;
      entry = running.value;
      writeRequestView(workbook, entry, requester.value.primaryEmail);
    }
    return runActions({ env, installation, ledger, workbook, intent: read.value, users, beforeWrites });
  };

  const ran = run();
  const unfinished = !ran.ok && isPassing(ran.problem);
  const outcomes = readOutcomes(ledger, requestId);
  appendSlice(ledger, {
    request: requestId,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(env.now()).toISOString(),
    version: env.version,
    outcomes: outcomes.length,
    state: unfinished ? 'unfinished' : ran.ok ? 'complete' : ran.problem.code,
    digest: entry.digest,
  });
  if (!ran.ok && unfinished) {
    pauseFor(env, ran.problem);
    changeRequest(env, requestId, (current) => ok({ ...current, outcome: summarize(outcomes), changedAt: env.now() }));
    return 'unfinished';
  }
  closeRun({ env, installation, ledger, workbook, entry, intent, users, reason: ran.ok ? undefined : ran.problem });
  return 'closed';
};
