import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import { attempt } from './attempt';
import { runsOf } from './cellText';
import type { TableRow } from './tableSheet';
import { createSheet, deleteRows, findSheet, readColumn, readHeader, readRows, readTable, writeHeader, writeRows } from './tableSheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface SpreadsheetTables {
  ensure(table: string, columns: readonly string[], options?: { readonly hidden?: boolean }): boolean;
  rows(table: string): TableRow[];
  find(table: string, key: string, values: readonly string[]): TableRow[];
  append(table: string, rows: readonly TableRow[]): void;
  upsert(table: string, key: string, rows: readonly TableRow[]): void;
  remove(table: string, key: string, values: readonly string[]): void;
}

interface Place {
  readonly sheet: Sheet;
  /** Column names in their order in the sheet. */
  readonly header: readonly string[];
}

/** Each read costs a call. Where rows lie scattered, those between them are read along: calls cost more than rows. */
const FEW_RUNS = 10;
const JOINED_ROWS = 500;

/** How long a header that was read counts: the writes that belong together, and not the whole of an execution of minutes. */
const HEADER_MILLISECONDS = 10_000;

/**
 * The tables of one spreadsheet. Headers are read again and again, because a person may have moved, renamed or deleted columns
 * in between; a renamed tab is found by its mark, a deleted one is made again when something is written.
 * `wrote` is told after each write, so that a lock is not released before the write is flushed.
 */
export const openTables = (spreadsheetId: string, wrote: () => void): Result<SpreadsheetTables> => {
  if (spreadsheetId === '') return fail(problem('platform.spreadsheetGone', { spreadsheetId }));
  const opened = attempt(() => SpreadsheetApp.openById(spreadsheetId));
  if (!opened.ok) return opened;
  const spreadsheet = opened.value;

  const known = new Map<string, Place & { readonly until: number }>();
  // The columns that are Roster's own, as far as somebody named them.
  const own = new Map<string, readonly string[]>();
  const remember = (table: string, sheet: Sheet, header: readonly string[]): Place => {
    known.set(table, { sheet, header, until: Date.now() + HEADER_MILLISECONDS });
    return { sheet, header };
  };
  const lookUp = (table: string): Place | undefined => {
    const place = known.get(table);
    if (place !== undefined && place.until > Date.now()) return place;
    const sheet = findSheet(spreadsheet, table);
    return sheet && remember(table, sheet, readHeader(sheet));
  };
  /** The tab with at least these columns, made or mended where it has to be. */
  const placeFor = (table: string, columns: readonly string[], hidden = false): Place => {
    const found = lookUp(table);
    if (!found) return remember(table, createSheet(spreadsheet, table, columns, hidden), [...columns]);
    const missing = columns.filter((column) => !found.header.includes(column));
    if (missing.length === 0) return found;
    writeHeader(found.sheet, missing, found.header.length + 1);
    return remember(table, found.sheet, [...found.header, ...missing]);
  };

  /** Sheet rows whose key cell has one of these values, by value, ascending. */
  const rowsByKey = (sheet: Sheet, header: readonly string[], key: string, values: ReadonlySet<string>): Map<string, number[]> => {
    const byKey = new Map<string, number[]>();
    const position = header.indexOf(key);
    if (position < 0) return byKey;
    readColumn(sheet, position + 1).forEach((text, index) => {
      if (!values.has(text)) return;
      const rows = byKey.get(text);
      if (rows === undefined) byKey.set(text, [index + 2]);
      else rows.push(index + 2);
    });
    return byKey;
  };

  return {
    value: {
      ensure: (table, columns, options) => {
        own.set(table, columns);
        const before = lookUp(table);
        const after = placeFor(table, columns, options?.hidden === true);
        wrote();
        return before?.header.length !== after.header.length;
      },
      rows: (table) => {
        const sheet = known.get(table)?.sheet ?? findSheet(spreadsheet, table);
        return sheet ? readTable(sheet) : [];
      },
      find: (table, key, values) => {
        const place = lookUp(table);
        if (!place) return [];
        const { sheet, header } = place;
        const wanted = new Set(values);
        const numbers = [...rowsByKey(sheet, header, key, wanted).values()].flat().sort((a, b) => a - b);
        const runs = runsOf(numbers);
        const read = (run: { readonly first: number; readonly last: number }): TableRow[] =>
          readRows(sheet, header, run.first, run.last).filter((row) => wanted.has(String(row[key])));
        return (runs.length <= FEW_RUNS ? runs : runsOf(numbers, JOINED_ROWS)).flatMap(read);
      },
      append: (table, rows) => {
        if (rows.length === 0) return;
        // With the columns that a row leaves out, so that it is one write: what is cut short in between would leave half a row.
        const columns = columnsOf(rows, own.get(table));
        const { sheet, header } = placeFor(table, columns);
        writeRows(sheet, header, columns, sheet.getLastRow() + 1, rows);
        wrote();
      },
      upsert: (table, key, rows) => {
        if (rows.length === 0) return;
        const columns = columnsOf(rows);
        const { sheet, header } = placeFor(table, columns);
        const free = rowsByKey(sheet, header, key, new Set(rows.map((row) => String(row[key] ?? ''))));
        const placed: { number: number; row: TableRow }[] = [];
        let end = sheet.getLastRow();
        for (const row of rows) placed.push({ number: free.get(String(row[key] ?? ''))?.shift() ?? ++end, row });
        placed.sort((a, b) => a.number - b.number);
        const byNumber = new Map(placed.map(({ number, row }) => [number, row]));
        for (const { first, last } of runsOf(placed.map(({ number }) => number))) {
          const run: TableRow[] = [];
          for (let number = first; number <= last; number++) run.push(byNumber.get(number) ?? {});
          writeRows(sheet, header, columns, first, run);
        }
        deleteRows(sheet, [...free.values()].flat());
        wrote();
      },
      remove: (table, key, values) => {
        const place = lookUp(table);
        if (!place) return;
        deleteRows(place.sheet, [...rowsByKey(place.sheet, place.header, key, new Set(values)).values()].flat());
        wrote();
      },
    },
    ok: true,
  };
};

const columnsOf = (rows: readonly TableRow[], own: readonly string[] = []): string[] => [
  ...new Set([...own, ...rows.flatMap((row) => Object.keys(row))]),
];
