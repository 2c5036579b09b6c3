import { silentSince } from '../../core/runs/silentSince';
import { openClaims } from '../approvals/claims';
import { listQuestions, pendingKey } from '../bridge/Question';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';
import { sweptAtKey } from './nextSweep';

/** B16: something waits, and the operator's recurring trigger has not looked for work since. */
export interface Silence {
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** Whose trigger it is. */
  readonly operator: string;
}

/** From when on something waits; undefined: nothing does. */
export const waitingSince = (env: Environment, all: Readonly<Record<string, string>>): number | undefined => {
  const pending = all[pendingKey];
  if (pending === undefined) return undefined;
  const starts = [
    ...openClaims(env, all).map(({ claim }) => claim.at),
    ...listQuestions(env, all).map((question) => question.askedAt),
    ...listEntries(env, all).flatMap(({ state, changedAt, startAt = 0 }) => {
      if (state === 'approved') return [Math.max(changedAt, startAt)];
      return state === 'preparing' || state === 'running' ? [changedAt] : [];
    }),
  ];
  const from = Number(pending) || 0;
  if (starts.length > 0) return Math.max(Math.min(...starts), from);
  // A look was asked for, or is due, though nobody waits for it.
  return from > 1 && from <= env.now() ? from : undefined;
};

/** By what is stored; a sweep that finds nothing pays nothing for it. */
export const findSilence = (
  env: Environment,
  installation: Installation,
  all: Readonly<Record<string, string>> = env.authority.all(),
): Silence | undefined => {
  const since = silentSince({
    now: env.now(),
    sweepMinutes: installation.sweepMinutes,
    sweptAt: Number(all[sweptAtKey] ?? '0') || 0,
    waitingSince: waitingSince(env, all),
  });
  return since === undefined ? undefined : { since, operator: installation.operatorEmail };
};
