import { plural } from '../base/plural';

type Count = (count: number, one: string, many?: string) => string;

/** What the rows of an import come to. */
export interface ImportTotals {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Left out whole. */
  readonly failed: number;
  /** I28: roles and memberships that are taken away. */
  readonly removals: number;
}

/** `2 users changed, 1 created, 4 rows unchanged, 1 row left out`. */
export const describeImportTotals = ({ created, updated, unchanged, failed }: ImportTotals, count: Count = plural): string =>
  [
    `${count(updated, 'user')} changed`,
    ...(created === 0 ? [] : [`${count(created, 'user')} created`]),
    `${count(unchanged, 'row')} unchanged`,
    ...(failed === 0 ? [] : [`${count(failed, 'row')} left out whole`]),
  ].join(', ');

export const packImportTotals = ({ created, updated, unchanged, failed, removals }: ImportTotals): number[] => [
  created,
  updated,
  unchanged,
  failed,
  removals,
];

export const unpackImportTotals = ([
  created = 0,
  updated = 0,
  unchanged = 0,
  failed = 0,
  removals = 0,
]: readonly number[]): ImportTotals => ({
  created,
  updated,
  unchanged,
  failed,
  removals,
});
