import { plainHeader } from '../users/userColumns';
import type { ImportField } from './ImportField';
import { ignoredFor } from './importFields';

export interface HeaderRows {
  /** Of each column, trimmed; two header rows are one here. */
  readonly titles: readonly string[];
  /** Position of the last row that belongs to it, from 0. */
  readonly last: number;
}

/** How far down a table may begin. */
const rowsSearched = 20;

const trimmed = (cells: readonly string[] = []): string[] => cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** What merged cells of an upper header row leave: the text in the first of them. */
const spread = (cells: readonly string[], width: number): string[] => {
  let held = '';
  return Array.from({ length: width }, (_, column) => (held = cells[column] || held));
};

/** The header row, or the two of them: the row that names most fields, else the first row of several cells without an address. */
export const findHeader = (grid: readonly (readonly string[])[], fields: readonly ImportField[]): HeaderRows | undefined => {
  const names = new Set(fields.flatMap((field) => [...field.names, ...field.vagueNames]));
  const isKnown = (header: string): boolean => names.has(plainHeader(header)) || ignoredFor(header) !== undefined;
  // The address of a group may be a header, too.
  const holdsAddress = (cells: readonly string[]): boolean => cells.some((cell) => cell.includes('@') && !isKnown(cell));
  const rows = grid.slice(0, rowsSearched).map(trimmed);
  const known = rows.map((cells) => (holdsAddress(cells) ? 0 : cells.filter(isKnown).length));
  const most = Math.max(0, ...known);
  const first = rows.findIndex((cells) => filledIn(cells) > 1);
  const at = most > 0 ? known.indexOf(most) : first;
  const cells = rows[at];
  if (cells === undefined || holdsAddress(cells)) return undefined;
  const [above, below] = [rows[at - 1] ?? [], rows[at + 1] ?? []];
  const both = joined(cells, below, isKnown);
  const named = both.filter((title, column) => (below[column] ?? '') !== '' && isKnown(title)).length;
  const isSecond = filledIn(below) > 1 && !holdsAddress(below) && 2 * named > filledIn(below);
  if (isSecond) return { titles: both, last: at + 1 };
  if (filledIn(above) > 1 && !holdsAddress(above)) return { titles: joined(above, cells, isKnown), last: at };
  return { titles: cells, last: at };
};

const joined = (upper: readonly string[], lower: readonly string[], isKnown: (header: string) => boolean): string[] => {
  const width = Math.max(upper.length, lower.length);
  const wide = spread(upper, width);
  return Array.from({ length: width }, (_, column) => {
    const [over, own] = [wide[column] ?? '', lower[column] ?? ''];
    if (own === '') return upper[column] ?? '';
    const tries = [`${own} ${over}`, `${over} ${own}`, own];
    return (over === '' ? own : tries.find(isKnown)) ?? `${over} ${own}`.trim();
  });
};
