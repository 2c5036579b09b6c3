import type { Problem } from '../../core/base/Problem';
import { classOf } from '../../google/classOf';
import type { Environment } from '../Environment';

/** Nothing is tried before, or nothing that writes contacts. */
const allKey = 'pausedUntil';
const writesKey = 'writesPausedUntil';
/** A spent daily budget comes back at an hour that Google does not tell. A little less than an hour, so that the next hourly sweep tries. */
const pauseMilliseconds = 55 * 60 * 1000;

const isOfWrites = ({ data }: Problem): boolean => data['budget'] === 'contactWrites' || /create/i.test(String(data['operation'] ?? ''));

/** A day's budget is spent: nothing is tried for a while, which would only spend calls. Reads go on when only writes are spent. */
export const pauseFor = (env: Environment, problem: Problem): void => {
  if (classOf(problem) !== 'dayQuota' && problem.code !== 'platform.quotaSpent' && problem.code !== 'run.dayBudget') return;
  const until = Number(problem.data['until'] ?? 0) || env.now() + pauseMilliseconds;
  env.authority.set(isOfWrites(problem) ? writesKey : allKey, String(until));
  env.log('paused', { code: problem.code });
};

const at = (env: Environment, key: string): number => Number(env.authority.get(key) ?? '0') || 0;

/** When anything is tried again; in the past when nothing is paused. */
export const pausedUntil = (env: Environment): number => at(env, allKey);

export const isPaused = (env: Environment): boolean => pausedUntil(env) > env.now();

/** When the next write can be tried; in the past when it can be tried now. */
export const writesPausedUntil = (env: Environment): number => Math.max(at(env, allKey), at(env, writesKey));
