import { MINUTE, type MinuteMetric, type MinuteUnits } from './quotas';

/** Units that were charged for one user at an instant (milliseconds). */
export interface Charge {
  readonly at: number;
  readonly units: Partial<MinuteUnits>;
}

const METRICS: readonly MinuteMetric[] = ['criticalRead', 'criticalWrite', 'groupRead', 'groupWrite'];

/** Charges that still count at this instant. */
export const recentCharges = (charges: readonly Charge[], now: number): readonly Charge[] => charges.filter((one) => one.at + MINUTE > now);

/**
 * The first instant from `now` on at which a call of this cost fits: any sixty seconds hold no more than the quota of a
 * minute, wherever Google's minutes begin. A call that costs more than the whole quota goes alone. `charges` are in order.
 */
export const earliestFit = (cost: Partial<MinuteUnits>, charges: readonly Charge[], perMinute: MinuteUnits, now: number): number => {
  const recent = recentCharges(charges, now);
  const fitsAt = (metric: MinuteMetric): number => {
    const units = cost[metric] ?? 0;
    let used = recent.reduce((sum, one) => sum + (one.units[metric] ?? 0), 0);
    let at = now;
    for (const one of units === 0 ? [] : recent) {
      if (used + units <= perMinute[metric]) break;
      used -= one.units[metric] ?? 0;
      at = one.at + MINUTE;
    }
    return at;
  };
  return Math.max(...METRICS.map(fitsAt));
};
