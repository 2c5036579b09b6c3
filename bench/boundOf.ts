import { instantOfLocal, zoneOffset } from '../simulator/kernel/timeZone';
import type { Latency } from '../simulator/kernel/Latency';
import type { PeopleQuotas } from '../simulator/people/PeopleSettings';
import { costs } from '../simulator/people/limits';
import type { CallCount } from './countRun';
import { waveSeconds, WIDTH } from './waveSeconds';
import type { Workload } from './workloads';

/** Contacts of one page and of one batch: https://developers.google.com/people/api/rest/v1/people.connections/list, https://developers.google.com/people/api/rest/v1/people/batchCreateContacts */
const PAGE = 1000;
const BATCH = 200;
/** Targets that are under way at once: while one wave is answered the next one must be full. */
export const OPEN = 2 * WIDTH;
/** Of the 6 minutes of an execution, what is left after the margin in which no wave starts. */
export const SLICE_SECONDS = 285;
const DAY = 24 * 3600;
/** Days of Google's quotas begin at midnight Pacific time. */
const PACIFIC = 'America/Los_Angeles';

export interface Bound {
  /** Fewest calls that we accept, in as many slices as the run had. */
  readonly calls: CallCount;
  /** What latency, the order of calls, and quotas allow. */
  readonly seconds: number;
  readonly dailyContactWrites: number;
  readonly slices: number;
}

/** Contacts that stood in each target before, all of them wanted. */
export interface Before {
  readonly held: number;
}

/**
 * Per target ⌈N/200⌉ writes, or single ones in place of the last batch where that saves a day; ⌈M/1000⌉ listings (one tells that it is empty) and 2 calls for a keyless token; the source is read once.
 * A slice that goes on with what another began reads the source again, and the targets that were under way.
 */
const boundOfCalls = ({ targets, contacts }: Omit<Workload, 'name'>, { held }: Before, slices: number): CallCount => {
  const open = Math.min(targets, OPEN) * (slices - 1);
  // B15: of many targets the first three are read again before the others have their turn.
  const canaries = targets > 20 && contacts > held ? 3 : 0;
  return {
    reads: pages(contacts) * (slices + canaries) + targets * pages(held) + open * pages(contacts),
    writes: targets * (writesOf(contacts - held, targets).batches + writesOf(contacts - held, targets).singles),
    tokens: 2 * (slices + targets + open),
  };
};

/**
 * Time that nobody who sends at most 50 calls side by side can do without. Full waves of one kind are the quickest way: a mixed one lasts
 * as long as its slowest call, and each call adds to its wave wherever it goes. 200 x 500 takes 400 waves of single writes at 0.6 s, more
 * than its users have to wait for the quotas of their minutes (three times a minute), so the calls bind and not the quotas; what is
 * stored between the waves is not in it. Whoever does not know where Google's minutes begin keeps to the quota in any sixty seconds.
 */
export const boundOf = (
  workload: Omit<Workload, 'name'>,
  before: Before,
  { quotas, latency, startedAt, slices }: { quotas: PeopleQuotas; latency: Latency; startedAt: number; slices: number },
): Bound => {
  const { targets, contacts } = workload;
  const { batches, singles } = writesOf(contacts - before.held, targets);
  const calls = boundOfCalls(workload, before, slices);
  const seconds = (operation: string): number => latency.ofOperation(operation) / 1000;
  const token = seconds('iamcredentials.projects.serviceAccounts.signJwt') + seconds('oauth2.token');
  const list = seconds('people.people.connections.list');
  const source = token + pages(contacts) * list;
  const waves = (operation: string, each: number): number => waveSeconds(latency, operation, targets, each);
  const reading =
    waves('iamcredentials.projects.serviceAccounts.signJwt', 1) +
    waves('oauth2.token', 1) +
    waves('people.people.connections.list', pages(before.held));
  const writing = waves('people.people.batchCreateContacts', batches) + waves('people.people.createContact', singles);
  const minutes = (units: number, quota: number): number => Math.max(0, Math.ceil(units / quota) - 1) * 60;
  const oneUser = Math.max(
    minutes(batches * costs.writeBatch.criticalWrite + singles, quotas.criticalWrite),
    minutes(pages(before.held) + batches * costs.writeBatch.criticalRead + singles, quotas.criticalRead),
    minutes(pages(contacts), quotas.criticalRead),
  );
  const work = source + reading + writing;
  const dailyContactWrites = targets * (batches * costs.writeBatch.dailyContactWrites + singles);
  const days = Math.ceil(dailyContactWrites / quotas.dailyContactWrites);
  const slicesOfWork = Math.ceil((1.25 * Math.max(work, oneUser)) / SLICE_SECONDS);
  return {
    calls,
    dailyContactWrites,
    slices: Math.max(1, days - 1) + slicesOfWork,
    seconds: days <= 1 ? Math.max(work, source + oneUser) : untilDay(startedAt / 1000, days - 1) + work / days,
  };
};

export const pages = (contacts: number): number => Math.max(1, Math.ceil(contacts / PAGE));

/** Daily contact writes of a project, the lowest number seen, and calls of `UrlFetchApp`. */
export const A_DAY = 100_000;

const writesOf = (contacts: number, targets: number): { readonly batches: number; readonly singles: number } => {
  const all = { batches: Math.ceil(contacts / BATCH), singles: 0 };
  const mixed = { batches: Math.floor(contacts / BATCH), singles: contacts % BATCH };
  const days = ({ batches, singles }: typeof all): number =>
    Math.ceil((targets * Math.max(batches * BATCH + singles, batches + singles)) / A_DAY);
  return days(mixed) < days(all) ? mixed : all;
};

/** Seconds until the quota's day has changed so often. */
const untilDay = (from: number, days: number): number => {
  const local = from + zoneOffset(PACIFIC, from * 1000) / 1000;
  const midnight = (Math.floor(local / DAY) + days) * DAY;
  return instantOfLocal(PACIFIC, midnight * 1000) / 1000 - from;
};
