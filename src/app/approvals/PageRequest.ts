import { inWords } from '../../core/base/inWords';
import { describeState } from '../../core/approvals/describeState';
import { findOfficer } from '../../core/approvals/mayDecide';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed, mayHaveRun, type RequestState } from '../../core/approvals/RequestState';
import { doneTotals } from '../../core/plan/describeTotals';
import { formatNumber, plural } from '../../core/base/plural';
import { describeCounted, describeDays } from '../../core/plan/describeEffort';
import type { Actor } from '../actors/identify';
import type { Environment, Tables } from '../Environment';
import { addressOf } from '../runs/tellRequester';
import { nextSweepFor } from '../runs/nextSweep';
import { configuredQuotas } from '../setUp/configuredQuotas';
import { barredFrom } from './barredFrom';
import { readPolicy } from './policyStore';
import { maySeeToDecide, showDecisions, type ShownDecision } from './showDecisions';
import { codeOf, linesAsked, summarizeRequest, type RequestSummary } from './summarizeRequest';

/** One request as the operator's page shows it: plain data. Times in milliseconds since the epoch. */
export interface PageRequest {
  readonly id: string;
  readonly kind: RequestEntry['kind'];
  readonly state: RequestState;
  /** In words. */
  readonly status: string;
  /** Why it failed or was denied. */
  readonly reason?: string;
  /** Nothing will change any more. */
  readonly isClosed: boolean;
  /** What a decision is bound to; the page sends it back. */
  readonly digest: string;
  /** Its beginning, as it stands in the mail. */
  readonly code: string;
  readonly summary: RequestSummary;
  readonly asked: readonly string[];
  /** Why it is spread over days; blank when one is enough. */
  readonly days: string;
  /** What a run came to so far; empty before it began. */
  readonly results: readonly string[];
  /** There is a preview, target by target. */
  readonly hasTargets: boolean;
  /** The pre-approval that covers it, or let it through; blank: none. */
  readonly preApprovalId: string;
  readonly needed: number;
  readonly approvals: number;
  readonly decisions: readonly ShownDecision[];
  /** The visitor may decide now. */
  readonly mayDecide: boolean;
  readonly isMine: boolean;
  readonly sentOrChangedAt: number;
  readonly expiresAt: number;
  /** S51: not before. */
  readonly startAt?: number;
  /** When Roster goes on with it at the latest. */
  readonly nextLookAt: number;
  readonly now: number;
}

/** Requester, operator and the officers of this moment see a request on the page; to others there is no such request. */
export const maySeeOnPage = (env: Environment, { user, isOperator }: Actor, entry: Pick<RequestEntry, 'requesterId'>): boolean =>
  entry.requesterId === user.id || isOperator || findOfficer(readPolicy(env), { email: user.primaryEmail, subject: user.id }) !== undefined;

const resultsOf = (entry: RequestEntry): string[] => {
  const { state, outcome, counted } = entry;
  if (!mayHaveRun(state)) return [];
  const { done, skipped, failed } = outcome;
  return [
    doneTotals(entry),
    `${plural(done, 'target')} done, ${formatNumber(skipped)} skipped, ${formatNumber(failed)} failed`,
    ...(counted === undefined ? [] : [`It took ${describeCounted(counted)}`]),
  ];
};

export const toPageRequest = (env: Environment, ledger: Tables, actor: Actor, entry: RequestEntry): PageRequest => {
  const { user, installation } = actor;
  const isMine = entry.requesterId === user.id;
  const barred = barredFrom(ledger, entry);
  const me = { email: user.primaryEmail, subject: user.id };
  const summary = summarizeRequest(ledger, entry, isMine ? user.primaryEmail : addressOf(env, entry.requesterId), 'whole');
  return {
    id: entry.id,
    kind: entry.kind,
    state: entry.state,
    status: describeState(entry.state),
    ...(entry.reason === undefined ? {} : { reason: inWords(entry.reason) }),
    isClosed: isClosed(entry.state),
    digest: entry.digest,
    code: codeOf(entry.digest),
    summary,
    asked: linesAsked(entry, summary),
    days: entry.kind === 'workflow' && entry.digest !== '' ? describeDays(entry.calls, configuredQuotas(env)) : '',
    results: resultsOf(entry),
    hasTargets: entry.kind === 'workflow' && entry.digest !== '',
    preApprovalId: entry.preApprovalId,
    needed: entry.needed,
    approvals: entry.deciders.length,
    decisions: showDecisions(env, entry.id, user.id),
    mayDecide: barred.ok && maySeeToDecide(env, entry, me, barred.value),
    isMine,
    sentOrChangedAt: entry.changedAt,
    expiresAt: entry.expiresAt,
    ...(entry.startAt === undefined ? {} : { startAt: entry.startAt }),
    nextLookAt: nextSweepFor(env, installation, entry),
    now: env.now(),
  };
};
