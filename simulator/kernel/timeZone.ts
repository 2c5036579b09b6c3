/** Wall-clock arithmetic in IANA time zones, by the zone data of Intl. Instants are milliseconds since the epoch. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

export interface WallClock {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
};

/** Milliseconds by which the zone is ahead of UTC at this instant. Throws RangeError for an unknown zone. */
export const zoneOffset = (zone: string, instant: number): number => {
  if (Number.isNaN(instant)) return NaN;
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map()));
  // No zone of today changes its offset but at a quarter of an hour.
  const quarter = Math.floor(instant / (HOUR / 4));
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = computeOffset(zone, quarter * (HOUR / 4))));
  return offset;
};

/** Takes the digits of a wall clock (as if they were UTC, in ms) to the instant; skipped and doubled times as `new Date(…)` does. */
export const instantOfLocal = (zone: string, local: number): number => {
  if (Number.isNaN(local)) return NaN;
  const before = zoneOffset(zone, local - DAY);
  const after = zoneOffset(zone, local + DAY);
  if (zoneOffset(zone, local - before) === before) return local - before;
  if (zoneOffset(zone, local - after) === after) return local - after;
  return local - before;
};

export const wallClock = (zone: string, instant: number): WallClock => {
  const date = new Date(instant + zoneOffset(zone, instant));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

/** `month` 1–12; `day`, `hour` and `minute` may overflow into the next unit. */
export const instantOf = (zone: string, year: number, month: number, day: number, hour = 0, minute = 0): number =>
  instantOfLocal(zone, Date.UTC(year, month - 1, day, hour, minute));

const computeOffset = (zone: string, instant: number): number => {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  const number = (name: string) => Number(part[name]);
  const year = part.era === 'BC' ? 1 - number('year') : number('year');
  const local = new Date(Date.UTC(2000, number('month') - 1, number('day'), number('hour'), number('minute'), number('second')));
  local.setUTCFullYear(year, number('month') - 1, number('day'));
  return local.getTime() - Math.floor(instant / 1000) * 1000;
};
