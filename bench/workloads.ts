import type { PeopleQuotas } from '../simulator/people/PeopleSettings';

/** What is copied to whom. All targets are empty at first, and hold the copies in the re-run. */
export interface Workload {
  readonly name: string;
  readonly targets: number;
  readonly contacts: number;
}

export const workloads: readonly Workload[] = [
  { name: '1 x 25,000', targets: 1, contacts: 25_000 },
  { name: '200 x 500', targets: 200, contacts: 500 },
  { name: '1,000 x 1,000', targets: 1000, contacts: 1000 },
];

export interface QuotaSet {
  readonly name: string;
  /** Units per minute, user and project. The day's 100,000 contact writes hold in both. */
  readonly quotas: Partial<PeopleQuotas>;
  /** The same numbers as the operator tells them to Roster, in the script property `quotas`; absent: Roster is told nothing. */
  readonly told?: { readonly perMinute: Readonly<Record<'criticalRead' | 'criticalWrite' | 'groupRead' | 'groupWrite', number>> };
}

/**
 * Google publishes no numbers: each project's console shows its own (https://developers.google.com/people/v1/contacts#quota).
 * The lowest set that was seen is the simulator's default; the other is what most projects report.
 */
export const quotaSets: readonly QuotaSet[] = [
  { name: 'lowest', quotas: {} },
  {
    name: 'usual',
    quotas: { criticalRead: 90, criticalWrite: 90, read: 120, write: 90 },
    told: { perMinute: { criticalRead: 90, criticalWrite: 90, groupRead: 120, groupWrite: 90 } },
  },
];
