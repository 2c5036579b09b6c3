import { instantOf, wallClock } from '../../kernel/timeZone';
import type { LocalTime, Schedule } from './TriggerRecord';

const MONTHS_AHEAD = 24;

/** First instant after `after` at which a new trigger fires; undefined when a one-shot is past. */
export const firstFiring = (schedule: Schedule, createdAt: number): number | undefined => {
  if (schedule.kind === 'once') return schedule.at;
  if (schedule.kind === 'interval') return createdAt + schedule.milliseconds;
  return calendarFiring(schedule, createdAt, 0);
};

/** The firing that follows the one at `last`; those missed until `now` are not made up for. */
export const firingAfter = (schedule: Schedule, last: number, now: number): number | undefined => {
  if (schedule.kind === 'once') return undefined;
  let next = last;
  do {
    next = schedule.kind === 'interval' ? next + schedule.milliseconds : calendarFiring(schedule, next, 1);
  } while (next <= now);
  return next;
};

type Calendar = Exclude<Schedule, { kind: 'once' | 'interval' }>;

/** `steps` 0: the first fitting day from the one of `from` on. 1: the next one by the rule after the day of `from`, which fitted. */
const calendarFiring = (schedule: Calendar, from: number, steps: 0 | 1): number => {
  const { time } = schedule;
  // The minute can push the firing over midnight: the day is that of the hour itself.
  const base = wallClock(time.timeZone, from - time.minute * 60_000);
  const on = (days: number) => atTime(time, base.year, base.month, base.day + days);
  if (schedule.kind === 'days') {
    if (steps === 1) return on(schedule.every);
    return on(0) > from ? on(0) : on(1);
  }
  if (schedule.kind === 'weeks') {
    if (steps === 1) return on(7 * schedule.every);
    const today = new Date(Date.UTC(base.year, base.month - 1, base.day)).getUTCDay();
    const ahead = (schedule.weekday - today + 7) % 7;
    return on(ahead) > from ? on(ahead) : on(ahead + 7);
  }
  for (let month = base.month; month < base.month + MONTHS_AHEAD; month++) {
    const exists = new Date(Date.UTC(base.year, month - 1, schedule.day)).getUTCDate() === schedule.day;
    const instant = atTime(time, base.year, month, schedule.day);
    if (exists && instant > from) return instant;
  }
  throw new Error(`simulator: no month has a day ${schedule.day}`);
};

const atTime = (time: LocalTime, year: number, month: number, day: number): number =>
  instantOf(time.timeZone, year, month, day, time.hour, time.minute);
