import type { SpreadsheetFile } from '../drive/SpreadsheetFile';
import type { World } from '../World';
import type { LoadReport } from './LoadReport';
import { readCsv } from './readCsv';

export interface TargetsOptions {
  readonly ownerId: string;
  /** Title of the spreadsheet. */
  readonly title: string;
  /** Name of its sheet. Default `Targets`. */
  readonly sheet?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Imports a CSV as a new spreadsheet, header included; cells are read as typed, as File > Import does by default. */
export function loadTargetsCsv(world: World, text: string, options: TargetsOptions): LoadReport & { readonly file: SpreadsheetFile } {
  const { sheet = 'Targets', ...file } = options;
  const { header, records, skipped } = readCsv(text);
  const height = Math.max(1, ...records.map(({ row }) => row));
  const values: string[][] = Array.from({ length: height }, () => []);
  values[0] = [...header];
  for (const { row, cells } of records) values[row - 1] = [...cells];
  return {
    loaded: records.length,
    skipped,
    ignored: [],
    file: world.drive.createSpreadsheet({ ...file, tabs: [{ name: sheet, values }] }),
  };
}
