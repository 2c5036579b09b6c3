import { describeState } from '../../core/approvals/describeState';
import { explain } from '../../core/base/explain';
import { plural } from '../../core/base/plural';
import type { Problem } from '../../core/base/Problem';
import { problem } from '../../core/base/Problem';
import { requireActor, type Actor } from '../actors/identify';
import { answerQuestion } from '../bridge/answerQuestion';
import { isAnswered } from '../bridge/listSourceLabels';
import { findParcel } from '../bridge/parcel';
import { findQuestion } from '../bridge/Question';
import { findRefusal } from '../bridge/refusal';
import type { Environment } from '../Environment';
import { asWriter } from '../runs/asWriter';
import { getRequest } from './requestStore';

/** Plain data for the operator's web page. */
export interface PageText {
  readonly title: string;
  readonly lines: readonly string[];
}

const explained = (one: Problem): PageText => {
  const { what, why, fix } = explain(one);
  return { title: what, lines: [...(why === undefined ? [] : [why]), fix] };
};

const lookedUp = { labels: 'The labels were looked up.', targets: 'The targets were looked up.' } as const;

/** The page about a question for labels or targets: only its asker or the operator has it answered. Undefined: it is none. */
const showAnswerPage = (env: Environment, actor: Actor, id: string): PageText | undefined => {
  const question = findQuestion(env, id);
  if (question?.kind === 'prepare') return undefined;
  const isList = question === undefined ? findParcel(env, id) : undefined;
  const kind = question?.kind ?? (isList?.ok === true && isList.value.kind === 'list' ? 'targets' : 'labels');
  const isThere = (): boolean => (kind === 'targets' ? findParcel(env, id).ok || findRefusal(env, id) !== undefined : isAnswered(env, id));
  if (question === undefined && !isThere()) return undefined;
  if (question !== undefined && question.askedBy !== actor.user.id && !actor.isOperator)
    return explained(problem('request.notFound', { request: id }));
  let left = false;
  const wrote =
    question === undefined || asWriter(env, (writer) => void (left = !answerQuestion(writer.env, actor.installation, question)));
  if (isThere()) return { title: lookedUp[kind], lines: ['Go back to Roster in Sheets and press Refresh.'] };
  return wrote && left
    ? { title: 'Roster is not finished.', lines: ['Press Refresh to go on.'] }
    : explained(problem('run.anotherIsWriting'));
};

/**
 * Runs as the operator for a visitor: only the requester or the operator. Prepares the request at once instead of at the next
 * sweep; it decides nothing and starts nothing.
 */
export const showPage = (env: Environment, requestId: string): PageText => {
  const actor = requireActor(env);
  if (!actor.ok) return explained(actor.problem);
  if (actor.value.installation.version !== env.version) {
    return explained(problem('setUp.otherVersion', { recorded: actor.value.installation.version, running: env.version }));
  }
  const answer = showAnswerPage(env, actor.value, requestId);
  if (answer !== undefined) return answer;
  const found = getRequest(env, requestId);
  // Who may not see a request is not told whether it exists.
  if (!found.ok || (found.value.requesterId !== actor.value.user.id && !actor.value.isOperator)) {
    return explained(problem('request.notFound', { request: requestId }));
  }
  const question = found.value.state === 'preparing' ? findQuestion(env, requestId) : undefined;
  if (question !== undefined) asWriter(env, (writer) => void answerQuestion(writer.env, actor.value.installation, question));
  const entry = getRequest(env, requestId);
  if (!entry.ok) return explained(entry.problem);
  const { name, state, targets, planned, outcome, reason } = entry.value;
  const lines = [`Status: ${describeState(state)}.`, `${plural(targets, 'target')}.`];
  if (state !== 'preparing' && planned.creates + planned.skips > 0) {
    lines.push(`Planned: ${plural(planned.creates, 'new contact')}; ${plural(planned.skips, 'contact')} already there or without content.`);
  }
  if (['done', 'partlyDone', 'failed', 'stopped', 'running'].includes(state)) {
    lines.push(
      `${plural(outcome.created, 'contact')} created; ${plural(outcome.failed, 'target')} failed, ${plural(outcome.skipped, 'target')} skipped.`,
    );
  }
  if (reason !== undefined) {
    const { what, fix } = explain(reason);
    lines.push(`${what} ${fix}`);
  }
  lines.push('Open Roster in Sheets to go on.');
  return { title: name, lines };
};
