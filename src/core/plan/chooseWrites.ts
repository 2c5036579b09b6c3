import { lowestQuotas, unitCosts } from './quotas';

/** Contacts of one batchCreateContacts (https://developers.google.com/people/api/rest/v1/people/batchCreateContacts). */
export const BATCH_SIZE = 200;

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
  if (batches <= (run.dailyContactWrites ?? lowestQuotas.dailyContactWrites)) return 'batch';
  return count <= lowestQuotas.perMinute.criticalWrite ? 'single' : 'batch';
};

export const writeCost = (count: number, writes: 'single' | 'batch'): { readonly calls: number; readonly dailyContactWrites: number } => {
  if (writes === 'single') return { calls: count, dailyContactWrites: count * unitCosts.writeContact.dailyContactWrites };
  const calls = Math.ceil(count / BATCH_SIZE);
  return { calls, dailyContactWrites: calls * unitCosts.writeBatch.dailyContactWrites };
};
