import type { Problem } from '../../core/base/Problem';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { advance } from '../../core/approvals/RequestEntry';
import { addEfforts, noEffort } from '../../core/plan/Effort';
import { summarize } from '../../core/runs/summarize';
import type { Intent } from '../../core/workflows/Intent';
import { classOf } from '../../google/classOf';
import type { Environment } from '../Environment';
import { isSync } from '../../core/workflows/Action';
import { activateSync } from '../sync/activateSync';
import { addressBook } from '../requests/addressBook';
import { isPassing } from '../requests/observeSources';
import { appendSlice, readOutcomes } from '../requests/records';
import { changeRequest, getRequest } from '../requests/requestStore';
import { readRequester } from '../requests/readRequester';
import { writeRequestView } from '../requests/requestsView';
import type { Installation } from '../setUp/Installation';
import type { Writer } from './asWriter';
import { checkApproval, readIntent } from './checkRun';
import { closeRun } from './closeRun';
import { dropJournal, emptyJournal, journalValues } from './journal';
import { metered } from './meter';
import { observeTargets } from './observeTargets';
import { readParked } from './parkedTargets';
import { pauseFor, writesPausedUntil } from './pause';
import { progressNotes, readProgress, type ProgressNotes } from './progress';
import { runActions } from './runActions';
import { READ_LAG } from './settleTarget';
import { isStopped } from './stopRun';
import { noteTrouble, restsUntil } from './trouble';

/** When the next slice can do something: after reads have caught up, after the day, else as soon as another execution can be had. */
const goesOnAt = (env: Environment, why: Problem): number => {
  // What Google could not do just now, after all retries, is not tried again at once.
  const soon = classOf(why) === undefined ? env.now() : env.now() + READ_LAG;
  return Math.max(Number(why.data['until'] ?? 0) || 0, writesPausedUntil(env), soon);
};

/**
 * One slice of an approved request's run. What is recorded is not done again; a slice that ends early is followed by another,
 * at the time that is given back; undefined when the request is closed. The caller holds the writer lease.
 */
export const runRequest = (writer: Writer, installation: Installation, requestId: string): number | undefined => {
  const meter = metered(writer.env);
  const { env } = meter;
  const found = getRequest(env, requestId);
  if (!found.ok || (found.value.state !== 'approved' && found.value.state !== 'running')) return undefined;
  const mayRest = isStopped(env, requestId) ? 0 : Math.max(readProgress(env, requestId)?.goesOnAt ?? 0, restsUntil(env, requestId));
  if (mayRest > env.now()) return mayRest;
  const opened = { ledger: env.ledger(installation.ledgerId), workbook: env.workbook(installation.workbookId) };
  if (!opened.ledger.ok || !opened.workbook.ok) return env.now();
  const [ledger, workbook] = [opened.ledger.value, opened.workbook.value];
  const startedAt = env.now();
  let entry = found.value;
  let intent: Intent | undefined;
  let addressOf = addressBook(ledger, requestId, undefined);
  let progress: ProgressNotes | undefined;

  const run = (): Result<void> => {
    const read = readIntent(ledger, entry);
    if (!read.ok) return read;
    intent = read.value;
    const requester = readRequester(env, entry);
    if (!requester.ok) return requester;
    const observed = observeTargets(env, ledger, read.value);
    if (!observed.ok) return observed;
    const { users } = observed.value;
    addressOf = addressBook(ledger, requestId, users);
    if (isStopped(env, requestId)) return fail(problem('run.stopped'));
    const approved = checkApproval(env, ledger, entry, read.value, [...users.values()]);
    if (!approved.ok) return approved;
    const sync = read.value.actions.find(isSync);
    const activated = sync === undefined ? ok(undefined) : activateSync(env, ledger, workbook, entry, sync, installation.operatorId);
    if (!activated.ok) return activated;
    if (entry.state === 'approved') {
      const running = changeRequest(env, requestId, (current) => advance(current, 'running', env.now()));
      if (!running.ok) return running;
      entry = running.value;
      writeRequestView(workbook, entry);
    }
    const { targetIds, actions } = read.value;
    progress = progressNotes(env, requestId, targetIds.length * actions.length, readOutcomes(ledger, requestId).length);
    if (sync?.later === true) return ok(undefined);
    const ran = runActions({
      env,
      installation,
      ledger,
      workbook,
      intent: read.value,
      ...observed.value,
      addressOf,
      renew: writer.renew,
      progress,
      effort: meter.effort,
    });
    // Its rule is approved: the next run brings what changed meanwhile.
    return sync?.purpose === 'save' && !ran.ok && ran.problem.code === 'run.sourceChanged' ? ok(undefined) : ran;
  };

  const doneSoFar = (): number =>
    readParked(ledger, requestId).reduce((sum, { checkpoint }) => sum + checkpoint.settled, readOutcomes(ledger, requestId).length);
  let ran = run();
  if (!ran.ok && isPassing(ran.problem)) {
    const end = isStopped(env, requestId) ? problem('run.stopped') : noteTrouble(env, requestId, ran.problem, doneSoFar());
    if (end !== undefined) ran = fail(end);
  }
  // Everything that was under way is answered and recorded; what it took is counted with the next change of the request.
  env.authority.setAll(journalValues({ requestId, action: 0, at: env.now(), positions: [], effort: meter.effort() }));
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
    const changed = changeRequest(
      env,
      requestId,
      (current) =>
        ok({
          ...current,
          outcome: summarize(outcomes),
          counted: addEfforts(current.counted ?? noEffort, meter.effort()),
          changedAt: env.now(),
        }),
      () => emptyJournal,
    );
    dropJournal(env);
    if (changed.ok) writeRequestView(workbook, changed.value);
    const at = Math.max(goesOnAt(env, ran.problem), restsUntil(env, requestId));
    const parked = readParked(ledger, requestId);
    const ended = new Set(outcomes.map(({ action, targetId }) => `${action} ${targetId}`));
    const notReady = parked.filter(({ action, targetId, checkpoint }) => {
      return checkpoint.rounds === 0 && checkpoint.until > env.now() && !ended.has(`${action} ${targetId}`);
    });
    progress?.rest(at, parked.filter((one) => one.checkpoint.rounds > 0).length, new Set(notReady.map(({ targetId }) => targetId)).size);
    return at;
  }
  closeRun({
    env,
    installation,
    ledger,
    workbook,
    entry,
    intent,
    addressOf,
    reason: ran.ok ? undefined : ran.problem,
    effort: meter.effort,
  });
  return undefined;
};
