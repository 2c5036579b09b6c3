import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { untouchedCheckpoint } from '../../core/runs/Checkpoint';
import { addEfforts, noEffort, type Effort } from '../../core/plan/Effort';
import { countAs } from '../../core/runs/countAs';
import { finalState, summarize } from '../../core/runs/summarize';
import type { Intent } from '../../core/workflows/Intent';
import type { Environment, Tables } from '../Environment';
import { isSync } from '../../core/workflows/Action';
import { recordSyncRun } from '../sync/recordSyncRun';
import { dropNightsBefore } from '../requests/dropRequest';
import { appendOutcomes, readOutcomes, type ActionOutcome } from '../requests/records';
import { changeRequest } from '../requests/requestStore';
import type { AddressOf } from '../requests/addressBook';
import { writeRequestView } from '../requests/requestsView';
import { dropProgressLine, mendResultsView } from '../requests/views';
import type { Installation } from '../setUp/Installation';
import { dropParked, readParked, type ParkedTarget } from './parkedTargets';
import { dropJournal, emptyJournal } from './journal';
import { progressKey } from './progress';
import { stopKey } from './stopRun';
import { troubleKey } from './trouble';
import { findAddress, tellRequester } from './tellRequester';

export interface EndedRun {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly entry: RequestEntry;
  /** Undefined when not even the intent could be read. */
  readonly intent: Intent | undefined;
  readonly addressOf: AddressOf;
  /** Why it ended before every target had its turn; undefined when it did not. */
  readonly reason: Problem | undefined;
  /** What the last slice took so far. */
  readonly effort: () => Effort;
}

/** Targets that did not end in a run that had begun: the record says so for each, and what is known of those that had begun. */
const leftOver = (intent: Intent, outcomes: readonly ActionOutcome[], parked: readonly ParkedTarget[], reason: Problem): ActionOutcome[] =>
  intent.actions.flatMap(({ kind }, action) => {
    const done = new Set(outcomes.filter((one) => one.action === action).map((one) => one.targetId));
    const begun = new Map(parked.filter((one) => one.action === action).map((one) => [one.targetId, one.checkpoint]));
    return intent.targetIds
      .filter((targetId) => !done.has(targetId))
      .map((targetId): ActionOutcome => {
        const known = begun.get(targetId);
        const { created, skipped, failed, rounds } = known ?? untouchedCheckpoint;
        const untried = reason.code === 'run.stopped' && known === undefined;
        const status = untried ? 'skipped' : rounds > 0 ? 'unknown' : 'failed';
        return { action, ...countAs(kind, { targetId, status, created, skipped, failed, reason }) };
      });
  });

/** Closes the request with what its outcomes say, puts the views right and tells the requester. */
export const closeRun = (run: EndedRun): Result<RequestEntry> => {
  const { env, ledger, workbook, intent } = run;
  const { id, requesterId } = run.entry;
  const recorded = readOutcomes(ledger, id);
  const parked = readParked(ledger, id);
  if (run.reason !== undefined && intent !== undefined && recorded.length + parked.length > 0) {
    appendOutcomes(ledger, id, leftOver(intent, recorded, parked, run.reason), env.now());
  }
  const outcomes = readOutcomes(ledger, id);
  // A ledger that was made anew knows nothing of it: what was counted and shown before is all there is.
  const isUnknown = intent === undefined && outcomes.length === 0;
  if (isUnknown) dropProgressLine(workbook, id);
  else mendResultsView(workbook, id, outcomes, run.addressOf);
  const totals = isUnknown ? run.entry.outcome : summarize(outcomes);
  const ran =
    run.reason === undefined || outcomes.length > 0
      ? finalState(outcomes, ({ action, targetId }) => (intent?.actions[action]?.creates[targetId] ?? 0) > 0)
      : 'failed';
  const sync = intent?.actions.find(isSync);
  if (intent !== undefined && sync !== undefined)
    recordSyncRun({ ...run, requestId: id, bound: sync, targetIds: intent.targetIds, outcomes });
  // A sync that is saved and fills later wrote nothing, as was asked.
  const isSaved = sync?.purpose === 'save' && run.reason === undefined && outcomes.length === 0;
  const state = run.reason?.code === 'run.stopped' ? 'stopped' : isSaved ? 'done' : ran;
  const reason = run.reason ?? (state === 'failed' ? problem('run.nobodyReached') : undefined);
  const requester = findAddress(env, requesterId);
  const counted = addEfforts(run.entry.counted ?? noEffort, run.effort());
  // Of nights its owner is told only when something is wrong.
  const silent = sync?.purpose === 'night' && state === 'done' ? { told: state } : {};
  const ended = { outcome: totals, counted, ...silent, ...(reason === undefined ? {} : { reason }) };
  // What is cut short here is done again, what is closed is not: views and what the outcomes replace come first.
  if (parked.length > 0) dropParked(ledger, id);
  writeRequestView(workbook, { ...run.entry, ...ended, state, changedAt: env.now() });
  const close = (current: RequestEntry): Result<RequestEntry> => {
    const next = advance(current, state, env.now());
    return next.ok ? ok({ ...next.value, ...ended }) : next;
  };
  const closed = changeRequest(env, id, close, () => emptyJournal);
  dropJournal(env);
  if (!closed.ok) return closed;
  for (const key of [stopKey(id), progressKey(id), troubleKey(id)]) env.authority.delete(key);
  env.log('run.closed', { request: id, state, reason: reason?.code ?? '' });
  if (sync?.purpose === 'night') dropNightsBefore(env, ledger, workbook, closed.value);
  // Where nobody can say now where to write, a later look for work does.
  if (requester.ok) tellRequester(env, run.installation, id, requester.value, outcomes);
  return closed;
};
