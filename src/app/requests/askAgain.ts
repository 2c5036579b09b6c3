import { newEntry } from '../../core/approvals/newEntry';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Actor } from '../actors/identify';
import { queueQuestion } from '../bridge/Question';
import type { Environment } from '../Environment';
import { addRequest, getRequest } from './requestStore';

/** Whether somebody may ask for the same once more: it is theirs, was prepared, and ended without everything having been done. The rows of an import are not kept. */
export const mayAskAgain = (entry: RequestEntry, userId: string): boolean =>
  entry.kind === 'workflow' &&
  entry.sync === undefined &&
  entry.planned.rows === undefined &&
  entry.requesterId === userId &&
  entry.digest !== '' &&
  isClosed(entry.state) &&
  entry.state !== 'done';

/**
 * B2: asks for what an earlier request asked for, with a new preview: same targets, same actions. The order is in the ledger, so the
 * operator takes it from there. A start that has passed means at once.
 */
export const askAgain = (env: Environment, actor: Actor, requestId: string): Result<RequestEntry> => {
  const before = getRequest(env, requestId);
  if (!before.ok) return before;
  if (!mayAskAgain(before.value, actor.user.id)) return fail(problem('request.notToAskAgain', { name: before.value.name }));
  const { name, type, tags, startAt, targets, undoes } = before.value;
  const id = env.newId();
  const now = env.now();
  const asked = { id, kind: 'workflow', name, type, requesterId: actor.user.id, targets, tags, undoes } as const;
  const added = addRequest(env, newEntry({ ...asked, ...(startAt === undefined || startAt <= now ? {} : { startAt }) }, now));
  if (!added.ok) return added;
  const queued = queueQuestion(env, { kind: 'prepare', id, askedBy: actor.user.id, askedAt: now, again: requestId });
  return queued.ok ? ok(added.value) : queued;
};
