import { onTheWay } from '../core/plan/quotas';
import type { Call } from '../google/Call';
import { ratesOf, type Rate } from '../google/ratesOf';

/** Keeps calls for different users below the rates that they share. */
export interface SharedPace {
  /** For one wave: whether a call goes with those that were let in before it. */
  admission(now: number): (call: Call) => boolean;
  /** The first instant at which a call fits, alone. */
  earliest(call: Call, now: number): number;
  /** Counts a call that was sent and answered, or lost, at these instants: Google counted it somewhere between. */
  charge(call: Call, sentAt: number, answeredAt: number): void;
}

const SECOND = 1000;

export const sharedPace = (): SharedPace => {
  // When the calls of the last second had reached Google, by place; the oldest first.
  const reached = new Map<string, readonly number[]>();
  const recent = (place: string, now: number): readonly number[] => (reached.get(place) ?? []).filter((at) => at + SECOND > now);
  const fitsAt = ({ place, perSecond }: Rate, now: number): number => {
    const counted = recent(place, now);
    return counted.length < perSecond ? now : (counted[counted.length - perSecond] ?? now) + SECOND;
  };
  return {
    admission: (now) => {
      const admitted = new Map<string, number>();
      const countOf = (place: string): number => admitted.get(place) ?? 0;
      return (call) => {
        const rates = ratesOf(call);
        if (rates.some(({ place, perSecond }) => recent(place, now).length + countOf(place) >= perSecond)) return false;
        for (const { place } of rates) admitted.set(place, countOf(place) + 1);
        return true;
      };
    },
    earliest: (call, now) => Math.max(now, ...ratesOf(call).map((rate) => fitsAt(rate, now))),
    charge: (call, sentAt, answeredAt) => {
      const at = Math.min(sentAt + onTheWay, answeredAt);
      for (const { place } of ratesOf(call)) reached.set(place, [...recent(place, at), at]);
    },
  };
};
