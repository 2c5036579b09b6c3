import { a1 } from '../../core/base/a1';
import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { ImportDraft } from '../../core/imports/ImportDraft';
import { checkRules } from '../../core/imports/ImportRules';
import { noteTable } from '../../core/imports/noteTable';
import { readImportRow } from '../../core/imports/readImportRow';
import type { ImportTable } from '../../core/imports/readImportTable';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { openWorkbook } from '../setUp/openFiles';
import { fieldsFor } from './fieldsFor';
import { openOwnHead, openTable } from './tableParcel';

/** I15: a cell that cannot be taken. */
export interface ImportFault {
  /** A1, as the Sheet or the file opened in one counts. */
  readonly address: string;
  readonly column: string;
  readonly text: string;
  readonly problem: Problem;
}

/** What the rows are by themselves, before anything of them is looked up. */
interface RowsRead {
  readonly rows: number;
  /** Rows of which nothing is done. */
  readonly faulty: number;
  /** The first of them, in the order of rows. */
  readonly faults: readonly ImportFault[];
  readonly more: number;
}

export interface ImportCheck extends RowsRead {
  /** Why it cannot start. */
  readonly hindered: readonly Problem[];
  /** What of the table is not read. */
  readonly notes: readonly Problem[];
}

/** Kept and shown; who has more corrects the first, and often that is all. */
const faultLimit = 500;
const cacheKey = 'importCheck';

const readRows = ({ rows, width }: ImportTable, { method, columns }: Pick<ImportDraft, 'method' | 'columns'>): RowsRead => {
  const at = columns.find(({ field }) => field === 'address');
  const seen = new Map<string, number[]>();
  const readings = rows.map((row) => readImportRow(row, { method, columns }, width));
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

/** I14, I15, I31: what a person is told before the Directory is asked. */
export const checkImport = (env: Environment, actor: Actor, draft: ImportDraft): Result<ImportCheck> => {
  const { data, method, columns } = draft;
  if (data === undefined) return fail(problem('importData.missing'));
  const head = openOwnHead(env, actor, data.table);
  if (!head.ok) return head;
  const bare = { ...head.value, rows: [] };
  const rest = { hindered: checkRules({ method, columns }, bare, fieldsFor(env, actor).fields), notes: noteTable(bare) };
  const key = digest([data.table.digest, method, columns]);
  const kept = getCached(env, cacheKey);
  if (kept?.startsWith(key) === true) return ok({ ...rest, ...(JSON.parse(kept.slice(key.length)) as RowsRead) });
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const table = openTable(env, workbook.value, { table: data.table, authorIds: [actor.user.id] });
  if (!table.ok) return table;
  const read = readRows(table.value, draft);
  putCached(env, cacheKey, key + JSON.stringify(read));
  return ok({ ...rest, ...read });
};
