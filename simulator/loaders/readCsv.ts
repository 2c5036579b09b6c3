import { parse } from 'papaparse';
import type { SkippedRow } from './LoadReport';

export interface CsvRecord {
  /** As a spreadsheet counts rows; the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  /** Records that could not be read. */
  readonly skipped: readonly SkippedRow[];
}

/** Text of a file: UTF-8 or, with its byte order mark, UTF-16 little-endian, as some old exports are. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/**
 * Reads CSV (https://www.rfc-editor.org/rfc/rfc4180): byte order mark, CRLF or LF, quoted cells with line breaks; the separator
 * is the one the header uses. Empty lines are no records. A record with more cells than the header has is skipped.
 */
export function readCsv(text: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '');
  const { data, errors } = parse(plain, { delimiter: separatorOf(plain), skipEmptyLines: false });
  const [header = [], ...rest] = data;
  const faults = new Map(errors.flatMap(({ row, message }) => (row === undefined ? [] : [[row, message] as const])));
  const records: CsvRecord[] = [];
  const skipped: SkippedRow[] = [];
  rest.forEach((cells, at) => {
    const row = at + 2;
    const fault = faults.get(at + 1);
    if (cells.every((cell) => cell.trim() === '')) return;
    if (fault !== undefined) skipped.push({ row, reason: `cannot be read: ${fault}` });
    else if (cells.slice(header.length).some((cell) => cell !== '')) {
      skipped.push({ row, reason: `has ${cells.length} cells, the header has ${header.length}` });
    } else records.push({ row, cells });
  });
  return { header: header.map((name) => name.trim()), records, skipped };
}

function separatorOf(text: string): string {
  const firstLine = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: firstLine.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
