import { writeCost, type WriteRun } from './chooseWrites';
import { fetchesOf, type Effort } from './Effort';
import { timeBesideCalls, timeOfTarget, timeOfWaves, usableTime, usualTime } from './estimateTime';
import { contactPages, plannedCalls, TOKEN_CALLS, unitsOf, type PlannedCalls } from './PlannedCalls';
import type { Quotas } from './quotas';
import { describePlan, type TargetPlan } from './TargetPlan';

/** Calls for one target, from token to last write, when nothing goes wrong. */
export interface CallCounts {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
}

/** What one target takes: calls, Google's daily contact writes, and the seconds it would take on its own. */
export interface TargetEffort extends CallCounts {
  readonly dailyContactWrites: number;
  readonly seconds: number;
  /** Reads beside the others if this is one of the targets that are looked at again before the run goes on (`chooseCanaries`). */
  readonly verifyReads: number;
}

export const countsOf = (calls: PlannedCalls): CallCounts => ({
  reads: calls.readContacts + calls.readGroups,
  writes: calls.writeGroup + calls.writeContact + calls.writeBatch,
  tokens: calls.token,
});

/** What carrying out a plan takes. */
export const estimate = (plan: TargetPlan, run: WriteRun & { readonly withLabel: boolean }): TargetEffort => {
  const calls = plannedCalls(plan, run);
  return {
    ...countsOf(calls),
    dailyContactWrites: unitsOf(calls).dailyContactWrites,
    seconds: Math.ceil(timeOfTarget(calls, run.quotas.perMinute) / 1000),
    verifyReads: contactPages(plan.existing + describePlan(plan).creates),
  };
};

/** What a run does beside its targets; most of it in every slice. */
export interface SliceStart {
  /** Sources, each with the calls that read it. */
  readonly sourceReads: readonly number[];
  /** Calls to the directory: in every slice, and once when the run is closed. */
  readonly directory: number;
  readonly directoryAtEnd: number;
  /** Reads that look at the first targets again before the others have their turn: once in a run. */
  readonly verifyReads: number;
}

/**
 * What a run takes in all. Calls, and with them units and daily writes, are exact for a run of one slice in which nothing goes
 * wrong; time, and the number of slices that follows from it and from the days, are about right.
 */
export const estimateRun = (targets: readonly TargetEffort[], start: SliceStart, quotas: Quotas): Effort => {
  const sum = (read: (one: TargetEffort) => number): number => targets.reduce((total, one) => total + read(one), 0);
  const longest = targets.reduce((most, one) => Math.max(most, one.seconds), 0) * 1000;
  const sourceReads = start.sourceReads.reduce((total, reads) => total + reads, 0);
  const tokens = TOKEN_CALLS * start.sourceReads.length;
  const startTime =
    timeBesideCalls + sourceReads * usualTime.readContacts + start.directory * usualTime.readContacts + tokens * usualTime.token;
  const [reads, writes, dailyContactWrites] = [
    sum((one) => one.reads) + start.verifyReads,
    sum((one) => one.writes),
    sum((one) => one.dailyContactWrites),
  ];
  const waves = timeOfWaves({
    token: sum((one) => one.tokens),
    readContacts: reads,
    readGroups: 0,
    writeGroup: 0,
    // How many of the writes are batches shows in what they are charged.
    writeContact: Math.max(0, writes - Math.floor(dailyContactWrites / 200)),
    writeBatch: Math.min(writes, Math.floor(dailyContactWrites / 200)),
  });
  const work = Math.max(waves, longest);
  const inSlices = (slices: number): Effort => ({
    reads: reads + slices * sourceReads,
    writes,
    tokens: sum((one) => one.tokens) + slices * tokens,
    directory: slices * start.directory + start.directoryAtEnd,
    dailyContactWrites,
    seconds: Math.ceil((work + slices * startTime) / 1000),
    slices,
  });
  const byTime = Math.max(1, Math.ceil(work / (usableTime - startTime)));
  return inSlices(Math.max(byTime, daysOf(inSlices(byTime), quotas).days));
};

/** The budget of a day that a run needs most of, and the days it is spread over: at least one. */
export interface Days {
  readonly days: number;
  readonly budget: 'contactWrites' | 'fetches' | 'triggerTime';
  readonly needed: number;
  readonly perDay: number;
}

export const daysOf = (effort: Effort, quotas: Quotas): Days => {
  const needs = [
    { budget: 'contactWrites', needed: effort.dailyContactWrites, perDay: quotas.dailyContactWrites },
    { budget: 'fetches', needed: fetchesOf(effort), perDay: quotas.dailyFetches },
    { budget: 'triggerTime', needed: effort.seconds, perDay: quotas.dailyTriggerTime / 1000 },
  ] as const;
  return needs
    .map((need): Days => ({ ...need, days: Math.max(1, Math.ceil(need.needed / need.perDay)) }))
    .reduce((most, one) => (one.days > most.days ? one : most));
};

/**
 * Most calls that copying `creates` contacts to a target that holds `existing` may take, written in batches: ⌈N/200⌉ writes,
 * ⌈M/1000⌉ reads but one at least (only a listing tells that an account is empty), a read and a write for the label, two for the token.
 */
export const bound = (creates: number, existing: number, withLabel: boolean): CallCounts => ({
  reads: contactPages(existing) + (withLabel ? 1 : 0),
  writes: writeCost(creates, 'batch').calls + (withLabel ? 1 : 0),
  tokens: TOKEN_CALLS,
});
