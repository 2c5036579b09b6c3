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

/**
 * Each read, write and deletion costs a call, and each row much less. Where rows lie in many places, as in a tab that a person sorted,
 * those between them are read along, and written as they are.
 */
const FEW_RUNS = 10;
const JOINED_ROWS = 500;

type Piece = ReturnType<typeof runsOf>[number];

/** What is read or written at once; with others between them when so many rows apart are joined. */
const piecesOf = (ascending: readonly number[]): Piece[] => {
  const runs = runsOf(ascending);
  return runs.length <= FEW_RUNS ? runs : runsOf(ascending, JOINED_ROWS);
};

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

  /** Rows of a piece as they stand there, unless all of them are known. */
  const standing = ({ sheet, header }: Place, { first, last }: Piece, known: ReadonlySet<number>): readonly TableRow[] => {
    for (let row = first; row <= last; row += 1)
      if (!known.has(row)) return readRows(sheet, header, first, Math.min(last, sheet.getLastRow()));
    return [];
  };

  /** In one write rows that stay move up, and those below are blank, which is as good as deleted where an execution ends in between. */
  const removeRows = (place: Place, rows: readonly number[]): void => {
    const gone = new Set(rows);
    const blank = piecesOf([...gone].sort((a, b) => a - b)).flatMap((piece) => {
      const { first, last } = piece;
      const kept = standing(place, piece, gone).filter((_, index) => !gone.has(first + index));
      const lines = Array.from({ length: kept.length === 0 ? 0 : last - first + 1 }, (_, index) => kept[index] ?? {});
      writeRows(place.sheet, place.header, place.header, first, lines);
      return Array.from({ length: last - first + 1 - kept.length }, (_, index) => first + kept.length + index);
    });
    deleteRows(place.sheet, blank);
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
        return piecesOf(numbers)
          .flatMap(({ first, last }) => readRows(sheet, header, first, last))
          .filter((row) => wanted.has(String(row[key])));
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
        const place = placeFor(table, columns);
        const { sheet, header } = place;
        const free = rowsByKey(sheet, header, key, new Set(rows.map((row) => String(row[key] ?? ''))));
        let end = sheet.getLastRow();
        const placed = new Map(rows.map((row) => [free.get(String(row[key] ?? ''))?.shift() ?? ++end, row]));
        const numbers = new Set(placed.keys());
        for (const piece of piecesOf([...numbers].sort((a, b) => a - b))) {
          const { first, last } = piece;
          const before = standing(place, piece, numbers);
          const run = Array.from({ length: last - first + 1 }, (_, index) => placed.get(first + index) ?? before[index] ?? {});
          writeRows(sheet, header, columns, first, run);
        }
        removeRows(place, [...free.values()].flat());
        wrote();
      },
      remove: (table, key, values) => {
        const place = lookUp(table);
        if (!place) return;
        removeRows(place, [...rowsByKey(place.sheet, place.header, key, new Set(values)).values()].flat());
        wrote();
      },
    },
    ok: true,
  };
};

const columnsOf = (rows: readonly TableRow[], own: readonly string[] = []): string[] => [
  ...new Set([...own, ...rows.flatMap((row) => Object.keys(row))]),
];
