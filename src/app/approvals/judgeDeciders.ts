import { isActive } from '../../core/directory/isActive';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { ok, type Result } from '../../core/base/Result';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { doTask } from '../runs/doTask';
import { readPolicy } from './policyStore';

/** Why somebody's approval does not count any more. */
export interface Gone {
  /** Address, or what is known of it. */
  readonly who: string;
  readonly why: 'requester' | 'concerned' | 'removed' | 'inactive';
}

/** S39–S41: of those who approved, who is an officer now, active, and neither the requester nor whom it is about (`barred`). By id; undefined: counts. */
export const judgeDeciders = (
  env: Environment,
  { deciders, requesterId }: Pick<RequestEntry, 'deciders' | 'requesterId'>,
  barred: readonly string[] = [],
): Result<ReadonlyMap<string, Gone | undefined>> => {
  const { officers } = readPolicy(env);
  const judged = new Map<string, Gone | undefined>();
  for (const id of deciders) {
    const user = doTask(env, () => getUser({ kind: 'self' }, id));
    if (!user.ok && isPassing(user.problem)) return user;
    const who = user.ok ? user.value.primaryEmail : (officers.find((one) => one.userId === id)?.email ?? id);
    const why = (): Gone['why'] | undefined => {
      if (id === requesterId) return 'requester';
      if (barred.includes(id)) return 'concerned';
      if (!officers.some((one) => one.userId === id)) return 'removed';
      return user.ok && isActive(user.value) ? undefined : 'inactive';
    };
    const reason = why();
    judged.set(id, reason === undefined ? undefined : { who, why: reason });
  }
  return ok(judged);
};
