import type { Problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import { ok } from '../../core/base/Result';
import { hasEvents } from '../audit/appendEvents';
import { openClaims } from '../approvals/claims';
import { consumeClaims } from '../approvals/consumeClaims';
import { askOfficers, nextOfWaiting, remindOfficers } from '../approvals/tellOfficers';
import { answerQuestion } from '../bridge/answerQuestion';
import { dropOldAnswers } from '../bridge/listSourceLabels';
import { clearParcels } from '../bridge/clearParcels';
import { listQuestions, pendingKey, setPending } from '../bridge/Question';
import { applySettings } from '../approvals/applySettings';
import { nextNotice, tendNotices } from '../approvals/notices';
import { nextShare, tendShares } from '../approvals/tendShares';
import type { Environment } from '../Environment';
import { expireDue, listEntries } from '../requests/requestStore';
import { mendRequestsView } from '../requests/requestsView';
import { readInstallation, type Installation } from '../setUp/Installation';
import { findClosed, openWorkbook } from '../setUp/openFiles';
import { doNights, nextNight } from '../sync/doNights';
import { asWriter, type Writer } from './asWriter';
import { continueAt } from './continueAt';
import { dropStrayNotes } from './dropStrayNotes';
import { marginOf } from './doTask';
import { openRuns } from './openRuns';
import { isPaused, writesPausedUntil } from './pause';
import { parkInterrupted } from './parkInterrupted';
import { isStopped } from './stopRun';
import { isUntold, tellLeftOver } from './tellRequester';
import { restsUntil } from './trouble';
import { runRequest } from './runRequest';

/** Clears the flag, unless something came in meanwhile. */
const settlePending = (env: Environment): boolean => {
  let left = false;
  env.locked((): Result<void> => {
    const all = env.authority.all();
    const runs = openRuns(env, all);
    const next = Math.min(
      runs.nextStart ?? Infinity,
      nextNotice(env, all) ?? Infinity,
      nextOfWaiting(env, all) ?? Infinity,
      nextShare(env, all) ?? Infinity,
      nextNight(env, all) ?? Infinity,
    );
    left =
      listQuestions(env, all).length > 0 ||
      runs.due.length > 0 ||
      listEntries(env, all).some(isUntold) ||
      openClaims(env, all).length > 0 ||
      hasEvents(all) ||
      next <= env.now();
    if (!left && next < Infinity) return setPending(env, next);
    if (!left) env.authority.delete(pendingKey);
    return ok(undefined);
  });
  return left;
};

/** Gives back when there is something to do again, as far as the runs tell. */
const workThrough = (writer: Writer, installation: Installation): number => {
  const { env } = writer;
  let next = Infinity;
  const timeIsUp = (): boolean => env.timeLeft() < marginOf(env) || isPaused(env);
  // A decision and the run it lets through are separate executions: what this look verifies, the next one runs.
  const open = openRuns(env).due;
  consumeClaims(env, installation);
  tellLeftOver(env, installation);
  askOfficers(env, installation);
  remindOfficers(env, installation);
  doNights(env, installation, timeIsUp);
  for (const question of listQuestions(env)) {
    if (timeIsUp()) return 0;
    if (restsUntil(env, question.id) <= env.now()) answerQuestion(env, installation, question);
  }
  tendNotices(env, installation);
  // Runs that began come first, then in the order they were sent.
  open.sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running') || a.changedAt - b.changedAt);
  for (const entry of open) {
    if (timeIsUp()) return 0;
    if (entry.kind === 'settings') {
      if (!applySettings(env, installation, entry.id)) next = Math.min(next, env.now());
      continue;
    }
    // A stopped request is closed also while nothing can be written.
    if (writesPausedUntil(env) > env.now() && !isStopped(env, entry.id)) next = Math.min(next, writesPausedUntil(env));
    else next = Math.min(next, runRequest(writer, installation, entry.id) ?? Infinity);
  }
  next = Math.min(next, tellLeftOver(env, installation));
  tendShares(env, installation);
  dropStrayNotes(env);
  clearParcels(env, installation);
  const workbook = openWorkbook(env, installation);
  if (workbook.ok) mendRequestsView(workbook.value, listEntries(env));
  // What could not be answered now is asked again.
  const fresh = openRuns(env).due.filter(({ id }) => !open.some((one) => one.id === id));
  return Math.min(next, ...fresh.map(() => 0), ...listQuestions(env).map((question) => restsUntil(env, question.id)));
};

/**
 * What waits for the operator, as far as this execution's time goes; gives back what keeps all of it from being done. The caller made
 * sure that this is the operator.
 */
export const sweep = (env: Environment): Problem | undefined => {
  const installation = readInstallation(env);
  if (!installation.ok) return undefined;
  // First, because a store that is full has no room for the lease.
  dropOldAnswers(env, env.authority.all());
  const closed = findClosed(env, installation.value);
  if (closed !== undefined) {
    env.log('sweep.held', { code: closed.code });
    return closed;
  }
  let next = 0;
  const wrote = asWriter(env, (writer) => {
    env.locked(() => {
      expireDue(env);
      return ok(undefined);
    });
    parkInterrupted(env, installation.value);
    next = workThrough(writer, installation.value);
  });
  const left = wrote && settlePending(env);
  if (left && !isPaused(env)) continueAt(env, next, installation.value.sweepMinutes);
  env.log('sweep', { wrote, left });
  return undefined;
};
