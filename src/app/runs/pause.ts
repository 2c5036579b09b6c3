import type { Problem } from '../../core/base/Problem';
import { classOf } from '../../google/classOf';
import type { Environment } from '../Environment';

const key = 'pausedUntil';
/** A spent daily budget comes back at an hour that Google does not tell. A little less than an hour, so that the next hourly sweep tries. */
const pauseMilliseconds = 55 * 60 * 1000;

/** A day's budget is spent: nothing is tried for a while, which would only spend calls. */
export const pauseFor = (env: Environment, problem: Problem): void => {
  if (classOf(problem) !== 'dayQuota' && problem.code !== 'platform.quotaSpent') return;
  env.authority.set(key, String(env.now() + pauseMilliseconds));
  env.log('paused', { code: problem.code });
};

export const isPaused = (env: Environment): boolean => Number(env.authority.get(key) ?? '0') > env.now();
