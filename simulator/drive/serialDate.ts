/** Days from 1899-12-30 to 1970-01-01 (https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values). */
const EPOCH_SERIAL = 25569;
const DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds the zone is ahead of UTC at an instant. Throws RangeError for a name that is no IANA zone. */
export function zoneOffset(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  local.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  return local.getTime() - Math.floor(instant / 1000) * 1000;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Serial number of an instant, as the wall clock of the zone reads it. */
export function serialOfInstant(instant: number, timeZone: string): number {
  return serialOfWallClock(instant + zoneOffset(instant, timeZone));
}

/** The instant a serial number stands for in the zone; in a gap or overlap of the clock, the one with the earlier offset. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const wall = wallClockOfSerial(serial);
  const guess = wall - zoneOffset(wall, timeZone);
  return wall - zoneOffset(guess, timeZone);
}

/** Wall clock = the milliseconds that UTC fields of a Date would need to read as the local date and time. */
export function wallClockOfSerial(serial: number): number {
  return Math.round((serial - EPOCH_SERIAL) * DAY);
}

export function serialOfWallClock(wall: number): number {
  return wall / DAY + EPOCH_SERIAL;
}

export function serialOfDate(year: number, month: number, day: number): number {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  return serialOfWallClock(wall.getTime());
}
