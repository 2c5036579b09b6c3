import { batchedOf, writeCost, type WriteRun } from './chooseWrites';
import { fetchesOf, type Effort } from './Effort';
import { timeBesideCalls, timeOfSource, timeOfWaves, usableTime, usualTime } from './estimateTime';
import {
  callsOf,
  contactPages,
  noCalls,
  removalCalls,
  TOKEN_CALLS,
  unitsOf,
  workOfPlan,
  writeChoices,
  type PlannedCalls,
  type PlannedWork,
} from './PlannedCalls';
import { directoryCallsPerMinute, directoryCallsPerSecond, isShortRun, MINUTE, onTheWay, unitCosts, type Quotas } from './quotas';
import { spreadTarget } from './spreadTarget';
import type { TargetPlan } from './TargetPlan';

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
  /** Executions that it takes on its own; each reads it again, which is counted here. */
  readonly slices: number;
  /** Reads beside the others if this is one of the targets that are looked at again before the run goes on (`chooseCanaries`). */
  readonly verifyReads: number;
  /** Look-ups in the directory; absent: none. */
  readonly directory?: number;
}

/** What changing a Directory record, or memberships, takes: as many look-ups and writes. */
export const estimateChanges = (lookUps: number, writes: number): TargetEffort & { readonly directory: number } => ({
  reads: 0,
  writes,
  tokens: 0,
  dailyContactWrites: 0,
  seconds: Math.ceil((lookUps * usualTime.readContacts + writes * usualTime.writeContact) / 1000),
  slices: 1,
  verifyReads: 0,
  directory: lookUps,
});

export const countsOf = (calls: PlannedCalls): CallCounts => ({
  reads: calls.readContacts + calls.readGroups,
  writes: calls.deleteBatch + calls.writeGroup + calls.writeContact + calls.writeBatch,
  tokens: calls.token,
});

/** What carrying out a plan takes. */
export const estimate = (plan: TargetPlan, run: WriteRun & { readonly withLabel: boolean }): TargetEffort =>
  estimateWork(workOfPlan(plan), run, plan.changes.length + plan.skips.length);

/** What so much work at a target takes; `source`: contacts that are read before. */
export const estimateWork = (work: PlannedWork, run: WriteRun & { readonly withLabel: boolean }, source: number): TargetEffort => {
  const calls = callsOf(work, run);
  const { creates, existing } = work;
  // A target is looked at again before contacts go in singly.
  const batched = batchedOf(creates, writeChoices(work, run).creates);
  const usable = usableTime - timeBesideCalls.before - timeOfSource(contactPages(source));
  const { slices, time, reads, tokens } = spreadTarget(calls, existing, run.quotas.perMinute, usable);
  return {
    reads,
    writes: countsOf(calls).writes,
    tokens,
    dailyContactWrites: unitsOf(calls).dailyContactWrites,
    seconds: Math.ceil(time / 1000),
    slices,
    verifyReads: contactPages(existing + (batched > 0 ? batched : creates)),
  };
};

/** What a removal takes. */
export const estimateRemoval = (
  plan: {
    readonly removes: readonly unknown[];
    readonly labels: readonly unknown[];
    readonly existing: number;
    readonly readSingly: number;
  },
  { perMinute }: Quotas,
): TargetEffort => {
  const { existing, readSingly } = plan;
  const contacts = plan.removes.length;
  const calls = removalCalls({ contacts, labels: plan.labels.length, existing, readSingly });
  const { slices, time, reads, tokens } = spreadTarget(calls, existing, perMinute, usableTime - timeBesideCalls.before);
  return {
    reads: reads + readSingly * slices,
    writes: countsOf(calls).writes,
    tokens,
    dailyContactWrites: unitsOf(calls).dailyContactWrites,
    seconds: Math.ceil(time / 1000),
    slices,
    verifyReads: contactPages(existing - contacts),
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
  /** Milliseconds that it takes at least, because targets wait for one another (`timeOfSpaces`). */
  readonly atLeast?: number;
}

/**
 * What a run takes in all, when nothing goes wrong. Calls, and with them units and daily writes, are exact as long as no slice ends
 * in the middle of several targets; time, and the number of slices that follows from it and from the days, are about right.
 */
export const estimateRun = (targets: readonly TargetEffort[], start: SliceStart, quotas: Quotas): Effort => {
  const sum = (read: (one: TargetEffort) => number): number => targets.reduce((total, one) => total + read(one), 0);
  const most = (read: (one: TargetEffort) => number): number => targets.reduce((found, one) => Math.max(found, read(one)), 0);
  const sourceReads = start.sourceReads.reduce((total, reads) => total + reads, 0);
  const tokens = TOKEN_CALLS * start.sourceReads.length;
  const startTime =
    timeBesideCalls.before +
    start.directory * usualTime.readContacts +
    start.sourceReads.reduce((total, pages) => total + timeOfSource(pages), 0);
  const [reads, writes, dailyContactWrites] = [
    sum((one) => one.reads) + start.verifyReads,
    sum((one) => one.writes),
    sum((one) => one.dailyContactWrites),
  ];
  // How many of the writes are batches shows in what they are charged.
  const { writeBatch, writeContact } = unitCosts;
  const batchesMore = writeBatch.dailyContactWrites - writeContact.dailyContactWrites;
  const batches = Math.max(0, Math.round((dailyContactWrites - writes * writeContact.dailyContactWrites) / batchesMore));
  const lookUps = sum((one) => one.directory ?? 0);
  const sent = timeOfWaves({
    ...noCalls,
    token: sum((one) => one.tokens),
    readContacts: reads + lookUps,
    writeContact: writes - batches,
    writeBatch: batches,
  });
  // Only what looks somebody up writes to the Directory.
  const inDirectory = sum(({ directory = 0, writes: own }) => (directory === 0 ? 0 : directory + own));
  const paced = isShortRun(targets.length)
    ? Math.floor(inDirectory / directoryCallsPerMinute) * MINUTE
    : (inDirectory * (1000 + onTheWay)) / directoryCallsPerSecond;
  const waves = Math.max(sent, start.atLeast ?? 0, paced);
  const work = Math.max(waves, most((one) => one.seconds) * 1000);
  const inSlices = (slices: number): Effort => ({
    reads: reads + slices * sourceReads,
    writes,
    tokens: sum((one) => one.tokens) + slices * tokens,
    directory: lookUps + slices * start.directory + start.directoryAtEnd,
    dailyContactWrites,
    seconds: Math.ceil((work + slices * (startTime + timeBesideCalls.after)) / 1000),
    slices,
  });
  const byTime = Math.max(
    1,
    Math.ceil(waves / (usableTime - startTime)),
    most((one) => one.slices),
  );
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
