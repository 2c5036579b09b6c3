import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { nextLook } from '../../core/runs/nextLook';
import type { Environment } from '../Environment';
import { pausedUntil, writesPausedUntil } from './pause';
import { readProgress } from './progress';
import { isStopped } from './stopRun';
import { restsUntil } from './trouble';
import { readInstallation, type Installation } from '../setUp/Installation';

/** Script property: when the recurring trigger last found work. An idle sweep writes nothing. */
export const sweptAtKey = 'sweptAt';

/** Notes when the recurring trigger ran; one-shots run at any minute and tell nothing. */
export const noteSweep = (env: Environment, triggerUid: string): void => {
  const installation = readInstallation(env);
  if (installation.ok && installation.value.sweepUid === triggerUid) env.authority.set(sweptAtKey, String(env.now()));
};

/**
 * When Roster looks for work next, at the latest, by what earlier sweeps noted. `since`: from when on something waits; when that is to
 * come, the first look after it. While a day's budget is spent, the first look after that.
 */
export const nextSweep = (env: Environment, installation: Installation, since: number): number => {
  const from = Math.max(since, pausedUntil(env));
  const sweptAt = Number(env.authority.get(sweptAtKey) ?? '0') || 0;
  return nextLook({ now: Math.max(env.now(), from), sweepMinutes: installation.sweepMinutes, sweptAt, waitingSince: from });
};

/** The same for what a request waits for: its preview, its time (S51), targets that are looked at again, or being closed. */
export const nextSweepFor = (env: Environment, installation: Installation, entry: RequestEntry): number => {
  const { id, state, changedAt, startAt = 0 } = entry;
  const tried = isStopped(env, id) ? 0 : restsUntil(env, id);
  if ((state !== 'approved' && state !== 'running') || isStopped(env, id)) return nextSweep(env, installation, Math.max(changedAt, tried));
  const begins = state === 'approved' ? startAt : (readProgress(env, id)?.goesOnAt ?? 0);
  return nextSweep(env, installation, Math.max(changedAt, begins, tried, writesPausedUntil(env)));
};
