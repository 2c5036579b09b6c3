import type { Latency } from '../simulator/kernel/Latency';
import { A_DAY, OPEN, pages } from './boundOf';
import type { CallCount } from './countRun';
import { waveSeconds } from './waveSeconds';

/** Contacts of one batch: https://developers.google.com/people/api/rest/v1/people/batchUpdateContacts, https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts */
const [BATCH, DELETED] = [200, 500];
const TOKEN = ['iamcredentials.projects.serviceAccounts.signJwt', 'oauth2.token'];
const LIST = 'people.people.connections.list';
const GROUPS = 'people.contactGroups.list';

/** What so many destinations have to get, each the same: contacts, and labels made or deleted. */
export interface NightPart {
  readonly targets: number;
  /** Contacts in the account before. */
  readonly held: number;
  readonly creates?: number;
  readonly updates?: number;
  readonly deletes?: number;
  readonly labelsMade?: number;
  readonly labelsDeleted?: number;
}

export interface NightBound {
  readonly calls: CallCount;
  /** Google's daily contact writes. */
  readonly dailyContactWrites: number;
  /** Of waves to destinations; what latency and order allow. */
  readonly seconds: number;
  readonly days: number;
}

interface Writes {
  readonly batches: number;
  readonly singles: number;
}

/**
 * ⌈c/200⌉ + ⌈u/200⌉ batches. Each is charged 200 of the day's contact writes whatever its size, so single calls where that spends less
 * days; one contact alone always goes singly.
 */
const writesOf = ({ targets, creates = 0, updates = 0 }: NightPart): Writes => {
  const counts = [creates, updates];
  const inBatches = counts.map((count): Writes =>
    count === 1 ? { batches: 0, singles: 1 } : { batches: Math.ceil(count / BATCH), singles: 0 },
  );
  const sum = (all: readonly Writes[]): Writes =>
    all.reduce((one, other) => ({ batches: one.batches + other.batches, singles: one.singles + other.singles }));
  const choices = [sum(inBatches), { batches: 0, singles: creates + updates }];
  const days = ({ batches, singles }: Writes): number => Math.ceil((targets * (batches * BATCH + singles)) / A_DAY);
  return choices.reduce((one, other) => (days(other) < days(one) ? other : one));
};

/**
 * The fewest calls that we accept of a night. The source is read once to see whether it changed; where somebody is visited it is read once
 * more in each slice of preview and run, with its labels and a keyless token. So are the destinations, once for the preview, which is
 * judged whole before anything is written, and once by the run, which writes nothing that it did not see.
 */
export const boundOfNight = (
  parts: readonly NightPart[],
  {
    source,
    latency,
    slices,
  }: { readonly source: number; readonly latency: Latency; readonly slices: { readonly preview: number; readonly run: number } },
): NightBound => {
  const sum = (read: (part: NightPart) => number): number => parts.reduce((total, part) => total + part.targets * read(part), 0);
  const targets = sum(() => 1);
  const between = Math.max(0, slices.preview - 1) + Math.max(0, slices.run - 1);
  // Those that were under way when a slice ended are read again.
  const open = Math.min(targets, OPEN) * between;
  const largest = Math.max(0, ...parts.map(({ held, creates = 0 }) => held + creates));
  // B15: of many targets the first three are looked at again before the others have their turn.
  const canaries = targets > 20 ? 3 : 0;
  const readings = 1 + slices.preview + slices.run;
  const singles = sum((part) => writesOf(part).singles);
  const batches = sum((part) => writesOf(part).batches);
  const others = sum(({ deletes = 0, labelsMade = 0, labelsDeleted = 0 }) => Math.ceil(deletes / DELETED) + labelsMade + labelsDeleted);
  const calls: CallCount = {
    reads: readings * (pages(source) + 1) + 2 * sum(({ held }) => pages(held) + 1) + (open + canaries) * (pages(largest) + 1),
    writes: batches + singles + others,
    tokens: 2 * (readings + 2 * targets + open),
  };
  const once = (operation: string, users: number, each = 1): number => waveSeconds(latency, operation, users, each);
  const reading = [...TOKEN, GROUPS].reduce((total, operation) => total + once(operation, targets), 0);
  const each = (operation: string, calls: (part: NightPart) => number): number =>
    parts.reduce((total, part) => total + once(operation, part.targets, calls(part)), 0);
  const seconds =
    2 * (reading + each(LIST, ({ held }) => pages(held))) +
    each('people.people.batchCreateContacts', (part) => writesOf(part).batches) +
    each('people.people.createContact', (part) => writesOf(part).singles) +
    each('people.people.batchDeleteContacts', ({ deletes = 0 }) => Math.ceil(deletes / DELETED)) +
    each('people.contactGroups.create', ({ labelsMade = 0, labelsDeleted = 0 }) => labelsMade + labelsDeleted);
  const dailyContactWrites = batches * BATCH + singles;
  const fetches = calls.reads + calls.writes + calls.tokens;
  return { calls, dailyContactWrites, seconds, days: Math.max(1, Math.ceil(dailyContactWrites / A_DAY), Math.ceil(fetches / A_DAY)) };
};
