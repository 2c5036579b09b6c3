const minute = 60_000;
/** A clock trigger fires at a moment of its own within its minutes (https://developers.google.com/apps-script/guides/triggers/installable). */
const slack = 5 * minute;

/**
 * B16: since when the recurring trigger should have looked for work and did not; undefined while it is in time. It notes a look only
 * when something waits, so what it did before counts for nothing. Times in milliseconds since the epoch.
 */
export const silentSince = (known: {
  readonly now: number;
  readonly sweepMinutes: number;
  /** The last look of the recurring trigger that is known; 0: none yet. */
  readonly sweptAt: number;
  /** From when on something waits; undefined: nothing does. */
  readonly waitingSince: number | undefined;
}): number | undefined => {
  const { now, sweptAt, waitingSince, sweepMinutes } = known;
  if (waitingSince === undefined) return undefined;
  const since = Math.max(sweptAt, waitingSince);
  return now > since + Math.max(1, sweepMinutes) * minute + slack ? since : undefined;
};
