import { sha256Hex } from '../base/digest';
import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import type { ImportRow, ImportTable } from './readImportTable';

/** A table without its rows, and what binds them: they lie in parts, which are read one by one. */
export interface ImportTableHead extends Omit<ImportTable, 'rows'> {
  readonly rows: number;
  /** SHA-256 of each part's text. */
  readonly parts: readonly string[];
}

export interface PackedImportTable {
  /** JSON of the head. */
  readonly head: string;
  readonly parts: readonly string[];
}

/** Fits into a cell (50,000 characters) and, in three bytes a character, into a cached value (100 KB). */
const partLength = 30_000;
/** Our own limits: a row goes into one part, and a card shows what becomes of each column. */
const columnLimit = 300;
const leftOutLimit = 100;

export const packImportTable = ({ rows, ...rest }: ImportTable): Result<PackedImportTable> => {
  const { columns, leftOut } = rest;
  if (columns.length > columnLimit) return fail(problem('importData.tooManyColumns', { columns: columns.length, limit: columnLimit }));
  const parts: { lines: string[]; length: number }[] = [];
  for (const { row, cells } of rows) {
    const line = JSON.stringify([row, ...cells]);
    if (line.length > partLength) return fail(problem('importData.rowTooLong', { row, limit: partLength }));
    const last = parts[parts.length - 1];
    if (last === undefined || last.length + line.length + 1 > partLength) parts.push({ lines: [line], length: line.length + 2 });
    else {
      last.lines.push(line);
      last.length += line.length + 1;
    }
  }
  const texts = parts.map(({ lines }) => `[${lines.join(',')}]`);
  const head: ImportTableHead = { ...rest, leftOut: leftOut.slice(0, leftOutLimit), rows: rows.length, parts: texts.map(sha256Hex) };
  return ok({ head: JSON.stringify(head), parts: texts });
};

/** Give it only text whose digest was checked. */
export const readTableHead = (text: string): ImportTableHead => JSON.parse(text) as ImportTableHead;

/** The rows of one part, in order. Give it only text whose digest was checked. */
export const readTablePart = (text: string): ImportRow[] =>
  (JSON.parse(text) as [number, ...string[]][]).map(([row, ...cells]) => ({ row, cells }));
