import { earliestFit, recentCharges, type Charge } from '../core/plan/minuteWindow';
import { lowestQuotas, type MinuteUnits } from '../core/plan/quotas';
import type { Call } from '../google/Call';
import { costOf } from '../google/quotas';

/** Keeps each user below Google's quotas of a minute, so that Google need not refuse. */
export interface MinutePace {
  /** The first instant at which this call fits. */
  earliest(call: Call, now: number): number;
  /** Counts a call that was answered at this instant, or lost: Google counted it at that time or before. */
  charge(call: Call, at: number): void;
}

export const minutePace = (perMinute: MinuteUnits = lowestQuotas.perMinute): MinutePace => {
  const charged = new Map<string, readonly Charge[]>();
  const chargesOf = (userId: string): readonly Charge[] => charged.get(userId) ?? [];
  return {
    earliest: ({ as, operation }, now) => (as.kind === 'user' ? earliestFit(costOf(operation), chargesOf(as.userId), perMinute, now) : now),
    charge: ({ as, operation }, at) => {
      if (as.kind !== 'user') return;
      charged.set(as.userId, [...recentCharges(chargesOf(as.userId), at), { at, units: costOf(operation) }]);
    },
  };
};
