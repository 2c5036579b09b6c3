const minute = 60_000;

/**
 * When the operator's recurring trigger looks for work next, at the latest. It keeps its minute of the hour, so a look that is known
 * tells the later ones; before the first, any stretch as long as the interval holds one. Times in milliseconds since the epoch.
 */
export const nextLook = (known: {
  readonly now: number;
  readonly sweepMinutes: number;
  /** A look of the recurring trigger that is known; 0: none yet. */
  readonly sweptAt: number;
  /** Since when something waits; it is not later than now. */
  readonly waitingSince: number;
}): number => {
  const { now, sweptAt, waitingSince } = known;
  const interval = Math.max(1, known.sweepMinutes) * minute;
  if (sweptAt > 0 && sweptAt <= now) return sweptAt + (Math.floor((now - sweptAt) / interval) + 1) * interval;
  return waitingSince + interval > now ? waitingSince + interval : now + interval;
};
