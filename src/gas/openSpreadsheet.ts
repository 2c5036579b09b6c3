import { a1 } from '../core/base/a1';
import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail, ok } from '../core/base/Result';
import { attempt } from './attempt';
import { addTab } from './addTab';
import { plainTexts } from './plainTexts';
import { translateException } from './translateException';
import { writeColumn, type ResultColumn } from './writeColumn';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface TextCell {
  /** A1 notation without the tab's name. */
  readonly address: string;
  readonly text: string;
}

export interface SheetTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly total: number;
}

/** Counted from 1. */
export interface SelectedTable {
  readonly tab: string;
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly string[])[];
}

export interface SpreadsheetBeside {
  readonly title: string;
  /** As the browser shows it. */
  readonly address: string;
  /** The person's selection in it can be read. */
  readonly isActive: boolean;
  readonly tabs: readonly { readonly name: string; readonly header: readonly string[] }[];
  selection(): readonly TextCell[];
  selectedTable(): SelectedTable | undefined;
  column(tab: string, column: number): readonly TextCell[];
  /** At most so many rows below the header. */
  table(tab: string, most: number): SheetTable | undefined;
  addTab(
    name: string,
    header: readonly string[],
    rows: readonly (readonly string[])[],
    validation: Readonly<Record<number, readonly string[]>>,
    emphasized?: readonly number[],
  ): Result<string>;
  writeColumn(tab: string, column: ResultColumn): Result<void>;
}

/**
 * The spreadsheet that the person has open beside the card. Google's pages disagree on whether a card may ask for the active
 * spreadsheet (https://developers.google.com/workspace/add-ons/guides/workspace-restrictions says no, Google's own samples do),
 * so the id in the event object, which Google sends once the file was granted, is the second way. Texts are read as displayed:
 * a formula gives its result, an error its name. With an `address` it is the one that stands there.
 */
export const openSpreadsheet = (sheetsEventId: string | undefined, address = ''): Result<SpreadsheetBeside> => {
  const opened = address === '' ? openBeside(sheetsEventId) : openAt(address);
  if (!opened.ok) return opened;
  const { spreadsheet, isActive } = opened.value;
  let tabs: SpreadsheetBeside['tabs'] | undefined;
  return ok({
    title: spreadsheet.getName(),
    address: spreadsheet.getUrl(),
    isActive,
    get tabs() {
      return (tabs ??= readTabs(spreadsheet));
    },
    selection: () => {
      const range = isActive ? spreadsheet.getActiveRange() : null;
      return range ? textsOf(range) : [];
    },
    selectedTable: () => {
      const range = isActive ? spreadsheet.getActiveRange() : null;
      const filled = range ? filledPart(range) : undefined;
      if (filled === undefined) return undefined;
      const rows = plainTexts(filled, () => spreadsheet.getSpreadsheetTimeZone());
      return { tab: filled.getSheet().getName(), top: filled.getRow(), left: filled.getColumn(), rows };
    },
    column: (tab, column) => {
      const sheet = spreadsheet.getSheetByName(tab);
      if (!sheet || column < 0 || column >= sheet.getMaxColumns()) return [];
      const last = sheet.getLastRow();
      return last < 2 ? [] : textsOf(sheet.getRange(2, column + 1, last - 1, 1));
    },
    table: (tab, most) => tableOf(spreadsheet.getSheetByName(tab), most, () => spreadsheet.getSpreadsheetTimeZone()),
    addTab: (name, header, rows, validation, emphasized) => addTab(spreadsheet, name, header, rows, validation, emphasized),
    writeColumn: (tab, column) => writeColumn(spreadsheet.getSheetByName(tab), column),
  });
};

interface Opened {
  readonly spreadsheet: Spreadsheet;
  readonly isActive: boolean;
}

const openBeside = (sheetsEventId: string | undefined): Result<Opened> => {
  const opened = attempt((): Opened | null => {
    const active = activeSpreadsheet();
    if (active !== null) return { spreadsheet: active, isActive: true };
    return sheetsEventId ? { spreadsheet: SpreadsheetApp.openById(sheetsEventId), isActive: false } : null;
  });
  if (!opened.ok) return opened;
  return opened.value === null ? fail(problem('platform.noSpreadsheetOpen')) : ok(opened.value);
};

/** As the browser shows it; also with the number of an account or the name of a domain in it. */
const openAt = (address: string): Result<Opened> => {
  const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(address)?.[1];
  if (id === undefined) return fail(problem('sheet.noAddress'));
  const opened = attempt(() => ({ spreadsheet: SpreadsheetApp.openById(id), isActive: false }));
  return !opened.ok && opened.problem.code === 'platform.spreadsheetGone' ? fail(problem('sheet.notThere')) : opened;
};

/** Whatever a card is refused here, it is told as a Sheet that is not known; a permission that is missing is named. */
const activeSpreadsheet = (): Spreadsheet | null => {
  try {
    return SpreadsheetApp.getActiveSpreadsheet();
  } catch (thrown) {
    if (translateException(thrown)?.code === 'platform.scopeMissing') throw thrown;
    return null;
  }
};

const readTabs = (spreadsheet: Spreadsheet): SpreadsheetBeside['tabs'] =>
  spreadsheet
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => ({ name: sheet.getName(), header: headerOf(sheet) }));

const headerOf = (sheet: Sheet): string[] => {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? []);
};

const tableOf = (sheet: Sheet | null, most: number, timeZone: () => string): SheetTable | undefined => {
  if (!sheet) return undefined;
  const total = Math.max(0, sheet.getLastRow() - 1);
  const [height, width] = [Math.min(total, most), sheet.getLastColumn()];
  const texts = height < 1 || width < 1 ? [] : plainTexts(sheet.getRange(2, 1, height, width), timeZone);
  return { header: headerOf(sheet), rows: texts.map((cells, index) => ({ row: index + 2, cells })), total };
};

/** A whole column or row is cut to the part of the sheet that holds anything. */
const filledPart = (range: Range): Range | undefined => {
  const sheet = range.getSheet();
  const [top, left] = [range.getRow(), range.getColumn()];
  const height = Math.min(range.getNumRows(), sheet.getLastRow() - top + 1);
  const width = Math.min(range.getNumColumns(), sheet.getLastColumn() - left + 1);
  return height < 1 || width < 1 ? undefined : sheet.getRange(top, left, height, width);
};

/** Cells of a range that show something. */
const textsOf = (range: Range): TextCell[] => {
  const filled = filledPart(range);
  if (filled === undefined) return [];
  const [top, left] = [filled.getRow(), filled.getColumn()];
  return filled
    .getDisplayValues()
    .flatMap((line, row) =>
      line.map((text, column) => ({ address: a1(top + row, left + column), text: text.trim() })).filter(({ text }) => text !== ''),
    );
};
