import { isDateFormat } from './displayText';
import type { Cell, CellError, CellValue } from './Cell';
import { isCellError } from './Cell';
import { a1OfBox, parseA1 } from './a1';
import { checkValidation } from './checkValidation';
import { computeFormula } from './computeFormula';
import { MAX_CELL_CHARACTERS } from './limits';
import { serialOfInstant } from './serialDate';
import { sheetLocale } from './SheetLocale';
import { SheetRefusal } from './SheetRefusal';
import type { SheetTab } from './SheetTab';
import type { SpreadsheetFile } from './SpreadsheetFile';
import { typedInput } from './typedInput';

/**
 * What may be put into a cell. A string is read as if a person typed it; `{text}` stays text whatever it looks like;
 * `{formula, value}` is a formula with the result it is known to have; a Date is an instant.
 */
export type CellInput =
  | null
  | undefined
  | string
  | number
  | boolean
  | Date
  | CellError
  | { readonly text: string }
  | { readonly formula: string; readonly value: CellValue };

/** What the input turns into in this cell, refused as Sheets refuses it. Changes nothing. */
export function readInput(
  file: SpreadsheetFile,
  tab: SheetTab,
  row: number,
  column: number,
  input: CellInput,
): { value: CellValue; formula?: string; numberFormat?: string } {
  const cell = tab.grid.cell(row, column);
  const entered = interpret(file, tab, cell?.format?.numberFormat, input);
  const length = entered.formula?.length ?? (typeof entered.value === 'string' ? entered.value.length : 0);
  if (length > MAX_CELL_CHARACTERS)
    throw new SheetRefusal(`Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`);
  if (cell?.validation) checkValidation(cell.validation, entered.value, a1OfBox({ row, column, rows: 1, columns: 1 }));
  return entered;
}

/** Puts what `readInput` gave into the cell; the cell's own number format, note and validation stay. */
export function storeInput(
  tab: SheetTab,
  row: number,
  column: number,
  entered: { value: CellValue; formula?: string; numberFormat?: string },
): void {
  const { value, formula, numberFormat } = entered;
  if (value === null && formula === undefined && !tab.grid.cell(row, column)) return;
  const cell: Cell = tab.grid.edit(row, column);
  cell.value = value;
  if (formula === undefined) delete cell.formula;
  else cell.formula = formula;
  if (numberFormat !== undefined && cell.format?.numberFormat === undefined) cell.format = { ...cell.format, numberFormat };
}

function interpret(
  file: SpreadsheetFile,
  tab: SheetTab,
  ownFormat: string | undefined,
  input: CellInput,
): { value: CellValue; formula?: string; numberFormat?: string } {
  if (input === null || input === undefined || input === '') return { value: null };
  if (typeof input === 'number') return { value: Number.isFinite(input) ? input : { error: '#NUM!' } };
  if (typeof input === 'boolean') return { value: input };
  if (input instanceof Date) {
    const value = serialOfInstant(input.getTime(), file.timeZone);
    const { dateFormat } = sheetLocale(file.locale);
    return { value, numberFormat: isDateFormat(ownFormat) || Number.isInteger(value) ? dateFormat : `${dateFormat} H:mm:ss` };
  }
  if (typeof input === 'string') {
    const typed = typedInput(input, ownFormat, file.locale);
    if (typed.formula === undefined) return typed;
    return { formula: typed.formula, value: computeFormula(typed.formula, (a1) => valueAt(tab, a1)) };
  }
  if ('text' in input) return { value: input.text };
  if ('formula' in input) return { formula: input.formula, value: input.value };
  return { value: isCellError(input) ? input : null };
}

function valueAt(tab: SheetTab, a1: string): CellValue | undefined {
  const box = parseA1(a1, tab.grid)?.box;
  return box && tab.grid.contains(box) ? (tab.grid.cell(box.row, box.column)?.value ?? null) : undefined;
}
