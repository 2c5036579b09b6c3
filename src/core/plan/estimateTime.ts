import { earliestFit, recentCharges, type Charge } from './minuteWindow';
import { callKinds, costOfKind, type CallKind, type PlannedCalls } from './PlannedCalls';
import type { MinuteUnits } from './quotas';

/** Milliseconds of one call as a rule; Google publishes none. A plan says "about" for what it makes of them. */
export const usualTime: Readonly<Record<CallKind, number>> = {
  token: 150,
  readContacts: 250,
  readGroups: 200,
  writeGroup: 400,
  writeContact: 400,
  writeBatch: 1600,
};

/** Calls that go out side by side once a run has warmed up, and what each adds to its wave. */
const usualWidth = 50;
const timeOfEach = 5;

/** What an execution needs beside its calls: it opens the ledger and the workbook and writes down what came of it. */
export const timeBesideCalls = 12_000;

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
  callKinds.reduce((sum, kind) => sum + Math.ceil(calls[kind] / usualWidth) * usualTime[kind] + calls[kind] * timeOfEach, 0);
