import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getListedUser } from '../../google/directory';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';

/**
 * S43: the asking person, if they are a delegate whose time has not ended. Who has no administrator's rights is looked up as everybody
 * in the organization may be; who is hidden there cannot be told, and is none. `known`: when Google let them look themself up.
 */
export const findDelegate = (env: Environment, known: DirectoryUser | undefined): DirectoryUser | undefined => {
  const allowed = new Set(
    readPolicy(env)
      .delegates.filter(({ until }) => until > env.now())
      .map(({ userId }) => userId),
  );
  if (allowed.size === 0) return undefined;
  if (known !== undefined) return allowed.has(known.id) ? known : undefined;
  const email = env.who.activeEmail;
  const listed = email === '' ? undefined : env.asSelf(getListedUser({ kind: 'self' }, email), { calls: 1 });
  return listed?.ok === true && allowed.has(listed.value.id) ? listed.value : undefined;
};
