import { a1 } from '../base/a1';
import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import type { NewUser } from './NewUser';
import { parseNewAddress } from './parseNewAddress';
import { readCell } from './readCell';
import { columnOf, userColumns, type ColumnContent, type UserColumn } from './userColumns';
import { checkUserField, isUserFieldId, mayHaveLines, tidyValue, type UserFieldId } from './userFields';

/** A tab as it is shown: the texts of the header row, and those of each row below with its number, counted from 1. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What is wrong with one cell, and where it stands. */
export interface CellFault {
  /** A1. */
  readonly address: string;
  readonly text: string;
  readonly problem: Problem;
}

/** A row without a fault of its own, and where its cells stand. */
export interface UserRow {
  readonly user: NewUser;
  readonly row: number;
}

export interface UserTable {
  readonly users: readonly UserRow[];
  readonly faults: readonly CellFault[];
  /** Headers of columns that Roster does not know. */
  readonly ignored: readonly string[];
  /** Position of each column that is there, counted from 1. */
  readonly places: ReadonlyMap<ColumnContent, number>;
}

/** Our own limit: so many are looked up, listed and shown to an officer without hurry. */
export const newUserLimit = 500;

/** Our own limit for one row; who needs more uses the action "Add to groups". */
const groupLimit = 20;

/** Begins the address of a template's example row, which is no data. */
export const exampleSign = 'Example:';
const isExample = (text: string): boolean => text.trim().toLowerCase().startsWith(exampleSign.toLowerCase());

type Columns = ReadonlyMap<number, UserColumn>;

const readHeader = (header: readonly string[]): Result<{ readonly columns: Columns; readonly ignored: readonly string[] }> => {
  const columns = new Map<number, UserColumn>();
  const ignored: string[] = [];
  for (const [index, title] of header.entries()) {
    const column = columnOf(title);
    if (column === undefined && title.trim() !== '') ignored.push(title.trim());
    if (column === undefined) continue;
    if ([...columns.values()].includes(column)) return fail(problem('users.columnTwice', { column: column.title, cell: a1(1, index + 1) }));
    columns.set(index, column);
  }
  const missing = userColumns.filter((column) => column.mandatory && ![...columns.values()].includes(column)).map(({ title }) => title);
  return missing.length > 0 ? fail(problem('users.columnMissing', { columns: missing })) : ok({ columns, ignored });
};

const isBlank = (cells: readonly string[]): boolean => cells.every((text) => text.trim() === '');

const groupsIn = (value: string): Result<string[]> => {
  const groups: string[] = [];
  for (const text of value
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const address = parseNewAddress(text);
    if (!address.ok) return address;
    if (!groups.includes(address.value)) groups.push(address.value);
  }
  return groups.length > groupLimit ? fail(problem('users.tooManyGroups', { groups: groups.length, limit: groupLimit })) : ok(groups);
};

const pathIn = (value: string): Result<string> => {
  if (value !== '' && !value.startsWith('/')) return fail(problem('users.pathForm', { text: value }));
  return ok(
    `/${value
      .split('/')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('/')}`,
  );
};

interface RowReading {
  readonly user: NewUser;
  readonly faults: readonly CellFault[];
}

const readRow = (row: number, cells: readonly string[], columns: Columns): RowReading => {
  const faults: CellFault[] = [];
  const fields: { field: UserFieldId; value: string }[] = [];
  let [email, orgUnitPath, groups]: [string, string, readonly string[]] = ['', '/', []];
  for (const [index, { content, title, mandatory }] of columns) {
    const text = cells[index] ?? '';
    const fault = (found: Problem): void => void faults.push({ address: a1(row, index + 1), text: text.slice(0, 100), problem: found });
    const take = <T>(read: Result<T>, keep: (value: T) => void): void => (read.ok ? keep(read.value) : fault(read.problem));
    const cell = readCell(text, { lines: content === 'groups' || (isUserFieldId(content) && mayHaveLines(content)) });
    if (!cell.ok) fault(cell.problem);
    else if (cell.value === '' && mandatory) fault(problem('users.cellMissing', { column: title }));
    else if (content === 'address') take(parseNewAddress(cell.value), (value) => (email = value));
    else if (content === 'orgUnit') take(pathIn(cell.value), (value) => (orgUnitPath = value));
    else if (content === 'groups') take(groupsIn(cell.value), (value) => (groups = value));
    else if (cell.value !== '') {
      const found = checkUserField(content, cell.value);
      if (found !== undefined) fault(found);
      else fields.push({ field: content, value: tidyValue(content, cell.value) });
    }
  }
  return { user: { email, orgUnitPath, fields, groups }, faults };
};

/** The same address in two rows: nobody can tell which of them is meant, so neither is used. */
const faultsOfTwice = (read: readonly (RowReading & { readonly row: number })[], column: number): CellFault[] => {
  const rows = new Map<string, number[]>();
  for (const { row, user } of read) if (user.email !== '') rows.set(user.email, [...(rows.get(user.email) ?? []), row]);
  return [...rows].flatMap(([email, where]) =>
    where.length === 1
      ? []
      : where.map((row) => ({
          address: a1(row, column),
          text: email,
          problem: problem('users.twice', { others: where.filter((other) => other !== row).map((other) => a1(other, column)) }),
        })),
  );
};

/**
 * Users to create out of a table. A row is the unit: with one invalid cell nothing of it is used, and each of its faults is named. A
 * table without a mandatory column, or with too many rows, is refused whole.
 */
export const readUserTable = ({ header, rows }: TextTable): Result<UserTable> => {
  const read = readHeader(header);
  if (!read.ok) return read;
  const { columns, ignored } = read.value;
  const places = new Map([...columns].map(([index, { content }]) => [content, index + 1]));
  const addressAt = places.get('address') ?? 1;
  const data = rows.filter(({ cells }) => !isBlank(cells) && !isExample(cells[addressAt - 1] ?? ''));
  if (data.length === 0) return fail(problem('users.noRows'));
  if (data.length > newUserLimit) return fail(problem('users.tooManyRows', { rows: data.length, limit: newUserLimit }));
  const readings = data.map(({ row, cells }) => ({ row, ...readRow(row, cells, columns) }));
  const twice = faultsOfTwice(readings, addressAt);
  const bad = new Set(twice.map(({ address }) => address));
  const faults = readings.flatMap((one) => [...one.faults, ...twice.filter(({ address }) => address === a1(one.row, addressAt))]);
  const users = readings
    .filter((one) => one.faults.length === 0 && !bad.has(a1(one.row, addressAt)))
    .map(({ row, user }) => ({ row, user }));
  return ok({ users, faults, ignored, places });
};
