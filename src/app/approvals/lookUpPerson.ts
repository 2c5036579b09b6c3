import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { lookAlikes } from '../../core/directory/lookAlikes';
import { getUser, searchUsers } from '../../google/directory';
import type { Subject } from '../../google/Call';
import type { Environment } from '../Environment';

const self: Subject = { kind: 'self' };
/** Letters by which addresses that look alike are searched, and how many of them are compared. */
const letters = 3;
const compared = 100;

export interface FoundPerson {
  readonly user: DirectoryUser;
  /** S16: an address that is easily taken for this one. */
  readonly lookAlike?: string;
}

const similarTo = (env: Environment, user: DirectoryUser): string | undefined => {
  const start = [...user.primaryEmail].slice(0, letters).join('');
  const others = env.asSelf(searchUsers(self, start, compared), { calls: 6 });
  return others.ok ? lookAlikes([...others.value.filter(({ id }) => id !== user.id), user]).get(user.id) : undefined;
};

/** A user of the organization by any of their addresses, as the person at the keyboard may see them; suspended ones are refused. */
export const lookUpPerson = (env: Environment, address: string): Result<FoundPerson> => {
  const user = env.asSelf(getUser(self, address), { calls: 1 });
  if (!user.ok) {
    // Google answers for addresses elsewhere as for those it does not know, or that one may not see them.
    const unknown = ['google.notFound', 'google.notAuthorized', 'google.invalidRequest'].includes(user.problem.code);
    return unknown ? fail(problem('settings.userUnknown', { address })) : user;
  }
  if (!isActive(user.value)) return fail(problem('settings.userSuspended', { address: user.value.primaryEmail }));
  const lookAlike = similarTo(env, user.value);
  return ok({ user: user.value, ...(lookAlike === undefined ? {} : { lookAlike }) });
};
