import type { Result } from '../core/base/Result';
import { attempt } from './attempt';
import { toCell } from './cellText';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A light yellow, on which black text reads well. */
const emphasis = '#fff2cc';

/** Rows below the header that validation and the text format are laid on. */
const FORMATTED_ROWS = 999;

/**
 * Adds a visible tab to a person's spreadsheet: a bold, frozen header, rows of text, and for some columns (counted from 0) a
 * list of the values that are allowed, which the note on the header cell also names. A name that is taken gets a number.
 * Answers the tab's name.
 */
export const addTab = (
  spreadsheet: Spreadsheet,
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  validation: Readonly<Record<number, readonly string[]>>,
  emphasized: readonly number[] = [],
): Result<string> =>
  attempt(() => {
    const free = freeName(spreadsheet, name);
    const sheet = spreadsheet.insertSheet(free, spreadsheet.getSheets().length);
    const width = Math.max(1, header.length);
    const columns = sheet.getMaxColumns();
    if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
    const lines = [header, ...rows].map((line) => Array.from({ length: width }, (_, index) => toCell(line[index] ?? '')));
    const height = Math.min(sheet.getMaxRows(), Math.max(lines.length, FORMATTED_ROWS + 1));
    sheet.getRange(1, 1, height, width).setNumberFormat('@');
    sheet.getRange(1, 1, lines.length, width).setValues(lines);
    sheet.getRange(1, 1, 1, width).setFontWeight('bold');
    for (const column of emphasized) sheet.getRange(1, column + 1).setBackground(emphasis);
    sheet.setFrozenRows(1);
    for (const key of Object.keys(validation)) {
      const column = Number(key);
      const allowed = validation[column] ?? [];
      const rule = SpreadsheetApp.newDataValidation()
        .requireValueInList([...allowed], true)
        .setAllowInvalid(false)
        .build();
      sheet.getRange(2, column + 1, height - 1, 1).setDataValidation(rule);
      sheet.getRange(1, column + 1).setNote(allowed.join('\n'));
    }
    return free;
  });

const freeName = (spreadsheet: Spreadsheet, name: string): string => {
  const taken = spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase());
  let free = name;
  for (let number = 2; taken.includes(free.toLowerCase()); number++) free = `${name} ${number}`;
  return free;
};
