import { chooseDelivery, chooseOrigin, chooseRequest, deliveringRequests, type EditedRemoval } from '../app/actions/editRemoval';
import { finishAction } from '../app/actions/editCopyContacts';
import type { Actor } from '../app/actors/identify';
import { listSyncs } from '../app/sync/syncStore';
import type { Environment } from '../app/Environment';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { removalCard, type RemovalView } from '../cards/removalCard';
import { problem, type Problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import type { Delivery } from '../core/removal/RemoveContactsAction';
import { isRemoval } from '../core/workflows/Action';
import { missingInAction } from '../core/workflows/missing';
import type { RemoveContactsDraft } from '../core/workflows/WorkflowDraft';
import { asAdministrator, field, orFail, parameter, update, viewerOf, type CardAction } from './cardAction';
import { storedAction } from './copySettings';

export const removalSettings = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  draft: RemoveContactsDraft,
  said: Partial<Pick<RemovalView, 'missing' | 'problem'>> = {},
): CardSpec => {
  const requests = draft.chooses === 'request' ? deliveringRequests(env, actor) : [];
  return removalCard({ draft, requests, hasSyncs: listSyncs(env).length > 0, missing: [], ...said }, viewerOf(event));
};

/** Draws the card again with a setting that was chosen, or with why it cannot be. */
const redraw = (env: Environment, event: CardEvent, actor: Actor, chosen: Result<EditedRemoval>): CardAnswer => {
  if (chosen.ok) return update(removalSettings(env, event, actor, chosen.value.action));
  return withProblem(env, event, actor, chosen.problem);
};

const withProblem = (env: Environment, event: CardEvent, actor: Actor, found: Problem): CardAnswer =>
  orFail(storedAction(env, event), ({ action }) =>
    isRemoval(action) ? update(removalSettings(env, event, actor, action, { problem: found })) : { kind: 'pop' },
  );

/** What stands on the card and is not stored yet. */
const takeOver = (env: Environment, event: CardEvent, actor: Actor, draft: RemoveContactsDraft): Result<EditedRemoval> | undefined => {
  if (draft.chooses === 'request' && field(event, 'request') !== '')
    return chooseRequest(env, actor, draft.actionId, field(event, 'request'));
  if (draft.chooses === 'source' && field(event, 'source') !== '') return chooseOrigin(env, actor, draft.actionId, field(event, 'source'));
  return draft.chooses === 'all' && draft.delivery === undefined ? chooseDelivery(env, draft.actionId, 'all') : undefined;
};

export const saveRemoval = (env: Environment, event: CardEvent, actor: Actor, draft: RemoveContactsDraft): CardAnswer => {
  const taken = takeOver(env, event, actor, draft);
  if (taken !== undefined && !taken.ok) return withProblem(env, event, actor, taken.problem);
  const action = taken?.value.action ?? draft;
  const missing = [
    ...missingInAction(action),
    ...(field(event, 'confirmed') === 'yes' ? [] : [{ field: 'confirmed', problem: problem('workflow.removalNotConfirmed') }]),
  ];
  if (missing.length > 0) return update(removalSettings(env, event, actor, action, { missing }));
  return orFail(finishAction(env, action.actionId), (value) => ({ kind: 'popTo', name: 'actions', card: actionsCard(value, []) }));
};

const kinds: readonly Delivery['kind'][] = ['all', 'source', 'request'];

export const removalActions = {
  chooseDelivery: asAdministrator((env, event, actor) => {
    const kind = kinds.find((one) => one === field(event, 'delivery')) ?? 'source';
    return redraw(env, event, actor, chooseDelivery(env, parameter(event, 'action'), kind));
  }),
  chooseOrigin: asAdministrator((env, event, actor) =>
    redraw(env, event, actor, chooseOrigin(env, actor, parameter(event, 'action'), field(event, 'source'))),
  ),
  forgetOrigin: asAdministrator((env, event, actor) =>
    redraw(env, event, actor, chooseDelivery(env, parameter(event, 'action'), 'source')),
  ),
} satisfies Readonly<Record<string, CardAction>>;
