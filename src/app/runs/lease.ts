import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';

const key = 'lease';
/** Longer than any execution (6 minutes), so that a killed one cannot leave two writers behind. */
export const leaseMilliseconds = 7 * 60 * 1000;

interface Lease {
  readonly holder: string;
  readonly until: number;
}

const read = (env: Environment): Lease | undefined => {
  const text = env.authority.get(key);
  if (text === undefined) return undefined;
  const [holder, until] = text.split(' ');
  return holder === undefined || until === undefined ? undefined : { holder, until: Number(until) };
};

const write = (env: Environment, holder: string, values: Readonly<Record<string, string>> = {}): Result<void> =>
  env.authority.setAll({ ...values, [key]: `${holder} ${env.now() + leaseMilliseconds}` });

/** Becomes the one writer, or says until when another execution is. Nobody writes without it. */
export const takeLease = (env: Environment, holder: string): Result<void> =>
  env.locked(() => {
    const lease = read(env);
    if (lease !== undefined && lease.holder !== holder && lease.until > env.now())
      return fail(problem('run.anotherIsWriting', { until: lease.until }));
    return write(env, holder);
  });

/** Renews before a wave, and stores what belongs to it in the same write. A problem when another execution took over: then stop at once. */
export const renewLease = (env: Environment, holder: string, values: Readonly<Record<string, string>> = {}): Result<void> =>
  env.locked(() => {
    if (read(env)?.holder !== holder) return fail(problem('run.anotherIsWriting', { until: read(env)?.until ?? 0 }));
    return write(env, holder, values);
  });

export const releaseLease = (env: Environment, holder: string): void => {
  env.locked(() => {
    if (read(env)?.holder === holder) env.authority.delete(key);
    return ok(undefined);
  });
};
