import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';
import { observeOfficers } from './observeSettings';
import { readPolicy } from './policyStore';

/**
 * Looks again, when an approval is used, whether it still counts: each decider is an officer still, with an active account, and is
 * neither the requester nor among the `subjects` whom the request is about. Gives back the ids of those who count.
 */
export const checkDeciders = (
  env: Environment,
  entry: Pick<RequestEntry, 'deciders' | 'requesterId' | 'name'>,
  needed: number,
  subjects: readonly string[] = [],
): Result<readonly string[]> => {
  const policy = readPolicy(env);
  const may = new Set(entry.deciders.filter((id) => id !== entry.requesterId && !subjects.includes(id)));
  const active = doTask(env, () => observeOfficers({ ...policy, officers: policy.officers.filter(({ userId }) => may.has(userId)) }));
  if (!active.ok) return active;
  const counting = active.value.map(({ id }) => id);
  return counting.length >= needed
    ? ok(counting)
    : fail(problem('run.approvalGone', { name: entry.name, needed, left: counting.length, gone: entry.deciders.length - counting.length }));
};
