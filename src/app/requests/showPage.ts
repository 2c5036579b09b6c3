import { mayHaveRun } from '../../core/approvals/RequestState';
import { inWords } from '../../core/base/inWords';
import { describeState } from '../../core/approvals/describeState';
import { explain } from '../../core/base/explain';
import { doneTotals, leftTotals, plannedTotals } from '../../core/plan/describeTotals';
import { plural } from '../../core/base/plural';
import type { Problem } from '../../core/base/Problem';
import { problem } from '../../core/base/Problem';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { requireActor, type Actor } from '../actors/identify';
import { decide, type PageDecision } from '../approvals/decide';
import { maySeeOnPage, toPageRequest, type PageRequest } from '../approvals/PageRequest';
import { answerQuestion } from '../bridge/answerQuestion';
import { isAnswered } from '../bridge/listSourceLabels';
import { findParcel } from '../bridge/parcel';
import { findQuestion } from '../bridge/Question';
import { findRefusal } from '../bridge/refusal';
import type { Environment } from '../Environment';
import { asWriter } from '../runs/asWriter';
import { pageOfContacts, type ContactPage } from './pageOfContacts';
import { pageOfTargets, type TargetPage } from './pageOfTargets';
import type { PageOptions } from './PageOptions';
import { withDocuments } from '../records/ledgerDocuments';
import { readOnce } from '../records/readOnce';
import { documentsOf } from './records';
import { getRequest } from './requestStore';

/** Plain data for the operator's web page. */
export interface PageText {
  readonly title: string;
  readonly lines: readonly string[];
  /** The request that the visitor may see; absent when the page is about something else. */
  readonly request?: PageRequest;
  /** What became of a decision just now. */
  readonly decided?: readonly string[];
  /** One page of the preview by target, or by contact of one target. */
  readonly targets?: TargetPage;
  readonly contacts?: ContactPage;
  /** A decision or a file was refused; `title` and `lines` say why. */
  readonly refused?: true;
  /** I6: all of a file was received. */
  readonly whole?: true;
}

/** A problem in words, for the page. */
export const problemText = (one: Problem): PageText => {
  const { what, why, fix } = explain(one);
  return { title: what, lines: [...(why === undefined ? [] : [why]), fix] };
};

const explained = (one: Problem): PageText => problemText(one.code === 'request.notFound' ? problem('page.notFound') : one);

const lookedUp = {
  search: 'The search is done.',
  cells: 'The cells were looked up.',
  spaces: 'The Chat spaces were looked up.',
  labels: 'The labels were looked up.',
  targets: 'The targets were looked up.',
  audit: 'The audit was verified.',
} as const;

/** The page about a question for labels or targets: only its asker or the operator has it answered. Undefined: it is none. */
const showAnswerPage = (env: Environment, actor: Actor, id: string): PageText | undefined => {
  const question = findQuestion(env, id);
  if (question?.kind === 'prepare') return undefined;
  const parcel = question === undefined ? findParcel(env, id) : undefined;
  const answeredBy = parcel?.ok === true ? ({ list: 'targets', cells: 'cells' } as const)[String(parcel.value.kind)] : undefined;
  const kind = question?.kind ?? answeredBy ?? 'labels';
  const isThere = (): boolean =>
    kind === 'targets' || kind === 'cells' ? findParcel(env, id).ok || findRefusal(env, id) !== undefined : isAnswered(env, id);
  if (question === undefined && !isThere()) return undefined;
  if (question !== undefined && question.askedBy !== actor.user.id && !actor.isOperator) return explained(problem('page.notFound'));
  let left = false;
  const wrote =
    question === undefined || asWriter(env, (writer) => void (left = !answerQuestion(writer.env, actor.installation, question)));
  if (isThere()) return { title: lookedUp[kind], lines: ['Go back to Roster in Sheets and press Refresh.'] };
  return wrote && left
    ? { title: 'Roster is not finished.', lines: ['Press Refresh to go on.'] }
    : explained(problem('run.anotherIsWriting'));
};

/**
 * Runs as the operator for a visitor: the requester, an officer or the operator. Prepares the request at once instead of at the next
 * sweep; it decides nothing and starts nothing.
 */
