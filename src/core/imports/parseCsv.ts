import { dsvFormat } from 'd3-dsv';
import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';

/** What separates cells, the likeliest first. */
const delimiters = [',', ';', '\t', '|'] as const;
export type CsvDelimiter = (typeof delimiters)[number];

/** How other files begin that people take for CSV. */
const otherFiles: readonly (readonly [begins: RegExp, kind: string])[] = [
  [/^PK\u0003\u0004/, 'an Excel or other packed file'],
  [/^\u00d0\u00cf\u0011|^\ufffd{2}\u0011/, 'an old Excel file'],
  [/^%PDF/, 'a PDF'],
  [/^\{\\rtf/, 'a text document'],
  [/^\s*(?:<!doctype|<html|<\?xml|<table)/i, 'a web page or XML'],
  [/^\s*(?:\{\s*["}]|\[\s*[{"\]])/, 'JSON'],
  [/^BEGIN:V/i, 'a vCard or calendar file'],
];

const sampleLength = 50_000;
const sampleRows = 30;
/** Characters that a message quotes. */
const quotedLength = 40;

/** Excel writes this line above the header and does not show it (https://support.microsoft.com/office/5250ac4c-663c-47ce-937b-339e391393ba). */
const separatorLine = /^sep=(.)(?:\r\n|\n|\r|$)/i;

const isDelimiter = (sign: string | undefined): sign is CsvDelimiter => delimiters.some((one) => one === sign);

const isBreak = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

/**
 * Where quotes do not fit: a quoted cell (https://www.rfc-editor.org/rfc/rfc4180) that never ends, or text behind its end. The parser
 * takes neither for a fault. A quote within a cell that does not begin with one is a character like others.
 */
const quoteFault = (text: string, delimiter: string): { readonly at: number; readonly why: 'open' | 'textBehind' } | undefined => {
  for (let at = text.indexOf('"'); at >= 0;) {
    const before = text[at - 1];
    let end = at;
    if (at === 0 || before === delimiter || isBreak(before)) {
      do end = text.indexOf('"', end + 1);
      while (end >= 0 && text[end + 1] === '"' && ++end > 0);
      if (end < 0) return { at, why: 'open' };
      const behind = text[end + 1];
      if (behind !== undefined && behind !== delimiter && !isBreak(behind)) return { at, why: 'textBehind' };
    }
    at = text.indexOf('"', end + 1);
  }
  return undefined;
};

/** The one that cuts most records of the beginning, as far as quotes fit, into the same number of cells, more than one. */
const guessDelimiter = (text: string): CsvDelimiter => {
  const end = text.length <= sampleLength ? text.length : text.lastIndexOf('\n', sampleLength);
  const sample = text.slice(0, end < 1 ? sampleLength : end);
  let best: { readonly delimiter: CsvDelimiter; readonly rows: number; readonly width: number } = { delimiter: ',', rows: 0, width: 1 };
  for (const delimiter of delimiters) {
    const whole = sample.slice(0, quoteFault(sample, delimiter)?.at);
    const widths = new Map<number, number>();
    for (const { length } of dsvFormat(delimiter).parseRows(whole).slice(0, sampleRows)) widths.set(length, (widths.get(length) ?? 0) + 1);
    for (const [width, rows] of widths) {
      if (width > 1 && (rows > best.rows || (rows === best.rows && width > best.width))) best = { delimiter, rows, width };
    }
  }
  return best.delimiter;
};

const faultOf = (text: string, delimiter: string): Problem | undefined => {
  const fault = quoteFault(text, delimiter);
  if (fault === undefined) return undefined;
  const row = dsvFormat(delimiter).parseRows(`${text.slice(0, fault.at)}x`).length;
  const quoted = text.slice(fault.at, fault.at + quotedLength).replace(/\s+/g, ' ');
  return problem(fault.why === 'open' ? 'csv.quoteOpen' : 'csv.textBehindQuote', { row, text: `${quoted}…` });
};

export interface CsvGrid {
  readonly delimiter: CsvDelimiter;
  /** A record each, empty ones too, so that they count as a spreadsheet counts rows; of different lengths. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads CSV of any of the usual delimiters; `delimiter`: of a piece of a file whose beginning told it. */
export const parseCsv = (text: string, delimiter?: CsvDelimiter): Result<CsvGrid> => {
  const plain = text.replace(/^\ufeff/, '');
  const [, kind] = delimiter === undefined ? (otherFiles.find(([begins]) => begins.test(plain)) ?? []) : [];
  if (kind !== undefined) return fail(problem('csv.otherFile', { kind }));
  if (plain.includes('\0')) return fail(problem('csv.noText'));
  if (delimiter === undefined && plain.trim() === '') return fail(problem('csv.empty'));
  const named = delimiter === undefined ? separatorLine.exec(plain) : null;
  // Its line stays as an empty row.
  const body = named === null ? plain : plain.slice('sep=?'.length);
  const used = delimiter ?? (isDelimiter(named?.[1]) ? named[1] : guessDelimiter(body));
  const fault = faultOf(body, used);
  return fault === undefined ? ok({ delimiter: used, rows: dsvFormat(used).parseRows(body) }) : fail(fault);
};
