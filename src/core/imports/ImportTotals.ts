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

/** Our own limit: with more removals than this the number has to be typed before the request is sent. */
const removalsUntyped = 20;

/** I28: the number that a person types; undefined: none. */
export const numberToType = (rows: ImportTotals | undefined): number | undefined =>
  rows !== undefined && rows.removals > removalsUntyped ? rows.removals : undefined;

/** With whatever separates thousands. */
export const isTyped = (text: string, wanted: number): boolean => text.replace(/[\s.,'’]/g, '') === String(wanted);
