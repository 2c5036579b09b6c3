import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { Environment } from '../Environment';

/** The global function that a one-shot trigger calls. */
export const continueHandler = 'onContinue';
/** Google counts created triggers; more than this in 24 hours are left to the recurring sweep. */
export const oneShotsADay = 15;
/** Script property: when the 24 hours began, with the first one-shot, and how many there were since. */
const oneShotsKey = 'oneShots';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The day's one-shots from one read of the store: when its 24 hours began, and how many there were. */
const readOneShots = (text: string | undefined, now: number): readonly [number, number] => {
  const [begun = 0, used = 0] = (text ?? '').split(' ').map(Number);
  return now - begun < DAY ? [begun, used] : [now, 0];
};

export const areOneShotsUsed = (env: Environment, all: Readonly<Record<string, string>>): boolean =>
  readOneShots(all[oneShotsKey], env.now())[1] >= oneShotsADay;

/**
 * Work is left: a one-shot trigger goes on at the first useful time (milliseconds since the epoch), unless the recurring one comes as
 * soon or the day's one-shots are used up. Not within a minute: a user's minute quota is to be whole again.
 */
export const continueAt = (env: Environment, at: number, sweepMinutes: number): void => {
  const now = env.now();
  // Nobody tells when: something came in meanwhile, and can be done at once.
  const delay = Number.isFinite(at) ? Math.max(MINUTE, at - now) : MINUTE;
  if (delay >= sweepMinutes * MINUTE && sweepMinutes * MINUTE <= 5 * MINUTE) return;
  if (env.triggers.list().some((trigger) => trigger.handler === continueHandler)) return;
  // Counted before it is made and under the lock: two executions at once would count from the same number.
  const counted = env.locked((): Result<void> => {
    const [since, count] = readOneShots(env.authority.get(oneShotsKey), now);
    if (count >= oneShotsADay) return fail(problem('health.oneShotsUsed', { limit: oneShotsADay }));
    return env.authority.set(oneShotsKey, `${since} ${count + 1}`);
  });
  const created = counted.ok ? env.triggers.createOnce(continueHandler, delay) : counted;
  if (!created.ok) env.log('trigger.refused', { code: created.problem.code });
};
