import { isActive } from '../../core/directory/isActive';
import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { findDelegate } from './findDelegate';
import { readInstallation, type Installation } from '../setUp/Installation';

/** A person whose Directory record was read just now, and what set-up recorded. */
export interface Actor {
  readonly user: DirectoryUser;
  readonly installation: Installation;
  readonly isOperator: boolean;
  /** S43: may ask without an administrator’s rights; the operator looks things up for them, and an officer always decides. */
  readonly isDelegate: boolean;
}

/** What Google answers the operator about the address of somebody who is not of the organization. */
const outside: readonly string[] = ['google.notFound', 'google.notAuthorized'];

/**
 * Who is asking, by the server's address and the Directory's word of this moment. On the operator's page the visitor is asking,
 * and the look-up runs as the operator.
 */
export const identify = (env: Environment): Result<DirectoryUser> => {
  const email = env.who.kind === 'trigger' ? env.who.effectiveEmail : env.who.activeEmail;
  if (email === '') return fail(problem('who.noAddress'));
  const user = env.asSelf(getUser({ kind: 'self' }, email), { calls: 1 });
  if (!user.ok) return env.who.kind === 'page' && outside.includes(user.problem.code) ? fail(problem('who.outside')) : user;
  return isActive(user.value) ? user : fail(problem('who.suspended'));
};

/** The asking person, whoever they are, on an installation that is set up. */
export const requireActor = (env: Environment): Result<Actor> => {
  const installation = readInstallation(env);
  if (!installation.ok) return installation;
  const user = identify(env);
  if (!user.ok) return user;
  return ok({
    user: user.value,
    installation: installation.value,
    isOperator: user.value.id === installation.value.operatorId,
    isDelegate: false,
  });
};

/** Who may change how Roster decides, or ask for that. */
export const requireSuperAdministrator = (env: Environment): Result<Actor> => {
  const actor = requireActor(env);
  // Without an administrator's rights a person cannot even look themself up.
  const refused = actor.ok ? !actor.value.user.isAdmin : actor.problem.code === 'google.notAuthorized';
  if (!refused) return actor;
  const installation = readInstallation(env);
  return installation.ok ? fail(problem('who.notAdministrator', { operator: installation.value.operatorEmail })) : installation;
};

/** Who may ask for work: super administrators, and delegates while their time lasts (S43). */
export const requireAdministrator = (env: Environment): Result<Actor> => {
  const actor = requireSuperAdministrator(env);
  if (actor.ok || actor.problem.code !== 'who.notAdministrator') return actor;
  const known = requireActor(env);
  const user = findDelegate(env, known.ok ? known.value.user : undefined);
  const installation = readInstallation(env);
  return user === undefined || !installation.ok
    ? actor
    : ok({ user, installation: installation.value, isOperator: false, isDelegate: true });
};

/** The operator's executions: the effective user must be the stored operator, and the bundle the recorded one. */
export const requireOperator = (env: Environment): Result<Actor> => {
  const actor = requireActor(env);
  if (!actor.ok) return actor;
  if (!actor.value.isOperator) return fail(problem('who.notOperator', { operator: actor.value.installation.operatorEmail }));
  if (actor.value.installation.version !== env.version) {
    return fail(problem('setUp.otherVersion', { recorded: actor.value.installation.version, running: env.version }));
  }
  return actor;
};
