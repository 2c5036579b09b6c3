import type { Actor } from '../app/actors/identify';
import { claimDecision } from '../app/approvals/claimDecision';
import type { Environment } from '../app/Environment';
import { showRequest, type RequestRecord } from '../app/requests/showRequest';
import { nextSweep } from '../app/runs/nextSweep';
import type { CardAnswer, CardEvent } from '../cards/CardSpec';
import { confirmDecisionCard } from '../cards/confirmDecisionCard';
import { formatLatest } from '../cards/Viewer';
import { mayDecide } from '../core/approvals/mayDecide';
import { problem, type Problem } from '../core/base/Problem';
import { asAdministrator, failed, field, orFail, parameter, push, root, update, viewerOf, type CardAction } from './cardAction';
import { cardOf } from './requestActions';

const record = (env: Environment, event: CardEvent, actor: Actor, show: (found: RequestRecord) => CardAnswer): CardAnswer =>
  orFail(showRequest(env, actor, parameter(event, 'request')), show);

/** Why somebody who is not offered a decision may not decide. */
const refusedTo = ({ entry, previewAltered, decisions, now }: RequestRecord, { user }: Actor): Problem => {
  if (previewAltered) return problem('request.previewAltered');
  if (decisions.some((one) => one.isMine && one.refused === undefined)) return problem('decision.alreadyDecided', { name: entry.name });
  const allowed = mayDecide(entry, entry.digest, { userId: user.id, email: user.primaryEmail, appointedAt: 0 }, now);
  return allowed.ok ? problem('decision.notOfficer') : allowed.problem;
};

const openConfirm = (decision: 'approve' | 'deny'): CardAction =>
  asAdministrator((env, event, actor) =>
    record(env, event, actor, (found) =>
      found.mayDecide ? push(confirmDecisionCard(found, decision, [], viewerOf(event))) : failed(refusedTo(found, actor)),
    ),
  );

/** The administrator who is an officer decides as themself; the operator verifies it like any other claim. */
const decide = asAdministrator((env, event, actor) => {
  const decision = parameter(event, 'decision') === 'approve' ? 'approve' : 'deny';
  const claimed = claimDecision(
    env,
    { email: actor.user.primaryEmail, subject: actor.user.id },
    {
      requestId: parameter(event, 'request'),
      digest: parameter(event, 'digest'),
      decision,
      reason: field(event, 'reason'),
      via: 'sheets',
    },
  );
  if (!claimed.ok && claimed.problem.code.startsWith('decision.reason')) {
    const missing = [{ field: 'reason', problem: claimed.problem }];
    return record(env, event, actor, (found) => update(confirmDecisionCard(found, decision, missing, viewerOf(event))));
  }
  return orFail(claimed, () =>
    orFail(cardOf(env, event, actor, parameter(event, 'request')), (card) => {
      const checked = formatLatest(nextSweep(env, actor.installation, env.now()), env.now(), viewerOf(event));
      return root(card, `Noted. Roster checks your decision at ${checked} at the latest.`);
    }),
  );
});

export const decisionActions = {
  openConfirmApprove: openConfirm('approve'),
  openConfirmDeny: openConfirm('deny'),
  cancelDecision: () => ({ kind: 'pop', notification: 'Nothing was decided.' }),
  decideRequest: decide,
} satisfies Readonly<Record<string, CardAction>>;
