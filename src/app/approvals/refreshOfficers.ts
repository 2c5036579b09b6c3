import { isActive } from '../../core/directory/isActive';
import { addressToKeep, type Officer } from '../../core/approvals/Policy';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getUser } from '../../google/directory';
import type { Task } from '../../google/Call';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';
import { policyKey, readPolicy } from './policyStore';

/** By id; undefined: the account is gone. */
type Looked = ReadonlyMap<string, DirectoryUser | undefined>;

function* lookUp(officers: readonly Officer[]): Task<Result<Looked>> {
  const looked = new Map<string, DirectoryUser | undefined>();
  for (const { userId } of officers) {
    const user = yield* getUser({ kind: 'self' }, userId);
    if (!user.ok && user.problem.code !== 'google.notFound') return user;
    looked.set(userId, user.ok ? user.value : undefined);
  }
  return ok(looked);
}

/**
 * S29, S40: the officers to write to, at the addresses of this moment, which are kept for cards, too; suspended and gone accounts are
 * left out. Where Google does not answer, the addresses that are known. No rule changes by it, so the policy's version stays.
 */
export const refreshOfficers = (env: Environment): readonly Officer[] => {
  const looked = doTask(env, () => lookUp(readPolicy(env).officers));
  if (!looked.ok) return readPolicy(env).officers;
  env.locked(() => {
    const policy = readPolicy(env);
    const officers = policy.officers.map((one) =>
      looked.value.has(one.userId) ? { ...one, email: addressToKeep(one.email, looked.value.get(one.userId)?.primaryEmail) } : one,
    );
    const isNew = officers.some(({ email }, index) => email !== policy.officers[index]?.email);
    return isNew ? env.authority.set(policyKey, JSON.stringify({ ...policy, officers })) : ok(undefined);
  });
  return readPolicy(env).officers.filter(({ userId }) => {
    const user = looked.value.get(userId);
    return user !== undefined && isActive(user);
  });
};
