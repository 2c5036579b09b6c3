import { newEntry } from '../../core/approvals/newEntry';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Actor } from '../actors/identify';
import { queueQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { addRequest, getRequest, listEntries } from '../requests/requestStore';
import { openRequestOf } from '../sync/askForSync';
import { mayUndo } from './mayUndo';

/** The undo of a request that is not closed yet, whoever asked for it: two at once would only get into each other's way. */
export const openUndoOf = (env: Environment, requestId: string): RequestEntry | undefined =>
  listEntries(env).find((entry) => entry.undoes === requestId && !isClosed(entry.state));

/**
 * B6: asks to undo a run, as a request of its own: nothing happens before somebody looked at its preview and officers approved it. The
 * operator takes targets and actions out of the ledger.
 */
export const askForUndo = (env: Environment, actor: Actor, requestId: string): Result<RequestEntry> => {
  const before = getRequest(env, requestId);
  if (!before.ok) return before;
  const { name, targets, requesterId, sync } = before.value;
  if (actor.isDelegate && requesterId !== actor.user.id) return fail(problem('request.notFound', { request: requestId }));
  if (!mayUndo(before.value)) return fail(problem('undo.nothing', { name }));
  const open = openUndoOf(env, requestId);
  if (open !== undefined) return ok(open);
  const busy = sync === undefined ? undefined : openRequestOf(env, sync);
  if (busy !== undefined) return fail(problem('sync.busy', { name, request: busy.id }));
  const id = env.newId();
  const now = env.now();
  const asked = {
    id,
    kind: 'workflow',
    name: `Undo: ${name}`,
    type: 'modify',
    requesterId: actor.user.id,
    targets,
    undoes: requestId,
    ...(sync === undefined ? {} : { sync }),
  } as const;
  const added = addRequest(env, newEntry(asked, now));
  if (!added.ok) return added;
  const queued = queueQuestion(env, { kind: 'prepare', id, askedBy: actor.user.id, askedAt: now });
  return queued.ok ? ok(added.value) : queued;
};
