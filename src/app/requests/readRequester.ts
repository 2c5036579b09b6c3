import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';

/** The requester, whose right to ask is looked up now and not when they asked. */
export const readRequester = (env: Environment, entry: Pick<RequestEntry, 'requesterId'>): Result<DirectoryUser> => {
  const user = doTask(env, () => getUser({ kind: 'self' }, entry.requesterId));
  if (!user.ok) return user.problem.code === 'google.notFound' ? fail(problem('request.requesterNotAllowed')) : user;
  const { isAdmin, suspended, archived } = user.value;
  return isAdmin && !suspended && !archived ? user : fail(problem('request.requesterNotAllowed'));
};
