import { newEntry } from '../../core/approvals/newEntry';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { missingInSync } from '../../core/sync/missingInSync';
import type { Sync } from '../../core/sync/Sync';
import type { SyncPurpose } from '../../core/sync/SyncContactsAction';
import { syncLimit, type SyncEntry } from '../../core/sync/SyncEntry';
import type { Actor } from '../actors/identify';
import { sendParcel } from '../bridge/parcel';
import { queueQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { addRequest, listEntries } from '../requests/requestStore';
import { openWorkbook } from '../setUp/openFiles';
import { getSync, listSyncs } from './syncStore';

/** A sync as somebody wants it, on its way to the operator. */
export interface SavedSync {
  readonly sync: Sync;
  /** "Run now" is off: the first night fills. */
  readonly later?: true;
  /** G47: what becomes of the contacts at destinations that are taken out; absent: nobody was asked. */
  readonly takenOut?: Sync['leavers'];
}

/** The request about a sync that is not closed yet; two at once would only get into each other's way. */
export const openRequestOf = (env: Environment, syncId: string): RequestEntry | undefined =>
  listEntries(env).find((entry) => entry.sync === syncId && !isClosed(entry.state));

/** A delegate sees and runs their own syncs only. */
export const findOwnSync = (env: Environment, actor: Actor, syncId: string): Result<SyncEntry> => {
  const entry = getSync(env, syncId);
  if (!entry.ok) return entry;
  return actor.isDelegate && entry.value.ownerId !== actor.user.id ? fail(problem('sync.notFound', { sync: syncId })) : entry;
};

interface Asked {
  readonly requesterId: string;
  readonly syncId: string;
  readonly name: string;
  readonly targets: number;
}

/** `send`: puts what belongs to it where the operator finds it. */
const add = (
  env: Environment,
  { requesterId, syncId, name, targets }: Asked,
  purpose: SyncPurpose,
  send: (requestId: string) => Result<void>,
): Result<RequestEntry> => {
  const [id, now] = [env.newId(), env.now()];
  const sent = send(id);
  if (!sent.ok) return sent;
  const asked = {
    id,
    kind: 'workflow',
    name,
    type: 'modify',
    requesterId,
    targets,
    sync: syncId,
    ...(purpose === 'night' ? ({ night: true } as const) : {}),
  } as const;
  const added = addRequest(env, newEntry(asked, now));
  if (!added.ok) return added;
  const queued = queueQuestion(env, { kind: 'prepare', id, askedBy: requesterId, askedAt: now, purpose });
  return queued.ok ? ok(added.value) : queued;
};

const ask = (
  env: Environment,
  asked: Asked,
  purpose: SyncPurpose,
  send: (requestId: string) => Result<void> = () => ok(undefined),
): Result<RequestEntry> => {
  const open = openRequestOf(env, asked.syncId);
  return open === undefined ? add(env, asked, purpose, send) : fail(problem('sync.busy', { name: asked.name, request: open.id }));
};

/**
 * G8–G32: makes a sync, or edits one: a request of its own, whose approval is the approval of all its nights. The operator reads source
 * and destinations and plans every target; nothing is written before somebody looked at it.
 */
export const saveSync = (env: Environment, actor: Actor, saved: SavedSync): Result<RequestEntry> => {
  const { sync } = saved;
  const [missing] = missingInSync(sync);
  if (missing !== undefined) return fail(missing.problem);
  const known = getSync(env, sync.id);
  if (known.ok) {
    const own = findOwnSync(env, actor, sync.id);
    if (!own.ok) return own;
  } else if (listSyncs(env).length >= syncLimit) return fail(problem('sync.tooMany', { limit: syncLimit }));
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const asked = { requesterId: actor.user.id, syncId: sync.id, name: sync.name, targets: known.ok ? known.value.destinations : 0 };
  return ask(env, asked, 'save', (id) =>
    sendParcel(env, workbook.value, { id, kind: 'order', authorId: actor.user.id, text: JSON.stringify(saved) }),
  );
};

/** G46: "Run now"; B5: "Review and allow once"; G47: deletes the sync with all that it delivered. */
export const askForSync = (
  env: Environment,
  actor: Actor,
  syncId: string,
  purpose: Exclude<SyncPurpose, 'save' | 'night'>,
): Result<RequestEntry> => {
  const entry = findOwnSync(env, actor, syncId);
  if (!entry.ok) return entry;
  const { name, destinations } = entry.value;
  return ask(env, { requesterId: actor.user.id, syncId, name, targets: destinations }, purpose);
};

/** The night asks in the name of the sync's owner. */
export const askForNight = (
  env: Environment,
  { id, ownerId, name, destinations }: SyncEntry,
  order: (requestId: string) => void,
): Result<RequestEntry> => {
  const asked = { requesterId: ownerId, syncId: id, name, targets: destinations };
  return add(env, asked, 'night', (requestId) => {
    order(requestId);
    return ok(undefined);
  });
};
