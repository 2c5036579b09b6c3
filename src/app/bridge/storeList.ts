import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { Environment } from '../Environment';
import { answerKey } from './refusal';

/** Stores the answer to a question with as much of a list as fits into one property. `left`: how many were cut off. */
export const storeList = <T>(
  env: Environment,
  id: string,
  all: readonly T[],
  answerOf: (list: readonly T[], left: number) => object,
): Result<void> => {
  for (let kept = all.length; kept >= 0; kept = kept > 10 ? kept - 10 : kept - 1) {
    const stored = env.authority.set(answerKey(id), JSON.stringify(answerOf(all.slice(0, kept), all.length - kept)));
    if (stored.ok) return stored;
  }
  return fail(problem('bridge.answerTooBig'));
};
