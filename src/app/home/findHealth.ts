import { fewestOfficers } from '../../core/approvals/Policy';
import { problem, type Problem } from '../../core/base/Problem';
import { fillingPercent, isStoreFull } from '../../core/base/storeLimits';
import { readHead } from '../audit/auditHead';
import { readCheck } from '../audit/verifyAudit';
import { readPolicy } from '../approvals/policyStore';
import { setPending } from '../bridge/Question';
import type { Environment } from '../Environment';
import { areOneShotsUsed, oneShotsADay } from '../runs/continueAt';
import { readHeld } from '../runs/held';
import { nextSweep, sweptAtKey } from '../runs/nextSweep';
import { findSilence, waitingSince, type Silence } from '../runs/silence';
import type { Installation } from '../setUp/Installation';

/** B16: how Roster itself is. Times in milliseconds since the epoch. */
export interface Health {
  /** When the operator's recurring trigger looked for work last, as far as it is known; 0: not yet. */
  readonly lookedAt: number;
  /** When it looks next, at the latest. */
  readonly nextLookAt: number;
  /** Set-up recorded another version than the one that runs: nothing runs until it is recorded. */
  readonly otherVersion: boolean;
  /** What keeps the operator's triggers from working. */
  readonly held?: Problem;
  readonly silence?: Silence;
  /** What else is not as it should be. */
  readonly unwell: readonly Problem[];
}

const day = 24 * 60 * 60 * 1000;
const auditDays = 30;

type All = Readonly<Record<string, string>>;

const auditProblems = (env: Environment, all: All, since: number): Problem[] => {
  const check = readCheck(all);
  if (check?.problem !== undefined) return [check.problem];
  const days = Math.floor((env.now() - (check?.at ?? since)) / day);
  return readHead(all).number > 0 && days > auditDays ? [problem('health.auditUnverified', { days })] : [];
};

const unwellOf = (env: Environment, all: All): Problem[] => {
  const { officers } = readPolicy(env, all);
  const percent = isStoreFull(all) ? undefined : fillingPercent(all);
  const appointed = Math.min(env.now(), ...officers.map(({ appointedAt }) => appointedAt));
  return [
    ...(officers.length === 0 ? [problem('settings.noOfficer')] : []),
    ...(officers.length > 0 && officers.length < fewestOfficers ? [problem('settings.fewOfficers', { active: officers.length })] : []),
    ...(areOneShotsUsed(env, all) ? [problem('health.oneShotsUsed', { limit: oneShotsADay })] : []),
    ...(percent === undefined ? [] : [problem('health.storeFilling', { percent })]),
    ...auditProblems(env, all, appointed),
  ];
};

/** Only the operator can list the operator's triggers; where even they may not, nothing is known. */
const isTriggerGone = (env: Environment, installation: Installation): boolean => {
  const there = env.triggers.has(installation.sweepUid);
  return there.ok && !there.value;
};

/**
 * An idle sweep notes nothing, so that it costs one read. Whoever opens Roster a day after the last look that is known asks for one:
 * it shows that the trigger is alive, or that it is not.
 */
export const askForLook = (env: Environment, all: All): void => {
  const lookedAt = Number(all[sweptAtKey] ?? '0') || 0;
  if (lookedAt + day < env.now() && waitingSince(env, all) === undefined) setPending(env, env.now());
};

/** From one read of the store (`all`); the operator's own triggers are looked at, too. */
export const findHealth = (env: Environment, installation: Installation, all: All, isOperator: boolean): Health => {
  const held = readHeld(all);
  const otherVersion = installation.version !== env.version;
  const silence = held === undefined && !otherVersion ? findSilence(env, installation, all) : undefined;
  const gone = isOperator && silence === undefined && isTriggerGone(env, installation);
  return {
    lookedAt: Number(all[sweptAtKey] ?? '0') || 0,
    nextLookAt: nextSweep(env, installation, env.now()),
    otherVersion,
    ...(held === undefined ? {} : { held }),
    ...(silence === undefined ? {} : { silence }),
    unwell: [...(gone ? [problem('health.triggerGone')] : []), ...unwellOf(env, all)],
  };
};
