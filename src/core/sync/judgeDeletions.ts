import { problem, type Problem } from '../base/Problem';
import { judgedFrom, type DeletionGuard } from './Sync';

/** Of what somebody decides about who sees how much goes. */
export const guardsLifted: DeletionGuard = { share: 1, contacts: Number.MAX_SAFE_INTEGER };

/** B5: whether so many of the contacts that a sync has at a destination may go because the source has them no more. */
export const judgeDeletions = (guard: DeletionGuard, deletions: number, delivered: number): Problem | undefined => {
  const data = { deletions, delivered };
  if (deletions > guard.contacts) return problem('sync.tooManyDeletions', { ...data, allowed: guard.contacts });
  if (delivered >= judgedFrom && deletions > guard.share * delivered)
    return problem('sync.tooLargeShare', { ...data, percent: Math.round(guard.share * 100) });
  return undefined;
};
