/** What Sheets shows for a formula that cannot be computed (https://support.google.com/docs/answer/3093343). */
export const CELL_ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERROR!'] as const;

export type CellErrorText = (typeof CELL_ERRORS)[number];

export interface CellError {
  readonly error: CellErrorText;
}

/** A date or time is a number whose number format says so: days since 1899-12-30 in the spreadsheet's own zone. */
export type CellValue = null | string | number | boolean | CellError;

export interface ValidationRule {
  /** Name of a DataValidationCriteria, e.g. `VALUE_IN_LIST`. */
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** Appearance; none of it changes what a value is, but `numberFormat` decides how input is read and shown. */
export interface CellFormat {
  /** Undefined = automatic; `@` = plain text. */
  numberFormat?: string;
  fontWeight?: string;
  fontStyle?: string;
  fontColor?: string;
  background?: string;
  wrap?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

export interface Cell {
  value: CellValue;
  /** With its leading `=`; `value` is then what it computed to. */
  formula?: string;
  note?: string;
  validation?: ValidationRule;
  format?: CellFormat;
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

export function isCellErrorText(text: string): text is CellErrorText {
  return (CELL_ERRORS as readonly string[]).includes(text);
}

/** True when the cell counts as content for getLastRow and getDataRange: a value or a formula. */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ''));
}
