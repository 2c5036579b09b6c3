import type { Environment } from '../Environment';

/** The global function that a one-shot trigger calls. */
export const continueHandler = 'onContinue';
/** Google counts created triggers; more than this a day are left to the recurring sweep. */
const oneShotsADay = 15;
const oneShotsKey = 'oneShots';
const MINUTE = 60_000;

/**
 * Work is left: a one-shot trigger goes on at the first useful time (milliseconds since the epoch), unless the recurring one comes as
 * soon or the day's one-shots are used up. Not within a minute: a user's minute quota is to be whole again.
 */
export const continueAt = (env: Environment, at: number, sweepMinutes: number): void => {
  const now = env.now();
  // Nobody tells when: something came in meanwhile, and can be done at once.
  const delay = Number.isFinite(at) ? Math.max(MINUTE, at - now) : MINUTE;
  if (delay >= sweepMinutes * MINUTE && sweepMinutes * MINUTE <= 5 * MINUTE) return;
  const today = Math.floor(now / 86_400_000);
  const [day, used = 0] = (env.authority.get(oneShotsKey) ?? '').split(' ').map(Number);
  const count = day === today ? used : 0;
  if (count >= oneShotsADay || env.triggers.list().some((trigger) => trigger.handler === continueHandler)) return;
  const created = env.triggers.createOnce(continueHandler, delay);
  if (created.ok) env.authority.set(oneShotsKey, `${today} ${count + 1}`);
  else env.log('trigger.refused', { code: created.problem.code });
};
