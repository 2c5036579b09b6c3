import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import { runWaves } from '../../engine/runWaves';
import type { Task } from '../../google/Call';
import type { Environment } from '../Environment';

/** Milliseconds that a card callback keeps for drawing its answer; triggers and pages keep 75 s of their 6 minutes. */
export const marginOf = (env: Environment): number => (env.who.kind === 'card' ? 8000 : 75000);

/** Does one task over the network, with the engine's retries. A problem when the execution's time is up before it ends. */
export const doTask = <T>(env: Environment, task: () => Task<Result<T>>): Result<T> => {
  const { outcomes, stopped } = runWaves([{ key: 'one', task }], env, { margin: marginOf(env) });
  const outcome = outcomes.get('one');
  if (outcome?.kind === 'done') return outcome.value;
  if (outcome?.kind === 'threw') throw outcome.error;
  return fail(stopped ?? problem('run.outOfTime'));
};
