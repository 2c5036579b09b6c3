import { claimDecision } from '../app/approvals/claimDecision';
import { showMail } from '../app/approvals/showMail';
import { claimantOf, showToOfficer, type RequestForOfficer } from '../app/approvals/showToOfficer';
import { showWaiting } from '../app/approvals/showWaiting';
import type { Environment } from '../app/Environment';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { mailCard, mailProblemCard } from '../cards/mailCard';
import { officerConfirmCard, officerRequestCard, officerRequestName } from '../cards/officerRequestCard';
import { waitingCard } from '../cards/waitingCard';
import type { Decision } from '../core/approvals/Claim';
import { problem, type Problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { field, pageNumber, parameter, push, update, viewerOf, type CardAction } from './cardAction';

/** What waits for the officer at the keyboard. */
export const waitingOf = (env: Environment, event: CardEvent): CardSpec =>
  waitingCard(showWaiting(env), pageNumber(event), viewerOf(event));

export const mailOf = (env: Environment, event: CardEvent): CardSpec => {
  const view = showMail(env);
  switch (view.kind) {
    case 'request':
      return officerRequestCard(view.request, viewerOf(event));
    case 'nothing':
      return mailCard(view.why);
    case 'problem':
      return mailProblemCard(view.problem, view.pageUrl);
  }
};

const requestCard = (event: CardEvent, shown: Result<RequestForOfficer>, failed?: Problem): CardSpec =>
  shown.ok ? officerRequestCard(shown.value, viewerOf(event), failed) : mailProblemCard(shown.problem, '', officerRequestName);

const decisionIn = (event: CardEvent): Decision => (parameter(event, 'decision') === 'approve' ? 'approve' : 'deny');

/** The decision is asked for once more, unless the request is not what the card showed, or does not wait for this officer any more. */
const openDecision: CardAction = (env, event) => {
  const shown = showToOfficer(env, parameter(event, 'request'));
  if (!shown.ok) return update(requestCard(event, shown));
  const { entry, refused } = shown.value;
  const changed = entry.digest === parameter(event, 'digest') ? undefined : problem('decision.changed', { name: entry.name });
  const failed = refused ?? changed;
  return failed === undefined
    ? push(officerConfirmCard(shown.value, decisionIn(event), [], viewerOf(event)))
    : update(requestCard(event, shown, failed));
};

/** The officer decides as themself, with the small permissions; the operator verifies it. */
const decide: CardAction = (env, event): CardAnswer => {
  const requestId = parameter(event, 'request');
  const decision = decisionIn(event);
  const before = showToOfficer(env, requestId);
  const failed = (found: Problem): CardAnswer => {
    if (found.code.startsWith('decision.reason') && before.ok)
      return update(officerConfirmCard(before.value, decision, [{ field: 'reason', problem: found }], viewerOf(event)));
    const card = requestCard(event, showToOfficer(env, requestId), found);
    return { kind: 'popTo', name: officerRequestName, card, notification: 'Nothing was decided.', stateChanged: true };
  };
  if (!before.ok) return failed(before.problem);
  const { refused } = before.value;
  if (refused !== undefined) return failed(refused);
  const asked = { requestId, digest: parameter(event, 'digest'), decision, reason: field(event, 'reason'), via: 'gmail' as const };
  const claimed = claimDecision(env, claimantOf(env), asked);
  if (!claimed.ok) return failed(claimed.problem);
  const card = requestCard(event, showToOfficer(env, requestId));
  return { kind: 'popTo', name: officerRequestName, card, notification: 'Your decision was noted.', stateChanged: true };
};

export const officerActions = {
  openWaiting: (env, event) => push(waitingOf(env, event)),
  showWaiting: (env, event) => update(waitingOf(env, event)),
  openOfficerRequest: (env, event) => push(requestCard(event, showToOfficer(env, parameter(event, 'request')))),
  refreshOfficerRequest: (env, event) => update(requestCard(event, showToOfficer(env, parameter(event, 'request')))),
  openOfficerDecision: openDecision,
  decideAsOfficer: decide,
} satisfies Readonly<Record<string, CardAction>>;
