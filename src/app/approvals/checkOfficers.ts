import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Environment } from '../Environment';
import { judgeDeciders } from './judgeDeciders';

/** S39–S41: those whose approval counts still are as many as the intent needs. Gives back their ids. */
export const checkOfficers = (
  env: Environment,
  { deciders }: Pick<RequestEntry, 'deciders'>,
  { requesterId, needed }: { readonly requesterId: string; readonly needed: number },
  barred: readonly string[] = [],
): Result<readonly string[]> => {
  const judged = judgeDeciders(env, { deciders, requesterId }, barred);
  if (!judged.ok) return judged;
  const counting = [...judged.value].flatMap(([id, gone]) => (gone === undefined ? [id] : []));
  // What is not a number is refused, too: an intent of before there were officers names none.
  if (counting.length >= needed) return ok(counting);
  const last = [...judged.value.values()].filter((gone) => gone !== undefined).pop() ?? { who: '', why: 'missing' };
  return fail(problem('run.approvalGone', { ...last }));
};
