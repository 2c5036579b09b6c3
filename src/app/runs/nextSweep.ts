import { nextLook } from '../../core/runs/nextLook';
import type { Environment } from '../Environment';
import { readInstallation, type Installation } from '../setUp/Installation';

/** Script property: when the recurring trigger last found work. An idle sweep writes nothing. */
const key = 'sweptAt';

/** Notes when the recurring trigger ran; one-shots run at any minute and tell nothing. */
export const noteSweep = (env: Environment, triggerUid: string): void => {
  const installation = readInstallation(env);
  if (installation.ok && installation.value.sweepUid === triggerUid) env.authority.set(key, String(env.now()));
};

/**
 * When Roster looks for work next, at the latest, by what earlier sweeps noted. `since`: from when on something waits; when that is to
 * come, the first look after it.
 */
export const nextSweep = (env: Environment, installation: Installation, since: number): number =>
  nextLook({
    now: Math.max(env.now(), since),
    sweepMinutes: installation.sweepMinutes,
    sweptAt: Number(env.authority.get(key) ?? '0') || 0,
    waitingSince: since,
  });
