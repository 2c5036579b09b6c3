import { MINUTE, lowestQuotas, type MinuteMetric, type MinuteUnits } from '../core/plan/quotas';
import type { Call } from '../google/Call';
import { costOf } from '../google/quotas';

/** Keeps each user below Google's quotas of a minute, so that Google need not refuse. */
export interface MinutePace {
  /** The first instant at which this call fits. */
  earliest(call: Call, now: number): number;
  /** Counts a call that was answered at this instant, or lost. */
  charge(call: Call, at: number): void;
}

interface Charge {
  readonly at: number;
  readonly units: Partial<MinuteUnits>;
}

const METRICS: readonly MinuteMetric[] = ['criticalRead', 'criticalWrite', 'groupRead', 'groupWrite'];

/**
 * Any sixty seconds hold no more than the quota of a minute, wherever Google's minutes begin. A call is counted when its
 * answer came: Google counted it at that time or before. One that costs more than the whole quota goes alone.
 */
export const minutePace = (perMinute: MinuteUnits = lowestQuotas.perMinute): MinutePace => {
  const charged = new Map<string, Charge[]>();
  const recent = (userId: string, now: number): readonly Charge[] => (charged.get(userId) ?? []).filter((one) => one.at + MINUTE > now);
  return {
    earliest: (call, now) => {
      const units: Partial<MinuteUnits> = costOf(call.operation);
      if (call.as.kind !== 'user') return now;
      const before = recent(call.as.userId, now);
      const fitsAt = (metric: MinuteMetric): number => {
        const cost = units[metric] ?? 0;
        let used = before.reduce((sum, one) => sum + (one.units[metric] ?? 0), 0);
        let at = now;
        for (const one of cost === 0 ? [] : before) {
          if (used + cost <= perMinute[metric]) break;
          used -= one.units[metric] ?? 0;
          at = one.at + MINUTE;
        }
        return at;
      };
      return Math.max(...METRICS.map(fitsAt));
    },
    charge: (call, at) => {
      if (call.as.kind !== 'user') return;
      charged.set(call.as.userId, [...recent(call.as.userId, at), { at, units: costOf(call.operation) }]);
    },
  };
};
