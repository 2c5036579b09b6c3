import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getUser } from '../../google/directory';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';

/** The requester, an administrator or a delegate (S43), whose right to ask is looked up now and not when they asked. */
export const readRequester = (env: Environment, entry: Pick<RequestEntry, 'requesterId'>): Result<DirectoryUser> => {
  const user = doTask(env, () => getUser({ kind: 'self' }, entry.requesterId));
  if (!user.ok) return user.problem.code === 'google.notFound' ? fail(problem('request.requesterNotAllowed')) : user;
  const { delegates } = readPolicy(env);
  const mayAsk = user.value.isAdmin || delegates.some(({ userId, until }) => userId === user.value.id && until > env.now());
  return mayAsk && isActive(user.value) ? user : fail(problem('request.requesterNotAllowed'));
};
