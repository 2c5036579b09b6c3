import { isShortRun, onTheWay } from '../core/plan/quotas';
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

/** `targets`: how many the run is about. */
export const sharedPace = (targets: number): SharedPace => {
  const isShort = isShortRun(targets);
  // When the calls of the last second or minute had reached Google, by place; the oldest first.
  const reached = new Map<string, number[]>();
  const recent = ({ place, within }: Rate, now: number): readonly number[] => (reached.get(place) ?? []).filter((at) => at + within > now);
  const fitsAt = (rate: Rate, now: number): number => {
    const counted = recent(rate, now);
    return counted.length < rate.calls ? now : (counted[counted.length - rate.calls] ?? now) + rate.within;
  };
  return {
    admission: (now) => {
      const room = new Map<string, number>();
      const roomOf = (rate: Rate): number => room.get(rate.place) ?? rate.calls - recent(rate, now).length;
      return (call) => {
        const rates = ratesOf(call, isShort);
        if (rates.some((rate) => roomOf(rate) <= 0)) return false;
        for (const rate of rates) room.set(rate.place, roomOf(rate) - 1);
        return true;
      };
    },
    earliest: (call, now) => Math.max(now, ...ratesOf(call, isShort).map((rate) => fitsAt(rate, now))),
    charge: (call, sentAt, answeredAt) => {
      const at = Math.min(sentAt + onTheWay, answeredAt);
      for (const { place, within } of ratesOf(call, isShort)) {
        const counted = reached.get(place) ?? [];
        while ((counted[0] ?? Infinity) + within <= at) counted.shift();
        counted.push(at);
        reached.set(place, counted);
      }
    },
  };
};
