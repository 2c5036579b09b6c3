import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Subject, Task } from '../../google/Call';
import { asUser, type Delegation } from '../../google/delegation';
import { getUser } from '../../google/directory';
import { CONTACTS_SCOPE } from '../../google/operations';

/**
 * Work as a target. Nobody is given contacts while suspended or archived. When Google gives no token the user is looked up once
 * more: a new address since the slice began is taken, and a suspension is named as what it is.
 */
export function* asTarget<T>(delegation: Delegation, user: DirectoryUser, work: (as: Subject) => Task<Result<T>>): Task<Result<T>> {
  if (!isActive(user)) return suspended(user);
  const done = yield* asUser(delegation, user, CONTACTS_SCOPE, work);
  if (done.ok || done.problem.code !== 'google.userWithoutToken') return done;
  const now = yield* getUser({ kind: 'self' }, user.id);
  if (!now.ok) return done;
  if (!isActive(now.value)) return suspended(now.value);
  return now.value.primaryEmail === user.primaryEmail ? done : yield* asUser(delegation, now.value, CONTACTS_SCOPE, work);
}

const suspended = <T>(user: DirectoryUser): Result<T> => fail(problem('target.suspended', { email: user.primaryEmail }));
