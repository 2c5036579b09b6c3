import { a1 } from '../base/a1';
import { problem } from '../base/Problem';
import type { CellFault } from '../users/readUserTable';
import type { ImportRules } from './ImportRules';
import { readImportRow } from './readImportRow';
import type { ImportTable } from './readImportTable';

/** I15: a cell that cannot be taken; A1 as the Sheet counts, or the file opened in one. */
export interface ImportFault extends CellFault {
  /** Empty: behind the last one. */
  readonly column: string;
}

/** What the rows are by themselves, before anything of them is looked up. */
export interface RowsChecked {
  readonly rows: number;
  /** Rows of which nothing is done. */
  readonly faulty: number;
  /** The first of them, in the order of rows. */
  readonly faults: readonly ImportFault[];
  readonly more: number;
}

/** Kept and shown; who has more corrects the first, and often that is all. */
const faultLimit = 500;
/** I15, I31: every cell that cannot be taken, and addresses that stand there twice. */
export const checkRows = ({ rows, width }: ImportTable, rules: ImportRules): RowsChecked => {
  const { columns } = rules;
  const at = columns.find(({ field }) => field === 'address');
  const seen = new Map<string, number[]>();
  const readings = rows.map((row) => readImportRow(row, rules, width));
  for (const { row, address } of readings) if (address !== '') seen.set(address, [...(seen.get(address) ?? []), row]);
  const faults: ImportFault[] = [];
  let [faulty, all] = [0, 0];
  const add = (fault: ImportFault): void => {
    all += 1;
    if (faults.length < faultLimit) faults.push(fault);
  };
  for (const reading of readings) {
    const { row, address } = reading;
    const others = (seen.get(address) ?? []).filter((other) => other !== row).map((other) => a1(other, (at?.column ?? 0) + 1));
    if (reading.faults.length + others.length > 0) faulty += 1;
    for (const { field, column, value, problem: found } of reading.faults) {
      const place = column === '' ? width : (columns.find((one) => one.field === field)?.column ?? 0);
      add({ address: a1(row, place + 1), column, text: value, problem: found });
    }
    if (others.length > 0) {
      const found = problem('users.twice', { others });
      add({ address: a1(row, (at?.column ?? 0) + 1), column: at?.title ?? '', text: address, problem: found });
    }
  }
  return { rows: rows.length, faulty, faults, more: all - faults.length };
};
