import type { Cell } from './cellText';
import { formatOf, fromCell, runsOf, toCell } from './cellText';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type TableRow = Readonly<Record<string, Cell>>;

/** Developer metadata key that marks a tab as one of Roster's tables, so that a renamed tab is still found. */
const TAB_MARK = 'roster.table';

/** The tab of a table: by its name, else by its mark when a person renamed it. */
export const findSheet = (spreadsheet: Spreadsheet, table: string): Sheet | undefined => {
  const named = spreadsheet.getSheetByName(table);
  if (named) return named;
  return spreadsheet
    .getSheets()
    .find((sheet) => sheet.getDeveloperMetadata().some((mark) => mark.getKey() === TAB_MARK && mark.getValue() === table));
};

/** A new tab with this header. The blank tab that every new spreadsheet starts with is taken over by the first visible table. */
export const createSheet = (spreadsheet: Spreadsheet, table: string, columns: readonly string[], hidden: boolean): Sheet => {
  const sheets = spreadsheet.getSheets();
  const blank = sheets.length === 1 && !hidden ? sheets[0] : undefined;
  const sheet = blank !== undefined && blank.getLastRow() === 0 ? blank.setName(table) : spreadsheet.insertSheet(table, sheets.length);
  sheet.addDeveloperMetadata(TAB_MARK, table);
  const surplus = sheet.getMaxColumns() - Math.max(1, columns.length);
  // Cells that are never used count towards the ten million a spreadsheet may have.
  if (surplus > 0) sheet.deleteColumns(sheet.getMaxColumns() - surplus + 1, surplus);
  writeHeader(sheet, columns, 1);
  sheet.setFrozenRows(1);
  if (hidden) sheet.hideSheet();
  return sheet;
};

/** Column names in sheet order; of two equal ones the first counts. */
export const readHeader = (sheet: Sheet): string[] => {
  const width = sheet.getLastColumn();
  if (width === 0) return [];
  return (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map((cell) => String(fromCell(cell)));
};

/** Puts column names into row 1 from a column on, growing the grid when it ends there. */
export const writeHeader = (sheet: Sheet, columns: readonly string[], from: number): void => {
  if (columns.length === 0) return;
  const lacking = from + columns.length - 1 - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  const range = sheet.getRange(1, from, 1, columns.length);
  range.setNumberFormat('@').setFontWeight('bold');
  range.setValues([columns.map(toCell)]);
};

/** The whole table in one read. */
export const readTable = (sheet: Sheet): TableRow[] => {
  if (sheet.getLastRow() < 2) return [];
  const [header = [], ...lines] = sheet.getDataRange().getValues();
  return keyed(
    header.map((cell) => String(fromCell(cell))),
    lines.filter((cells) => cells.some((cell) => cell !== '' && cell !== null)),
  );
};

/** Sheet rows `first` to `last`, blank ones too. */
export const readRows = (sheet: Sheet, header: readonly string[], first: number, last: number): TableRow[] =>
  keyed(header, sheet.getRange(first, 1, last - first + 1, header.length).getValues());

/** Rows keyed by header; of two equal headers the first counts. */
const keyed = (header: readonly string[], lines: readonly unknown[][]): TableRow[] =>
  lines.map((cells) => {
    const row: Record<string, Cell> = {};
    header.forEach((name, index) => {
      if (name !== '' && !(name in row)) row[name] = fromCell(cells[index]);
    });
    return row;
  });

/** Texts of one column, from the second row on; index 0 is sheet row 2. */
export const readColumn = (sheet: Sheet, column: number): string[] => {
  const last = sheet.getLastRow();
  if (last < 2) return [];
  return sheet
    .getRange(2, column, last - 1, 1)
    .getValues()
    .map((cells) => String(fromCell(cells[0])));
};

/**
 * Writes rows from sheet row `first` on. Only the columns that a row may name are touched, so that a column which a person
 * added keeps what it holds; in an unchanged header that is one write.
 */
export const writeRows = (
  sheet: Sheet,
  header: readonly string[],
  columns: readonly string[],
  first: number,
  rows: readonly TableRow[],
): void => {
  if (rows.length === 0) return;
  const lacking = first + rows.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const positions = [...new Set(columns)].map((column) => header.indexOf(column)).sort((a, b) => a - b);
  for (const run of runsOf(positions)) {
    const names = header.slice(run.first, run.last + 1);
    const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
    const range = sheet.getRange(first, run.first + 1, rows.length, names.length);
    range.setNumberFormats(cells.map((line) => line.map(formatOf)));
    range.setValues(cells.map((line) => line.map(toCell)));
  }
};

/** Deletes sheet rows, from the bottom up. A sheet must keep one row below the frozen header. */
export const deleteRows = (sheet: Sheet, rows: readonly number[]): void => {
  if (rows.length === 0) return;
  const ascending = [...new Set(rows)].sort((a, b) => a - b);
  if (sheet.getMaxRows() - ascending.length < 2) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  for (const run of runsOf(ascending).reverse()) sheet.deleteRows(run.first, run.last - run.first + 1);
};
