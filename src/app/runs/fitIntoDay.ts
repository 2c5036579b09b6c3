import { problem, type Problem } from '../../core/base/Problem';
import { unitsOf, type PlannedCalls } from '../../core/plan/PlannedCalls';
import { nextQuotaDay } from '../../core/plan/quotaDay';
import { unitCosts } from '../../core/plan/quotas';
import type { Environment } from '../Environment';

/** Which targets may begin on what is left of a day's contact writes. */
export interface DayFit {
  /** Whether the target, with what these calls are, may begin. */
  readonly fits: (calls: PlannedCalls) => boolean;
  /** These are left of one that has begun. */
  readonly begin: (targetId: string, calls: PlannedCalls) => void;
  readonly over: (targetId: string) => void;
  /** Why none may begin that did not fit; undefined: nobody had to wait for the next day. */
  readonly spent: () => Problem | undefined;
}

/** Who begins on what is left of a day's budget, and does not end, is read again the next day: one alone, if it can write anything. */
export const fitIntoDay = (env: Environment): DayFit => {
  // What those that have begun will still take.
  const begun = new Map<string, number>();
  let spent: Problem | undefined;
  return {
    fits: (calls) => {
      const taken = [...begun.values()].reduce((sum, one) => sum + one, 0);
      const left = env.contactWritesLeft?.() ?? Infinity;
      const fits = taken + unitsOf(calls).dailyContactWrites <= left;
      if (fits || begun.size > 0) return fits;
      if (left >= (calls.writeBatch > 0 ? unitCosts.writeBatch : unitCosts.writeContact).dailyContactWrites) return true;
      spent = problem('run.dayBudget', { budget: 'contactWrites', until: nextQuotaDay(env.now()) });
      return false;
    },
    begin: (targetId, calls) => void begun.set(targetId, unitsOf(calls).dailyContactWrites),
    over: (targetId) => void begun.delete(targetId),
    spent: () => spent,
  };
};
