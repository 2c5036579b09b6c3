import { earliestFit, recentCharges, type Charge } from './minuteWindow';
import { callKinds, costOfKind, TOKEN_CALLS, type CallKind, type PlannedCalls } from './PlannedCalls';
import type { MinuteUnits } from './quotas';

/** Milliseconds of one call as a rule; Google publishes none. A plan says "about" for what it makes of them. */
export const usualTime: Readonly<Record<CallKind, number>> = {
  token: 120,
  readContacts: 180,
  readGroups: 180,
  deleteBatch: 1500,
  writeGroup: 350,
  writeContact: 350,
  writeBatch: 1500,
};

/** Calls that go out side by side once a run has warmed up: pages of contacts are few, because an answer may have two megabytes. */
const usualWidth = (kind: CallKind): number => (kind === 'readContacts' ? 24 : 50);
/** What each of them adds to its wave. */
const timeOfEach = 5;
/** Before a wave of writes Roster looks whether somebody stopped the run. */
const timeBeforeWrites = 25;

/** What an execution needs beside its calls: it opens the ledger and the workbook, and at the end writes down what came of it. */
export const timeBesideCalls = { before: 3000, after: 7500 };

/** An execution lasts at most six minutes and begins no wave in the last 75 seconds (https://developers.google.com/apps-script/guides/services/quotas). */
export const usableTime = 6 * 60_000 - 75_000;

/** Milliseconds that one target takes on its own: its calls one after the other, with the waits for the quotas of a minute. */
export const timeOfTarget = (calls: PlannedCalls, perMinute: MinuteUnits): number => {
  let charges: readonly Charge[] = [];
  let now = 0;
  for (const kind of callKinds) {
    const units: Partial<MinuteUnits> = costOfKind(kind);
    for (let call = 0; call < calls[kind]; call += 1) {
      now = earliestFit(units, charges, perMinute, now) + usualTime[kind];
      charges = [...recentCharges(charges, now), { at: now, units }];
    }
  }
  return now;
};

/** Milliseconds that all calls of a run take, sent in waves of one kind. */
export const timeOfWaves = (calls: PlannedCalls): number =>
  callKinds.reduce((sum, kind) => {
    const beside = kind.startsWith('write') ? timeBeforeWrites : 0;
    return sum + Math.ceil(calls[kind] / usualWidth(kind)) * (usualTime[kind] + beside) + calls[kind] * timeOfEach;
  }, 0);

/** Milliseconds that a source of so many pages takes. */
export const timeOfSource = (pages: number): number => TOKEN_CALLS * usualTime.token + pages * usualTime.readContacts;