export const showPage = (env: Environment, requestId: string, options: PageOptions): PageText => {
  const actor = requireActor(env);
  if (!actor.ok) return explained(actor.problem);
  if (actor.value.installation.version !== env.version) {
    return explained(problem('setUp.otherVersion', { recorded: actor.value.installation.version, running: env.version }));
  }
  const answer = options.view === 'request' ? showAnswerPage(env, actor.value, requestId) : undefined;
  if (answer !== undefined) return answer;
  const found = getRequest(env, requestId);
  // Who may not see a request is not told whether it exists.
  if (!found.ok || !maySeeOnPage(env, actor.value, found.value)) {
    return explained(problem('page.notFound'));
  }
  if (options.view !== 'request') return linesOf(env, actor.value, found.value, options);
  const question = found.value.state === 'preparing' ? findQuestion(env, requestId) : undefined;
  if (question !== undefined) asWriter(env, (writer) => void answerQuestion(writer.env, actor.value.installation, question));
  const entry = getRequest(env, requestId);
  return entry.ok ? textOf(env, actor.value, entry.value) : explained(entry.problem);
};

/** S29–S32: an officer decided on the page, which the operator runs; says what became of it and when a run begins. */
export const decideOnPage = (env: Environment, asked: PageDecision): PageText => {
  const made = decide(env, asked);
  if (!made.ok) return { ...explained(made.problem), refused: true };
  const { actor, entry, startsSoon } = made.value;
  const text = textOf(env, actor, entry);
  const decided = whatNow(entry, startsSoon);
  return { ...text, decided, lines: [...decided, ...text.lines] };
};

/** B1: the preview by target, or by contact. The caller has checked who is looking. */
const linesOf = (
  env: Environment,
  { installation }: Actor,
  entry: RequestEntry,
  options: Exclude<PageOptions, { view: 'request' }>,
): PageText => {
  const ledger = env.ledger(installation.ledgerId);
  if (!ledger.ok) return explained(ledger.problem);
  const looked = withDocuments(ledger.value, documentsOf(entry.id));
  if (options.view === 'targets') {
    const targets = pageOfTargets(looked, entry, options);
    return targets.ok ? { title: entry.name, lines: [], targets: targets.value } : explained(targets.problem);
  }
  const contacts = pageOfContacts(env, installation, looked, entry, options);
  return contacts.ok ? { title: entry.name, lines: [], contacts: contacts.value } : explained(contacts.problem);
};

const whatNow = (entry: RequestEntry, startsSoon: boolean): string[] => {
  if (entry.state === 'denied') {
    return [`You denied it. ${entry.kind === 'settings' ? 'Nothing is changed' : 'It never runs'}; the person who asked is told.`];
  }
  if (entry.state === 'approved') {
    if (entry.kind === 'settings') return ['You approved it. It takes effect in a few minutes.'];
    return [startsSoon ? 'You approved it. It begins in a few minutes.' : 'You approved it. It begins by itself at its time.'];
  }
  const missing = entry.needed - entry.deciders.length;
  return entry.state === 'waiting' && entry.deciders.length > 0
    ? [`You approved it. ${plural(missing, 'more Security Officer has', 'more Security Officers have')} to approve it.`]
    : ['Your decision is noted. Roster checks it at its next look for work.'];
};

const textOf = (env: Environment, actor: Actor, entry: RequestEntry): PageText => {
  const { name, state, targets, planned, outcome, reason } = entry;
  const lines = [`Status: ${describeState(state)}.`, `${plural(targets, 'target')}.`];
  if (state !== 'preparing' && planned.creates + planned.skips + (planned.changes ?? 0) + (planned.alreadySo ?? 0) > 0) {
    lines.push(`Planned: ${[plannedTotals(entry), leftTotals(entry)].join('; ')}.`);
  }
  if (mayHaveRun(state)) {
    lines.push(`${doneTotals(entry)}; ${plural(outcome.failed, 'target')} failed, ${plural(outcome.skipped, 'target')} skipped.`);
  }
  if (reason !== undefined) lines.push(inWords(reason));
  lines.push('Open Roster in Sheets to go on.');
  const ledger = env.ledger(actor.installation.ledgerId);
  if (!ledger.ok) return { title: name, lines };
  return { title: name, lines, request: toPageRequest(readOnce(env), withDocuments(ledger.value, documentsOf(entry.id)), actor, entry) };
};
