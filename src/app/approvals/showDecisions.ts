import type { Decision } from '../../core/approvals/Claim';
import { findOfficer, mayDecide, type Claimant } from '../../core/approvals/mayDecide';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { hasDecided, listClaims } from './claims';
import { readNote } from './officerNotes';
import { readPolicy } from './policyStore';

/** S36: who decided about a request. */
export interface ShownDecision {
  /** Address by which they decided. */
  readonly by: string;
  readonly decision: Decision;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly isMine: boolean;
  /** The operator has looked at it. */
  readonly verified: boolean;
  /** Why it does not count. */
  readonly refused?: Problem;
}

/** In the order of time. What was refused concerns only whoever decided; what counted and does no more, everybody. */
export const showDecisions = (
  env: Environment,
  requestId: string,
  viewerId: string,
  all?: Readonly<Record<string, string>>,
): ShownDecision[] =>
  listClaims(env, all, requestId)
    .map(({ officerId, claim }): ShownDecision => {
      const { email: by, decision, reason, at, verified } = claim;
      const refused = verified?.refused === undefined ? {} : { refused: verified.refused };
      return { by, decision, reason, at, isMine: officerId === viewerId, verified: verified !== undefined, ...refused };
    })
    .filter((one) => one.isMine || one.refused === undefined || one.refused.code === 'decision.lapsed');

/** Whether somebody is to be offered a decision, as far as script properties tell. */
export const maySeeToDecide = (env: Environment, entry: RequestEntry, claimant: Claimant, barred: readonly string[] = []): boolean => {
  const officer = findOfficer(readPolicy(env), claimant);
  return (
    officer !== undefined && mayDecide(entry, entry.digest, officer, env.now(), barred).ok && !hasDecided(env, entry.id, officer.userId)
  );
};

/** B16: what waits for somebody's decision, the oldest first, from one read of the store. */
export const listToDecide = (env: Environment, claimant: Claimant, all: Readonly<Record<string, string>>): RequestEntry[] => {
  const officer = findOfficer(readPolicy(env, all), claimant);
  if (officer === undefined) return [];
  return listEntries(env, all)
    .filter((entry) => {
      const allowed = mayDecide(entry, entry.digest, officer, env.now(), readNote(entry.id, all)?.barred);
      return allowed.ok && !hasDecided(env, entry.id, officer.userId, all);
    })
    .reverse();
};
