import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { finalState, summarize } from '../../core/runs/summarize';
import type { Intent } from '../../core/workflows/Intent';
import type { Environment, Tables } from '../Environment';
import { appendOutcomes, readOutcomes, type ActionOutcome } from '../requests/records';
import { changeRequest } from '../requests/requestStore';
import { mendResultsView, writeRequestView, type UsersById } from '../requests/views';
import type { Installation } from '../setUp/Installation';
import { addressOf, tellRequester } from './tellRequester';

export interface EndedRun {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
  readonly workbook: Tables;
  readonly entry: RequestEntry;
  /** Undefined when not even the intent could be read. */
  readonly intent: Intent | undefined;
  readonly users: UsersById;
  /** Why it ended before every target had its turn; undefined when it did not. */
  readonly reason: Problem | undefined;
}

/** Targets whose turn never came in a run that had begun: the record says so for each. */
const leftOver = (intent: Intent, outcomes: readonly ActionOutcome[], reason: Problem): ActionOutcome[] =>
  intent.actions.flatMap((_, action) => {
    const done = new Set(outcomes.filter((one) => one.action === action).map((one) => one.targetId));
    return intent.targetIds
      .filter((targetId) => !done.has(targetId))
      .map((targetId): ActionOutcome => ({ action, targetId, status: 'failed', created: 0, skipped: 0, failed: 0, reason }));
  });

/** Closes the request with what its outcomes say, puts the views right and tells the requester. */
export const closeRun = (run: EndedRun): Result<RequestEntry> => {
  const { env, ledger, workbook, intent, reason } = run;
  const { id, requesterId } = run.entry;
  const recorded = readOutcomes(ledger, id);
  if (reason !== undefined && intent !== undefined && recorded.length > 0) {
    appendOutcomes(ledger, id, leftOver(intent, recorded, reason), env.now());
  }
  const outcomes = readOutcomes(ledger, id);
  mendResultsView(workbook, id, outcomes, run.users);
  const totals = summarize(outcomes);
  const state = reason === undefined || outcomes.length > 0 ? finalState(totals) : 'failed';
  const requester = addressOf(env, requesterId);
  const ended = { outcome: totals, ...(reason === undefined ? {} : { reason }) };
  // Views first: what is cut short here is done again, what is closed is not.
  writeRequestView(workbook, { ...run.entry, ...ended, state, changedAt: env.now() }, requester);
  const closed = changeRequest(env, id, (current) => {
    const next = advance(current, state, env.now());
    return next.ok ? ok({ ...next.value, ...ended }) : next;
  });
  if (!closed.ok) return closed;
  env.log('run.closed', { request: id, state, reason: reason?.code ?? '' });
  tellRequester(env, run.installation, id, requester, outcomes);
  return closed;
};
