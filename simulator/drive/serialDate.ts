import { instantOfLocal, zoneOffset } from '../kernel/timeZone';

/** Days from 1899-12-30 to 1970-01-01 (https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values). */
const EPOCH_SERIAL = 25569;
const DAY = 86_400_000;

/** Serial number of an instant, as the wall clock of the zone reads it. */
export function serialOfInstant(instant: number, timeZone: string): number {
  return serialOfWallClock(instant + zoneOffset(timeZone, instant));
}

/** The instant a serial number stands for in the zone. */
export function instantOfSerial(serial: number, timeZone: string): number {
  return instantOfLocal(timeZone, wallClockOfSerial(serial));
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
