import { isActive } from '../../core/directory/isActive';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { doTask } from '../runs/doTask';
import { readPolicy } from './policyStore';

/**
 * S39–S41: who approved is an officer still, active, and neither the requester nor whom it is about (`barred`), and they are as many as
 * the intent needs. Gives back the ids of those who count.
 */
export const checkOfficers = (
  env: Environment,
  { deciders }: Pick<RequestEntry, 'deciders'>,
  { requesterId, needed }: { readonly requesterId: string; readonly needed: number },
  barred: readonly string[] = [],
): Result<readonly string[]> => {
  const { officers } = readPolicy(env);
  const counting: string[] = [];
  let gone = problem('run.approvalGone', { who: '', why: 'missing' });
  for (const id of new Set(deciders)) {
    const user = doTask(env, () => getUser({ kind: 'self' }, id));
    if (!user.ok && isPassing(user.problem)) return user;
    const who = user.ok ? user.value.primaryEmail : (officers.find((one) => one.userId === id)?.email ?? id);
    if (id === requesterId) gone = problem('run.approvalGone', { who, why: 'requester' });
    else if (barred.includes(id)) gone = problem('run.approvalGone', { who, why: 'concerned' });
    else if (!officers.some((one) => one.userId === id)) gone = problem('run.approvalGone', { who, why: 'removed' });
    else if (!user.ok || !isActive(user.value)) gone = problem('run.approvalGone', { who, why: 'inactive' });
    else counting.push(id);
  }
  // What is not a number is refused, too: an intent of before there were officers names none.
  return counting.length >= needed ? ok(counting) : fail(gone);
};
