/** Contacts of one batchCreateContacts (https://developers.google.com/people/api/rest/v1/people/batchCreateContacts). */
export const BATCH_SIZE = 200;

/** Charged against the daily contact writes for one batch, whatever its size (https://developers.google.com/people/v1/contacts). */
const DAILY_WRITES_PER_BATCH = 200;

/** Google publishes no number; 100,000 is the lowest seen in a project's console. */
export const DAILY_CONTACT_WRITES = 100_000;

/** Single creates that fit in a minute for one user; the number is a project's own, 30 is the lowest seen. */
const SINGLE_WRITES_PER_MINUTE = 30;

export interface WriteRun {
  /** How many targets the run has; about as many contacts are created at each. */
  readonly targets: number;
  readonly dailyContactWrites?: number;
}

/**
 * Batches need the fewest calls, but each is charged 200 of the day's contact writes even for a few contacts. So a few
 * go singly when batches for all targets would not fit into the day; one contact alone always does.
 */
export const chooseWrites = (count: number, run: WriteRun): 'single' | 'batch' => {
  if (count <= 1) return 'single';
  const batches = writeCost(count, 'batch').dailyContactWrites * run.targets;
  if (batches <= (run.dailyContactWrites ?? DAILY_CONTACT_WRITES)) return 'batch';
  return count <= SINGLE_WRITES_PER_MINUTE ? 'single' : 'batch';
};

export const writeCost = (count: number, writes: 'single' | 'batch'): { readonly calls: number; readonly dailyContactWrites: number } => {
  if (writes === 'single') return { calls: count, dailyContactWrites: count };
  const calls = Math.ceil(count / BATCH_SIZE);
  return { calls, dailyContactWrites: calls * DAILY_WRITES_PER_BATCH };
};
