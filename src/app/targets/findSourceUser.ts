import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { classOf } from '../../google/classOf';
import { getUser } from '../../google/directory';
import type { Actor } from '../actors/identify';
import { askSearch } from '../bridge/askSearch';
import type { Environment } from '../Environment';

export interface SourceUser {
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
}

/** S43: the operator looks the address up. Whether the account is suspended is told by the preview. */
const findByOperator = (env: Environment, actor: Actor, email: string): Result<SourceUser> => {
  const asked = askSearch(env, actor, { text: email, kind: 'user' });
  if (!asked.ok) return asked;
  if (asked.value.kind === 'asked') return fail(problem('workflow.sourceAsked', { typed: email }));
  const found = asked.value.search.found.find(({ selector }) => selector.label.toLowerCase() === email.toLowerCase());
  if (found?.selector.kind !== 'user') return fail(problem('workflow.sourceNotFound', { typed: email }));
  return ok({ userId: found.selector.userId, email: found.selector.label, fullName: found.fullName ?? '' });
};

/** The user whose contacts are read, by address; a picked suggestion is read for its address. */
export const findSourceUser = (env: Environment, actor: Actor, typed: string): Result<SourceUser> => {
  const email = typed.trim().split(/\s/)[0] ?? '';
  if (email === '') return fail(problem('workflow.sourceMissing'));
  if (actor.isDelegate) return findByOperator(env, actor, email);
  const user = env.asSelf(getUser({ kind: 'self' }, email), { calls: 1 });
  // Google answers 404 for nobody, 400 for the address of a group, 403 to a super administrator for other organizations only.
  const isNobody = !user.ok && (classOf(user.problem) === 'request' || user.problem.code === 'google.notAuthorized');
  if (!user.ok) return isNobody ? fail(problem('workflow.sourceNotFound', { typed: email })) : user;
  if (!isActive(user.value)) return fail(problem('workflow.sourceSuspended', { email: user.value.primaryEmail }));
  return ok({ userId: user.value.id, email: user.value.primaryEmail, fullName: user.value.fullName });
};
