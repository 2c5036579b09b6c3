import { wallClock } from '../kernel/timeZone';
import type { World } from '../World';
import type { ExecutionRecord } from './ExecutionRecord';
import { firingAfter } from './script/firingAfter';
import { AuthMode } from './script/scriptEnums';
import type { TriggerRecord } from './script/TriggerRecord';
import type { ScriptProject } from './ScriptProject';

const DAY = 24 * 60 * 60_000;

/**
 * Fires the clock triggers of one script, in order of time. One at a time: what falls due while another runs fires when that has ended
 * (Google may run them at once; a fault with the effect `meanwhile` does).
 */
export class Scheduler {
  constructor(
    private readonly world: World,
    private readonly project: ScriptProject,
  ) {}

  /** What would fire next. */
  next(): TriggerRecord | undefined {
    let next: TriggerRecord | undefined;
    for (const trigger of this.project.triggers.records) {
      if (trigger.disabled || trigger.nextAt === undefined) continue;
      if (next?.nextAt === undefined || trigger.nextAt < next.nextAt) next = trigger;
    }
    return next;
  }

  /** Lets time pass until `instant` (ms since the epoch) and fires what falls due; gives the executions. */
  runUntil(instant: number): ExecutionRecord[] {
    const records: ExecutionRecord[] = [];
    for (let next = this.next(); next?.nextAt !== undefined && next.nextAt <= instant; next = this.next()) {
      const record = this.fire(next);
      if (record !== undefined) records.push(record);
    }
    this.world.clock.advanceTo(instant);
    return records;
  }

  /** Moves to the next firing and runs it; undefined when nothing is due any more or its owner cannot run it. */
  runNext(): ExecutionRecord | undefined {
    const next = this.next();
    return next === undefined ? undefined : this.fire(next);
  }

  private fire(trigger: TriggerRecord): ExecutionRecord | undefined {
    const { clock, directory } = this.world;
    const due = trigger.nextAt ?? clock.now();
    clock.advanceTo(due);
    trigger.nextAt = firingAfter(trigger.schedule, due, clock.now());
    const creator = directory.userById(trigger.creatorId);
    if (creator === undefined || creator.suspended || creator.archived) return undefined;
    return this.project.run({
      functionName: trigger.handler,
      kind: 'trigger',
      effectiveUserId: trigger.creatorId,
      args: [clockEvent(trigger, this.project.manifest.timeZone, clock.now())],
    });
  }
}

/** The event object of a clock trigger (https://developers.google.com/apps-script/guides/triggers/events). */
const clockEvent = (trigger: TriggerRecord, timeZone: string, now: number): object => {
  const local = wallClock(timeZone, now);
  const midnight = Date.UTC(local.year, local.month - 1, local.day);
  const weekday = new Date(midnight).getUTCDay();
  return {
    authMode: AuthMode.FULL,
    triggerUid: trigger.uid,
    year: local.year,
    month: local.month,
    'day-of-month': local.day,
    'day-of-week': weekday === 0 ? 7 : weekday,
    'week-of-year': weekOfYear(midnight),
    hour: local.hour,
    minute: local.minute,
    second: local.second,
    timezone: timeZone,
  };
};

/** ISO 8601 week of the year. */
const weekOfYear = (midnight: number): number => {
  const thursday = midnight + (3 - ((new Date(midnight).getUTCDay() + 6) % 7)) * DAY;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / (7 * DAY)) + 1;
};
