import type { Actor } from '../app/actors/identify';
import type { Environment } from '../app/Environment';
import { askForSync } from '../app/sync/askForSync';
import { findSyncDraft } from '../app/sync/syncDrafts';
import { deleteSyncAlone, pauseSync, resumeSync, showSync, showSyncs } from '../app/sync/manageSync';
import { formatLatest } from '../cards/Viewer';
import { nextSweep } from '../app/runs/nextSweep';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { ONLY, onlyOf } from '../cards/filterWidget';
import { deleteSyncCard, syncCard } from '../cards/syncCard';
import { syncsCard } from '../cards/syncsCard';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { ok, type Result } from '../core/base/Result';
import { asAdministrator, field, orFail, pageNumber, parameter, push, update, viewerOf, type CardAction } from './cardAction';
import { cardOf } from './requestActions';

const list = (env: Environment, event: CardEvent, actor: Actor, find = ''): CardSpec => {
  const kept = findSyncDraft(env);
  const draft = kept === undefined ? {} : { draft: { name: kept.draft.name, savedAt: kept.savedAt } };
  return syncsCard({ ...showSyncs(env, actor), ...draft, find, now: env.now() }, pageNumber(event), viewerOf(event));
};

const card = (env: Environment, event: CardEvent, actor: Actor, state: string): Result<CardSpec> => {
  const record = showSync(env, actor, parameter(event, 'sync'));
  if (!record.ok) return record;
  const { request, lastRun, ...shown } = record.value;
  const view = {
    ...shown,
    state,
    ...(request === undefined ? {} : { request: request.id }),
    ...(lastRun === undefined ? {} : { lastRun: lastRun.id }),
    now: env.now(),
  };
  return ok(syncCard(view, pageNumber(event), viewerOf(event)));
};

/** The sync's card in place of the one that is shown; `stateOf`: which destinations it lists. */
const redraw = (stateOf: (event: CardEvent) => string): CardAction =>
  asAdministrator((env, event, actor) => orFail(card(env, event, actor, stateOf(event)), (shown) => update(shown)));

/** On to the request's card, where its preview shows. */
const toRequest = (env: Environment, event: CardEvent, actor: Actor, asked: Result<RequestEntry>): CardAnswer =>
  orFail(asked, ({ id }) => orFail(cardOf(env, event, actor, id), (shown) => push(shown)));

/** It stays on the sync's card: where nothing has to change, no request is left to be looked at. */
const runNow = asAdministrator((env, event, actor) =>
  orFail(askForSync(env, actor, parameter(event, 'sync'), 'now'), () =>
    orFail(card(env, event, actor, ''), (shown) => {
      const look = formatLatest(nextSweep(env, actor.installation, env.now()), env.now(), viewerOf(event));
      return update(shown, `It begins at ${look} at the latest.`);
    }),
  ),
);

const asks = (purpose: 'allow' | 'remove'): CardAction =>
  asAdministrator((env, event, actor) => toRequest(env, event, actor, askForSync(env, actor, parameter(event, 'sync'), purpose)));

const changes = (change: typeof pauseSync): CardAction =>
  asAdministrator((env, event, actor) =>
    orFail(change(env, actor, parameter(event, 'sync')), () => orFail(card(env, event, actor, ''), (shown) => update(shown))),
  );

/** G8, G46–G48: contact syncs. */
export const syncActions = {
  openSyncs: asAdministrator((env, event, actor) => push(list(env, event, actor))),
  /** "Find", and the pages of what it found. */
  findSyncs: asAdministrator((env, event, actor) => {
    const isPage = parameter(event, 'page') !== '';
    return update(list(env, event, actor, isPage ? parameter(event, 'find') : field(event, 'findSync')));
  }),
  openSync: asAdministrator((env, event, actor) => orFail(card(env, event, actor, ''), (shown) => push(shown))),
  filterSync: redraw((event) => onlyOf(field(event, ONLY))),
  pageSync: redraw((event) => parameter(event, 'state')),
  openDeleteSync: asAdministrator((env, event, actor) =>
    orFail(showSync(env, actor, parameter(event, 'sync')), ({ entry }) => push(deleteSyncCard(entry, viewerOf(event)))),
  ),
  keepSync: () => ({ kind: 'pop', notification: 'Nothing was deleted.' }),
  runSync: runNow,
  allowSync: asks('allow'),
  removeSync: asks('remove'),
  pauseSync: changes(pauseSync),
  resumeSync: changes(resumeSync),
  deleteSync: asAdministrator((env, event, actor) =>
    orFail(deleteSyncAlone(env, actor, parameter(event, 'sync')), () => ({
      kind: 'popTo',
      name: 'syncs',
      card: list(env, event, actor),
      notification: 'The contact sync was deleted. What it delivered stays.',
    })),
  ),
} satisfies Readonly<Record<string, CardAction>>;
