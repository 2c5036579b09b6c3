import { columnLetters } from '../base/a1';
import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { exampleSign } from '../users/readUserTable';
import { plainHeader } from '../users/userColumns';
import type { IgnoredReason } from './fieldNames';
import { findHeader } from './findHeader';
import type { ImportField } from './ImportField';
import { ignoredFor } from './importFields';

export interface ImportColumn {
  /** Position, from 0. */
  readonly column: number;
  /** The header, made unique: `Phone`, `Phone (column F)`, `Column C`. */
  readonly title: string;
  /** `plainHeader` of the header; empty when there is none. */
  readonly name: string;
  /** Cells that are not empty. */
  readonly filled: number;
  /** The first different values. Of a column of passwords none. */
  readonly samples: readonly string[];
  readonly ignored?: IgnoredReason;
}

export interface ImportRow {
  /** As the Sheet or file counts, from 1. */
  readonly row: number;
  /** May be shorter than the header. Cells of columns of passwords are empty. */
  readonly cells: readonly string[];
}

/** Why a row below the header is no row of a user. */
export type LeftOutReason = 'example' | 'headerAgain' | 'footnote';

export interface ImportTable {
  /** Columns of the header; a row with values beyond is at fault. */
  readonly width: number;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly ImportRow[];
  readonly leftOut: readonly { readonly row: number; readonly why: LeftOutReason }[];
}

/** Our own limit: so many rows a preview holds and a run does within a day's budgets. */
export const importRowLimit = 50_000;

const samplesShown = 5;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
const holdsAddress = (cells: readonly string[]): boolean => cells.some((cell) => cell.includes('@'));

const totalWords =
  /^(grand )?(totals?|sums?|count|notes?|legend|summe|gesamt|anzahl|hinweise?|anmerkung(en)?|total général|somme|remarques?|suma|notas?)\b/i;

/** What stands below the last row with an address: a total, a note, a single cell. */
const isFootnote = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length === 1 || filled.some((cell) => totalWords.test(cell)) || filled.every((cell) => /^[\d.,\s%]+$/.test(cell));
};

const titlesOf = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  for (const header of headers) seen.set(header.toLowerCase(), (seen.get(header.toLowerCase()) ?? 0) + 1);
  const before = new Set<string>();
  return headers.map((header, index) => {
    const key = header.toLowerCase();
    if (header === '') return `Column ${columnLetters(index + 1)}`;
    const isAgain = before.has(key);
    before.add(key);
    return isAgain ? `${header} (column ${columnLetters(index + 1)})` : header;
  });
};

const columnsOf = (headers: readonly string[], rows: readonly ImportRow[]): ImportColumn[] => {
  const titles = titlesOf(headers);
  return headers.flatMap((header, column) => {
    const ignored = ignoredFor(header);
    const samples: string[] = [];
    let filled = 0;
    for (const { cells } of rows) {
      const value = (cells[column] ?? '').trim();
      if (value === '') continue;
      filled += 1;
      if (samples.length < samplesShown && !samples.includes(value)) samples.push(value);
    }
    if (header === '' && filled === 0) return [];
    const title = titles[column] ?? '';
    return [{ column, title, name: plainHeader(header), filled, samples, ...(ignored === undefined ? {} : { ignored }) }];
  });
};

/**
 * A table of users out of a Sheet or file, as a grid of texts that begins in its first row. What stands above the header and totals or
 * notes under the table are left out; cells of passwords are dropped before anything else sees them.
 */
export const readImportTable = (grid: readonly (readonly string[])[], fields: readonly ImportField[]): Result<ImportTable> => {
  const header = findHeader(grid, fields);
  if (header === undefined) return fail(problem('import.headerMissing'));
  const { titles, last } = header;
  const secret = new Set(titles.flatMap((title, column) => (ignoredFor(title) === 'password' ? [column] : [])));
  let end = grid.length;
  while (end > last + 1 && isBlank(grid[end - 1] ?? [])) end -= 1;
  let lastUser = end - 1;
  while (lastUser > last && !holdsAddress(grid[lastUser] ?? [])) lastUser -= 1;
  const leftOut: { row: number; why: LeftOutReason }[] = [];
  const rows: ImportRow[] = [];
  for (let index = last + 1; index < end; index += 1) {
    const cells = grid[index] ?? [];
    if (isBlank(cells)) continue;
    const row = index + 1;
    const leave = (why: LeftOutReason): void => void leftOut.push({ row, why });
    if (cells.some((cell) => cell.trim().toLowerCase().startsWith(exampleSign.toLowerCase()))) leave('example');
    else if (titles.every((title, column) => title === '' || (cells[column] ?? '').trim() === title)) leave('headerAgain');
    else if (lastUser > last && index > lastUser && isFootnote(cells)) leave('footnote');
    else rows.push({ row, cells: secret.size === 0 ? cells : cells.map((cell, column) => (secret.has(column) ? '' : cell)) });
  }
  if (rows.length === 0) return fail(problem('import.noRows'));
  if (rows.length > importRowLimit) return fail(problem('import.tooManyRows', { rows: rows.length, limit: importRowLimit }));
  return ok({ width: titles.length, columns: columnsOf(titles, rows), rows, leftOut });
};
