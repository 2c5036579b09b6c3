import type { Actor } from '../app/actors/identify';
import type { Environment } from '../app/Environment';
import { askForSync } from '../app/sync/askForSync';
import { deleteSyncAlone, pauseSync, resumeSync, showSync, showSyncs } from '../app/sync/manageSync';
import type { CardAnswer, CardEvent } from '../cards/CardSpec';
import { syncCard } from '../cards/syncCard';
import { syncsCard } from '../cards/syncsCard';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import type { Result } from '../core/base/Result';
import { asAdministrator, orFail, pageNumber, parameter, push, update, viewerOf, type CardAction } from './cardAction';
import { cardOf } from './requestActions';

const list = (env: Environment, event: CardEvent, actor: Actor) => syncsCard(showSyncs(env, actor), pageNumber(event), viewerOf(event));

const card = (env: Environment, event: CardEvent, actor: Actor) => {
  const record = showSync(env, actor, parameter(event, 'sync'));
  if (!record.ok) return record;
  const { entry, destinations, request } = record.value;
  const view = { entry, destinations, ...(request === undefined ? {} : { request: request.id }) };
  return { ok: true as const, value: syncCard(view, pageNumber(event), viewerOf(event)) };
};

/** On to the request's card, where its preview shows. */
const toRequest = (env: Environment, event: CardEvent, actor: Actor, asked: Result<RequestEntry>): CardAnswer =>
  orFail(asked, ({ id }) => orFail(cardOf(env, event, actor, id), (shown) => push(shown)));

const asks = (purpose: 'now' | 'allow' | 'remove'): CardAction =>
  asAdministrator((env, event, actor) => toRequest(env, event, actor, askForSync(env, actor, parameter(event, 'sync'), purpose)));

const changes = (change: typeof pauseSync): CardAction =>
  asAdministrator((env, event, actor) =>
    orFail(change(env, actor, parameter(event, 'sync')), () => orFail(card(env, event, actor), (shown) => update(shown))),
  );

/** G8, G46–G48: contact syncs. */
export const syncActions = {
  openSyncs: asAdministrator((env, event, actor) => push(list(env, event, actor))),
  openSync: asAdministrator((env, event, actor) => orFail(card(env, event, actor), (shown) => push(shown))),
  runSync: asks('now'),
  allowSync: asks('allow'),
  removeSync: asks('remove'),
  pauseSync: changes(pauseSync),
  resumeSync: changes(resumeSync),
  deleteSync: asAdministrator((env, event, actor) =>
    orFail(deleteSyncAlone(env, actor, parameter(event, 'sync')), () => ({ kind: 'popTo', name: 'syncs', card: list(env, event, actor) })),
  ),
} satisfies Readonly<Record<string, CardAction>>;
