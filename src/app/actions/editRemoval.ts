import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import type { Delivery } from '../../core/removal/RemoveContactsAction';
import { isRemoval } from '../../core/workflows/Action';
import type { ActionDraft, RemoveContactsDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getRequest, listEntries } from '../requests/requestStore';
import { editAction, type EditedAction } from './editCopyContacts';
import { lookUp, nameOf } from './editUserAction';

export type EditedRemoval = EditedAction<RemoveContactsDraft>;

const choose = (env: Environment, actionId: string, chooses: Delivery['kind'], delivery: Delivery | undefined): Result<EditedRemoval> =>
  editAction(
    env,
    actionId,
    (action: ActionDraft): action is RemoveContactsDraft => isRemoval(action),
    ({ delivery: _before, ...action }) => ({ ...action, chooses, ...(delivery === undefined ? {} : { delivery }) }),
  );

/** Which of the choices; what belonged to another one is forgotten. */
export const chooseDelivery = (env: Environment, actionId: string, kind: Delivery['kind']): Result<EditedRemoval> =>
  choose(env, actionId, kind, kind === 'all' ? { kind } : undefined);

/** The user whose copied contacts go, by address. That their account is suspended makes no difference. */
export const chooseOrigin = (env: Environment, actor: Actor, actionId: string, typed: string): Result<EditedRemoval> => {
  const email = nameOf(typed).split(/\s/)[0] ?? '';
  if (email === '') return fail(problem('workflow.originMissing'));
  const found = lookUp(env, actor, 'user', email);
  if (!found.ok) return found;
  const user = found.value.found.map(({ selector }) => selector).find(({ label }) => label.toLowerCase() === email.toLowerCase());
  if (user?.kind !== 'user') return fail(problem('workflow.sourceNotFound', { typed: email }));
  return choose(env, actionId, 'source', { kind: 'source', userId: user.userId, email: user.label });
};

/** Requests that this person sees and that may have copied something, newest first. Marks of a sync name it, and none of its requests. */
export const deliveringRequests = (env: Environment, actor: Actor): RequestEntry[] =>
  listEntries(env).filter(
    (entry) =>
      entry.kind === 'workflow' &&
      entry.sync === undefined &&
      isClosed(entry.state) &&
      (entry.outcome.created > 0 || (entry.planned.creates > 0 && entry.outcome.failed > 0)) &&
      (!actor.isDelegate || entry.requesterId === actor.user.id),
  );

/** The request whose copied contacts go. */
export const chooseRequest = (env: Environment, actor: Actor, actionId: string, requestId: string): Result<EditedRemoval> => {
  const entry = getRequest(env, requestId);
  if (requestId === '' || !entry.ok || !deliveringRequests(env, actor).some(({ id }) => id === requestId)) {
    return fail(problem('workflow.deliveryMissing'));
  }
  return choose(env, actionId, 'request', { kind: 'request', requestId, name: entry.value.name });
};
