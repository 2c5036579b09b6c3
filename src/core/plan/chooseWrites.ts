import { unitCosts, type Quotas } from './quotas';

/** Contacts of one batchCreateContacts (https://developers.google.com/people/api/rest/v1/people/batchCreateContacts). */
export const BATCH_SIZE = 200;

export interface WriteRun {
  /** How many targets the run has; about as many contacts are created at each. */
  readonly targets: number;
  readonly quotas: Quotas;
}

/** `mixed`: full batches, and the rest singly. */
export type WriteChoice = 'single' | 'batch' | 'mixed';

/** Calls for one target beside its writes: a token, a listing, the label. */
const OTHER_CALLS = 5;

/**
 * Batches need the fewest calls, but each is charged 200 of the day's contact writes even for a few contacts. So where batches for
 * all targets would not fit into the day a few go singly (one contact alone always does), and what a last batch would hold does when
 * that saves a day, the day's calls of `UrlFetchApp` counted too.
 */
export const chooseWrites = (count: number, run: WriteRun): WriteChoice => {
  if (count <= 1) return 'single';
  const { dailyContactWrites: perDay, dailyFetches, perMinute } = run.quotas;
  if (writeCost(count, 'batch').dailyContactWrites * run.targets <= perDay) return 'batch';
  if (count <= perMinute.criticalWrite) return 'single';
  const days = (choice: WriteChoice): number => {
    const { calls, dailyContactWrites } = writeCost(count, choice);
    const fetches = (calls + OTHER_CALLS) * run.targets;
    return Math.max(Math.ceil((dailyContactWrites * run.targets) / perDay), Math.ceil(fetches / dailyFetches));
  };
  return days('mixed') < days('batch') ? 'mixed' : 'batch';
};

/** For what an earlier slice left of so many: as the whole was to be, since batches for a rest would cost the day more than was planned. */
export const chooseRest = (rest: number, whole: number, run: WriteRun): WriteChoice =>
  chooseWrites(whole, run) === 'mixed' ? 'mixed' : chooseWrites(rest, run);

/** How many of so many contacts go in batches, from the first on. */
export const batchedOf = (count: number, choice: WriteChoice): number => {
  if (choice === 'single') return 0;
  return choice === 'batch' ? count : count - (count % BATCH_SIZE);
};

/** Calls, and what they are charged of the day's contact writes. */
export const writeCost = (count: number, choice: WriteChoice): { readonly calls: number; readonly dailyContactWrites: number } => {
  const batched = batchedOf(count, choice);
  const batches = Math.ceil(batched / BATCH_SIZE);
  const singles = count - batched;
  return {
    calls: batches + singles,
    dailyContactWrites: batches * unitCosts.writeBatch.dailyContactWrites + singles * unitCosts.writeContact.dailyContactWrites,
  };
};
