import { problem } from '../core/base/Problem';
import { fail, type Result } from '../core/base/Result';
import { attempt } from './attempt';
import { toCell } from './cellText';

/** A column of texts; `headerRow` and the rows of `texts` are counted from 1. */
export interface ResultColumn {
  readonly title: string;
  readonly headerRow: number;
  readonly texts: ReadonlyMap<number, string>;
}

/** Writes a column beside what is there, or in place of one with the same title. Other cells are not touched. */
export const writeColumn = (sheet: GoogleAppsScript.Spreadsheet.Sheet | null, { title, headerRow, texts }: ResultColumn): Result<void> => {
  if (!sheet) return fail(problem('importResults.tabGone'));
  return attempt(() => {
    const width = Math.max(1, sheet.getLastColumn());
    const titles = sheet.getRange(headerRow, 1, 1, width).getDisplayValues()[0] ?? [];
    const column = titles.includes(title) ? titles.indexOf(title) + 1 : width + 1;
    if (column > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
    const last = Math.max(headerRow, ...texts.keys());
    const lines = Array.from({ length: last - headerRow + 1 }, (_, index) => [
      index === 0 ? title : toCell(texts.get(headerRow + index) ?? ''),
    ]);
    sheet.getRange(headerRow, column, lines.length, 1).setNumberFormat('@').setValues(lines);
  });
};
