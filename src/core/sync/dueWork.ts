import { localDay } from '../base/localDay';
import type { Sync } from './Sync';

/** Hour of day from which a night is due (contracts: 02:00 in the workbook's time zone). */
export const nightHour = 2;

/** What is remembered of the runs of a sync. */
export interface LastRuns {
  /** Local date of the last night, or of the day it was activated; `2026-03-29`. */
  readonly night: string;
  /** Local date of the last run that read every destination; blank: none yet. */
  readonly driftCheck: string;
  /** Revision of the definition that was carried out last; 0: none yet. */
  readonly revision: number;
}

/** A sync as far as it says when it runs. `revision` grows whenever somebody saves it. */
export interface Schedule extends Pick<Sync, 'nightly' | 'drift'> {
  readonly paused: boolean;
  readonly revision: number;
}

export interface DueWork {
  /** `edited`: it was activated or edited, which does not wait for the night (G38). */
  readonly kind: 'none' | 'edited' | 'night';
  /** Local date that `LastRuns.night` takes once the work is done. */
  readonly date: string;
  /** Destinations are read although the source is as it was. */
  readonly checksDrift: boolean;
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Whether a night may look at destinations whose source did not change: every night, a week after the last time, or never. */
const checksDrift = ({ drift }: Schedule, last: LastRuns, now: number, timeZone: string): boolean =>
  drift.check === 'everyNight' || (drift.check === 'weekly' && last.driftCheck <= localDay(now - week, timeZone).date);

/**
 * What is due: by local date, so that a trigger that comes late, or a clock that is put forward, misses no night, and none is done
 * twice. `now` in milliseconds since the epoch.
 */
export const dueWork = (schedule: Schedule, last: LastRuns, now: number, timeZone: string): DueWork => {
  const { date, hour } = localDay(now, timeZone);
  const isNight = schedule.nightly && hour >= nightHour && date > last.night;
  const isEdited = schedule.revision > last.revision;
  if (schedule.paused || (!isNight && !isEdited)) return { kind: 'none', date: last.night, checksDrift: false };
  if (!isNight) return { kind: 'edited', date: last.night, checksDrift: false };
  return { kind: 'night', date, checksDrift: checksDrift(schedule, last, now, timeZone) };
};
