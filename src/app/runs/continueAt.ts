import type { Environment } from '../Environment';

/** The global function that a one-shot trigger calls. */
export const continueHandler = 'onContinue';
/** Google counts created triggers; more than this in 24 hours are left to the recurring sweep. */
const oneShotsADay = 15;
/** Script property: when the 24 hours began, with the first one-shot, and how many there were since. */
const oneShotsKey = 'oneShots';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Work is left: a one-shot trigger goes on at the first useful time (milliseconds since the epoch), unless the recurring one comes as
 * soon or the day's one-shots are used up. Not within a minute: a user's minute quota is to be whole again.
 */
export const continueAt = (env: Environment, at: number, sweepMinutes: number): void => {
  const now = env.now();
  // Nobody tells when: something came in meanwhile, and can be done at once.
  const delay = Number.isFinite(at) ? Math.max(MINUTE, at - now) : MINUTE;
  if (delay >= sweepMinutes * MINUTE && sweepMinutes * MINUTE <= 5 * MINUTE) return;
  const [begun = 0, used = 0] = (env.authority.get(oneShotsKey) ?? '').split(' ').map(Number);
  const [since, count] = now - begun < DAY ? [begun, used] : [now, 0];
  if (count >= oneShotsADay || env.triggers.list().some((trigger) => trigger.handler === continueHandler)) return;
  const created = env.triggers.createOnce(continueHandler, delay);
  if (created.ok) env.authority.set(oneShotsKey, `${since} ${count + 1}`);
  else env.log('trigger.refused', { code: created.problem.code });
};
