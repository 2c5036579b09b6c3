import { sha256Hex } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { packImportTable, readTableHead, readTablePart, type ImportTableHead } from '../../core/imports/packImportTable';
import type { ImportRow, ImportTable } from '../../core/imports/readImportTable';
import type { TableRef } from '../../core/imports/SentImport';
import type { Actor } from '../actors/identify';
import { openParcel, openParts, sendParcel } from '../bridge/parcel';
import type { Environment, Tables } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { openWorkbook } from '../setUp/openFiles';

/** The rows of an import, on their way from whoever read them to the operator. */
export interface TablePlace {
  readonly table: Pick<TableRef, 'id' | 'digest'>;
  /** Who may have sent it. */
  readonly authorIds: readonly string[];
}

/** Parts that are read at once: some million characters. */
const partsAtOnce = 50;

const isLost = (code: string): boolean => code === 'parcel.missing' || code === 'parcel.altered';
const orGone = <T>(result: Result<T>): Result<T> => (result.ok || !isLost(result.problem.code) ? result : fail(problem('importData.gone')));

export const sendTable = (env: Environment, actor: Actor, table: ImportTable): Result<TableRef> => {
  const packed = packImportTable(table);
  if (!packed.ok) return packed;
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const { head, parts } = packed.value;
  const id = env.newId();
  const sent = sendParcel(env, workbook.value, { id, kind: 'table', authorId: actor.user.id, text: head, parts });
  return sent.ok ? ok({ id, digest: sha256Hex(head), rows: table.rows.length }) : sent;
};

const openHead = (env: Environment, workbook: () => Result<Tables>, { table, authorIds }: TablePlace): Result<ImportTableHead> => {
  const known = getCached(env, `table.${table.digest}`);
  if (known !== undefined && sha256Hex(known) === table.digest) return ok(readTableHead(known));
  const tables = workbook();
  if (!tables.ok) return tables;
  const text = orGone(openParcel(env, tables.value, { ...table, authorIds }));
  if (!text.ok) return text;
  putCached(env, `table.${table.digest}`, text.value);
  return ok(readTableHead(text.value));
};

/** What a person read: its columns, without the rows. */
export const openOwnHead = (env: Environment, { user, installation }: Actor, table: TableRef): Result<ImportTableHead> =>
  openHead(env, () => openWorkbook(env, installation), { table, authorIds: [user.id] });

const readRows = (env: Environment, workbook: Tables, id: string, parts: readonly string[]): Result<ImportRow[]> => {
  const rows: ImportRow[] = [];
  for (let from = 0; from < parts.length; from += partsAtOnce) {
    const wanted = parts.slice(from, from + partsAtOnce).map((digest, index) => ({ part: from + index, digest }));
    const texts = orGone(openParts(env, workbook, id, wanted));
    if (!texts.ok) return texts;
    for (const text of texts.value) rows.push(...readTablePart(text));
  }
  return ok(rows);
};

/** The whole table, if it is what one of these people sent under this digest. */
export const openTable = (env: Environment, workbook: Tables, place: TablePlace): Result<ImportTable> => {
  const head = openHead(env, () => ok(workbook), place);
  if (!head.ok) return head;
  const { parts, ...rest } = head.value;
  const rows = readRows(env, workbook, place.table.id, parts);
  return rows.ok ? ok({ ...rest, rows: rows.value }) : rows;
};
