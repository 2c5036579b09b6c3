import { claimDecision } from '../app/approvals/claimDecision';
import { endPreApprovalNow } from '../app/approvals/endPreApprovalNow';
import { showMail } from '../app/approvals/showMail';
import { showPreApprovals } from '../app/approvals/showPreApprovals';
import { claimantOf, requireOfficer, showToOfficer, type OfficerAtKeyboard, type RequestForOfficer } from '../app/approvals/showToOfficer';
import { showWaiting } from '../app/approvals/showWaiting';
import type { Environment } from '../app/Environment';
import { stopRun } from '../app/runs/stopRun';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { mailCard, mailProblemCard } from '../cards/mailCard';
import { officerConfirmCard, officerRequestCard, officerRequestName } from '../cards/officerRequestCard';
import { confirmEndCard, inGmail, preApprovalCard } from '../cards/preApprovalCard';
import { confirmStopCard } from '../cards/runSection';
import { waitingCard } from '../cards/waitingCard';
import type { Decision } from '../core/approvals/Claim';
import { problem, type Problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { failed, field, orFail, pageNumber, parameter, push, root, update, viewerOf, type CardAction } from './cardAction';

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
  const refuse = (found: Problem): CardAnswer => {
    if (found.code.startsWith('decision.reason') && before.ok)
      return update(officerConfirmCard(before.value, decision, [{ field: 'reason', problem: found }], viewerOf(event)));
    const card = requestCard(event, showToOfficer(env, requestId), found);
    return { kind: 'popTo', name: officerRequestName, card, notification: 'Nothing was decided.', stateChanged: true };
  };
  if (!before.ok) return refuse(before.problem);
  const { refused } = before.value;
  if (refused !== undefined) return refuse(refused);
  const asked = { requestId, digest: parameter(event, 'digest'), decision, reason: field(event, 'reason'), via: 'gmail' as const };
  const claimed = claimDecision(env, claimantOf(env), asked);
  if (!claimed.ok) return refuse(claimed.problem);
  const card = requestCard(event, showToOfficer(env, requestId));
  return { kind: 'popTo', name: officerRequestName, card, notification: 'Your decision was noted.', stateChanged: true };
};

/** What an officer does besides deciding; they are looked up again at every press. */
const asOfficer =
  (act: (env: Environment, event: CardEvent, officer: OfficerAtKeyboard) => CardAnswer): CardAction =>
  (env, event) => {
    const officer = requireOfficer(env);
    return officer.ok ? act(env, event, officer.value) : push(mailProblemCard(officer.problem, ''));
  };

const openPreApproval = asOfficer((env, event) => {
  const found = showPreApprovals(env).find(({ id }) => id === parameter(event, 'preApproval'));
  return found === undefined
    ? failed(problem('preApproval.gone', { preApproval: parameter(event, 'preApproval') }))
    : push(preApprovalCard(found, true, inGmail, viewerOf(event)));
});

/** S46: it only narrows what may happen, so it takes nobody else. */
const end = asOfficer((env, event, { officer }) =>
  orFail(endPreApprovalNow(env, officer.userId, parameter(event, 'preApproval')), () =>
    root(waitingOf(env, event), 'The pre-approval has ended.'),
  ),
);

const openStop = asOfficer((env, event) =>
  orFail(showToOfficer(env, parameter(event, 'request')), (shown) =>
    shown.mayStop ? push(confirmStopCard(shown, viewerOf(event), 'stopAsOfficer')) : update(officerRequestCard(shown, viewerOf(event))),
  ),
);

const stop = asOfficer((env, event, { officer, installation }) => {
  const requestId = parameter(event, 'request');
  return orFail(stopRun(env, { user: { id: officer.userId }, isOperator: false, installation }, requestId), () => ({
    kind: 'popTo',
    name: officerRequestName,
    card: requestCard(event, showToOfficer(env, requestId)),
  }));
});

export const officerActions = {
  openWaiting: (env, event) => push(waitingOf(env, event)),
  showWaiting: (env, event) => update(waitingOf(env, event)),
  openOfficerRequest: (env, event) => push(requestCard(event, showToOfficer(env, parameter(event, 'request')))),
  refreshOfficerRequest: (env, event) => update(requestCard(event, showToOfficer(env, parameter(event, 'request')))),
  openOfficerDecision: openDecision,
  decideAsOfficer: decide,
  openOfficerPreApproval: openPreApproval,
  openOfficerEnd: asOfficer((_env, event) => push(confirmEndCard(parameter(event, 'preApproval'), inGmail))),
  endAsOfficer: end,
  openOfficerStop: openStop,
  stopAsOfficer: stop,
} satisfies Readonly<Record<string, CardAction>>;
