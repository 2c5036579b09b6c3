import { notSimulated } from '../notSimulated';
import { instantOf, isTimeZone } from '../../kernel/timeZone';
import { badArguments } from '../badArguments';
import type { EnumValue } from '../enumeration';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import { createTrigger } from './createTrigger';
import { EVERY_HOURS, EVERY_MINUTES, NEAR_MINUTES } from './limits';
import { WeekDay } from './scriptEnums';
import type { LocalTime, Schedule } from './TriggerRecord';

interface Draft {
  minutes?: number;
  hours?: number;
  days?: number;
  weeks?: number;
  weekday?: number;
  monthDay?: number;
  at?: number;
  after?: number;
  date?: readonly [number, number, number];
  hour?: number;
  nearMinute?: number;
  timeZone?: string;
}

/** Parts of a draft that say how often; one trigger has one of them, but weeks and week day go together. */
const RECURRENCES = ['minutes', 'hours', 'days', 'weeks', 'weekday', 'monthDay', 'at', 'after', 'date'] as const;

/** `ClockTriggerBuilder` (https://developers.google.com/apps-script/reference/script/clock-trigger-builder). */
export const clockTriggerBuilder = (execution: Execution, handler: string): object => {
  const draft: Draft = {};
  const number = (member: string, args: readonly unknown[], index = 0): number => {
    const value = args[index];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw badArguments(execution, `ClockTriggerBuilder.${member}`, args);
    return Math.floor(value);
  };
  const oneOf = (member: string, value: number, allowed: readonly number[]): number => {
    if (allowed.includes(value)) return value;
    const list = `${allowed.slice(0, -1).join(', ')} or ${allowed[allowed.length - 1]}`;
    throw execution.exception(`The value you passed to ${member} was invalid. It must be one of ${list}.`);
  };
  const within = (member: string, value: number, low: number, high: number): number => {
    if (value >= low && value <= high) return value;
    throw execution.exception(`The value you passed to ${member} was invalid. It must be between ${low} and ${high}.`);
  };
  const set = (part: Partial<Draft>): object => {
    Object.assign(draft, part);
    return self;
  };
  const self: object = strict('ClockTriggerBuilder', {
    everyMinutes: (...args: unknown[]) => set({ minutes: oneOf('everyMinutes', number('everyMinutes', args), EVERY_MINUTES) }),
    everyHours: (...args: unknown[]) => set({ hours: oneOf('everyHours', number('everyHours', args), EVERY_HOURS) }),
    everyDays: (...args: unknown[]) => set({ days: within('everyDays', number('everyDays', args), 1, 365) }),
    everyWeeks: (...args: unknown[]) => set({ weeks: within('everyWeeks', number('everyWeeks', args), 1, 52) }),
    onWeekDay: (...args: unknown[]) => {
      const weekday = Object.values(WeekDay).indexOf(args[0] as EnumValue);
      if (weekday < 0) throw badArguments(execution, 'ClockTriggerBuilder.onWeekDay', args);
      return set({ weekday });
    },
    onMonthDay: (...args: unknown[]) => set({ monthDay: within('onMonthDay', number('onMonthDay', args), 1, 31) }),
    atHour: (...args: unknown[]) => set({ hour: within('atHour', number('atHour', args), 0, 23) }),
    nearMinute: (...args: unknown[]) => set({ nearMinute: within('nearMinute', number('nearMinute', args), 0, 59) }),
    at: (...args: unknown[]) => {
      if (Object.prototype.toString.call(args[0]) !== '[object Date]') throw badArguments(execution, 'ClockTriggerBuilder.at', args);
      return set({ at: Number(args[0]) });
    },
    atDate: (...args: unknown[]) => set({ date: [number('atDate', args, 0), number('atDate', args, 1), number('atDate', args, 2)] }),
    after: (...args: unknown[]) => set({ after: Math.max(0, number('after', args)) }),
    inTimezone: (...args: unknown[]) => {
      if (!isTimeZone(String(args[0]))) throw execution.exception(`Invalid argument: timezone. Should be of type: String`);
      return set({ timeZone: String(args[0]) });
    },
    create: () => createTrigger(execution, handler, () => scheduleOf(execution, draft)),
  });
  return self;
};

const scheduleOf = (execution: Execution, draft: Draft): Schedule => {
  const { world, project } = execution;
  const chosen = RECURRENCES.filter((part) => draft[part] !== undefined && !(part === 'weeks' && draft.weekday !== undefined));
  if (chosen.length === 0) throw execution.exception('The trigger has no time: choose how often or when it runs.');
  if (chosen.length > 1) throw notSimulated(`a trigger with ${chosen.join(' and ')} is not simulated`);
  const now = world.clock.now();
  const timeZone = draft.timeZone ?? project.manifest.timeZone;
  const jitter = () => world.random.integer(2 * NEAR_MINUTES + 1) - NEAR_MINUTES;
  const time: LocalTime = {
    timeZone,
    hour: draft.hour ?? world.random.integer(24),
    minute: draft.nearMinute === undefined ? world.random.integer(60) : draft.nearMinute + jitter(),
  };
  if (draft.minutes !== undefined || draft.hours !== undefined) {
    if (draft.hour !== undefined || draft.nearMinute !== undefined)
      throw notSimulated('an hour or minute beside everyMinutes or everyHours is not simulated');
    return { kind: 'interval', milliseconds: (draft.minutes ?? 60 * (draft.hours ?? 0)) * 60_000 };
  }
  const late = world.random.integer(project.settings.oneShotDelay + 1);
  if (draft.after !== undefined) return { kind: 'once', at: now + draft.after + late };
  if (draft.at !== undefined) return { kind: 'once', at: Math.max(now, draft.at) + late };
  if (draft.date !== undefined) return { kind: 'once', at: Math.max(now, instantOf(timeZone, ...draft.date, 0, jitter())) };
  if (draft.monthDay !== undefined) return { kind: 'monthDay', day: draft.monthDay, time };
  if (draft.days !== undefined) return { kind: 'days', every: draft.days, time };
  return { kind: 'weeks', every: draft.weeks ?? 1, weekday: draft.weekday ?? world.random.integer(7), time };
};
