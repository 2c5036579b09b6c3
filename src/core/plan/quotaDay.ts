const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days from 1970-01-01 to the first of January of a year. */
const daysBefore = (year: number): number =>
  365 * (year - 1970) + Math.floor((year - 1969) / 4) - Math.floor((year - 1901) / 100) + Math.floor((year - 1601) / 400);

const yearOf = (day: number): number => {
  const guess = 1970 + Math.floor(day / 365.2425);
  return day < daysBefore(guess) ? guess - 1 : day >= daysBefore(guess + 1) ? guess + 1 : guess;
};

/** The first Sunday from this day on; 1970-01-01 was a Thursday. */
const sundayFrom = (day: number): number => day + ((10 - (day % 7)) % 7);

/**
 * Milliseconds by which Pacific time is ahead of UTC at an instant: daylight saving from the second Sunday of March to the first Sunday
 * of November, each at 2:00 on the clock (15 U.S.C. 260a, https://www.nist.gov/pml/time-and-frequency-division/popular-links/daylight-saving-time-dst).
 */
const pacificOffset = (at: number): number => {
  const january = daysBefore(yearOf(Math.floor(at / DAY)));
  const leap = daysBefore(yearOf(january) + 1) - january - 365;
  const begins = (sundayFrom(january + 59 + leap) + 7) * DAY + 10 * HOUR;
  const ends = sundayFrom(january + 304 + leap) * DAY + 9 * HOUR;
  return (at >= begins && at < ends ? -7 : -8) * HOUR;
};

/**
 * Number of the quota day that an instant (milliseconds since the epoch) lies in. Google's days of quotas begin at midnight Pacific time
 * (as for other APIs of Google: https://developers.google.com/android-publisher/quotas).
 */
export const quotaDay = (at: number): number => Math.floor((at + pacificOffset(at)) / DAY);

/** When the quota day after this instant begins, in milliseconds since the epoch. No clock is put forward or back at midnight. */
export const nextQuotaDay = (at: number): number => {
  const midnight = (quotaDay(at) + 1) * DAY;
  return [7, 8].map((hours) => midnight + hours * HOUR).find((instant) => instant + pacificOffset(instant) === midnight) ?? midnight;
};
