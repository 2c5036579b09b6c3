import type { Problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import type { Environment } from '../Environment';

/** Script property that holds a short answer to a question, or why there is none. */
export const answerKey = (id: string): string => `answer.${id}`;

/** An answer that says why there is none. */
export const refuseQuestion = (env: Environment, id: string, why: Problem): Result<void> =>
  env.authority.set(answerKey(id), JSON.stringify({ at: env.now(), problem: why }));

/** Why a question was not answered; undefined when it was, or waits. */
export const findRefusal = (env: Environment, id: string): Problem | undefined => {
  const text = env.authority.get(answerKey(id));
  return text === undefined ? undefined : (JSON.parse(text) as { readonly problem?: Problem }).problem;
};
