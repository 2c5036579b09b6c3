import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { parseTargetCell } from '../directory/parseTargetCell';
import { quoteCell, readCell } from '../users/readCell';
import { checkUserField, mayHaveLines, tidyValue, type UserFieldId } from '../users/userFields';
import { isRecordField, type ImportFieldId } from './ImportField';
import type { ColumnMapping, ImportRules } from './ImportRules';
import type { ImportRow } from './readImportTable';

/** I15: what is wrong with a row, and at which column. `explain` says why and what to do. */
export interface RowFault {
  readonly field: ImportFieldId;
  /** As people see the column. */
  readonly column: string;
  /** Of the cell; at most 100 characters. */
  readonly value: string;
  readonly problem: Problem;
}

/** A cell as it can be written, before anything of it is looked up. */
export interface RowValue {
  readonly mapping: ColumnMapping;
  readonly value: string;
}

export interface RowReading {
  readonly row: number;
  /** Lower case; empty when the cell holds none. */
  readonly address: string;
  /** Without the address. */
  readonly values: readonly RowValue[];
  readonly faults: readonly RowFault[];
}

/** Sheets and Excel show long numbers so and keep no more of them. */
const SHORTENED = /^\d[.,]?\d*E\+?\d+$/i;

const flagForm = /^(true|false)$/i;
const yesOrNo = /^(yes|no)$/i;

const readAddress = (value: string): Result<string> => {
  const cell = parseTargetCell(value);
  return cell.ok && cell.value.kind === 'address' ? ok(cell.value.email) : fail(problem('users.addressForm', { text: quoteCell(value) }));
};

const readField = (field: UserFieldId, value: string): Result<string> => {
  if (SHORTENED.test(value)) return fail(problem('import.numberShortened', { value }));
  const found = checkUserField(field, value);
  return found === undefined ? ok(tidyValue(field, value)) : fail(found);
};

const readUnit = (value: string): Result<string> => {
  if (value !== '' && !value.startsWith('/')) return fail(problem('users.pathForm', { text: quoteCell(value) }));
  return ok(value.length > 1 ? value.replace(/\s*\/\s*/g, '/').replace(/\/+$/, '') : value);
};

const oneOf = (value: string, form: RegExp, code: string): Result<string> =>
  form.test(value) ? ok(value.toLowerCase()) : fail(problem(code, { value: quoteCell(value) }));

const readValue = (field: ImportFieldId, text: string | undefined): Result<string> => {
  // A row that ends early says nothing; only an empty cell says "clear".
  if (text === undefined && (isRecordField(field) || field === 'orgUnit')) return fail(problem('import.rowShort'));
  const cell = readCell(text ?? '', { lines: !isRecordField(field) || mayHaveLines(field) });
  if (!cell.ok) return cell;
  const { value } = cell;
  if (isRecordField(field)) return readField(field, value);
  switch (field) {
    case 'address':
      return value === '' ? fail(problem('import.addressMissing')) : readAddress(value);
    case 'active':
    case 'visible':
    case 'changePassword':
      return oneOf(value, flagForm, value === '' ? 'import.flagEmpty' : 'user.flagForm');
    case 'orgUnit':
      return readUnit(value);
    case 'communicationGroups':
    case 'permissionGroups':
    case 'chatSpaces':
      return cell;
    default:
      return oneOf(value, yesOrNo, value === '' ? 'import.permissionEmpty' : 'import.permissionForm');
  }
};

/** Reads the mapped cells of a row; `width`: columns of the header. */
export const readImportRow = ({ row, cells }: ImportRow, { columns }: ImportRules, width: number): RowReading => {
  const faults: RowFault[] = [];
  const values: RowValue[] = [];
  let address = '';
  for (const mapping of columns) {
    const { column, title, field } = mapping;
    const read = readValue(field, cells[column]);
    if (!read.ok) faults.push({ field, column: title, value: (cells[column] ?? '').trim().slice(0, 100), problem: read.problem });
    else if (field === 'address') address = read.value;
    else values.push({ mapping, value: read.value });
  }
  const beyond = cells.slice(width).find((cell) => cell.trim() !== '');
  if (beyond !== undefined) {
    faults.push({
      field: 'address',
      column: '',
      value: beyond.trim().slice(0, 100),
      problem: problem('import.rowLong', { columns: width }),
    });
  }
  return { row, address, values, faults };
};
