import { isCellError, type Cell } from '../../drive/Cell';
import { displayText, isDateFormat } from '../../drive/displayText';
import type { CellInput } from '../../drive/enterCell';
import { instantOfSerial } from '../../drive/serialDate';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { isDate } from './argument';

/** What getValue gives: numbers with a date format come as a Date, errors as their text, an empty cell as ''. */
export function scriptValue(file: SpreadsheetFile, cell: Cell | undefined): string | number | boolean | Date {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number' && isDateFormat(cell?.format?.numberFormat)) return new Date(instantOfSerial(value, file.timeZone));
  return value;
}

export function shownValue(file: SpreadsheetFile, cell: Cell | undefined): string {
  return displayText(cell?.value ?? null, cell?.format?.numberFormat, file.locale);
}

/** What a script hands to setValue. Undefined when a cell cannot hold it: Google's page does not say what an object becomes. */
export function cellInput(value: unknown): CellInput | undefined {
  if (value === null || value === undefined) return null;
  if (isDate(value)) return new Date(Number(value));
  return typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol' ? undefined : (value as CellInput);
}
