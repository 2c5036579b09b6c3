import { chunkText } from '../../core/base/chunkText';
import { sha256Hex } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Environment, Row, Tables } from '../Environment';
import { cellLimit } from '../records/ledgerDocuments';
import { dropParcelRows, parcelColumns, parcelKey, parcelTable, partKey, readWaybill, type ParcelKind, type Waybill } from './Waybill';

export interface Parcel {
  readonly id: string;
  readonly kind: ParcelKind;
  /** Directory id. */
  readonly authorId: string;
  readonly text: string;
  /** Texts that are read one by one; `text` holds the digest of each. A part fits into a cell. */
  readonly parts?: readonly string[];
}

/** Characters written at once. A table write holds the script lock, and everybody else waits for it. */
const writtenAtOnce = 1_500_000;

/** Rows in batches of bounded length. */
const batches = (rows: readonly Row[]): Row[][] => {
  const result: Row[][] = [];
  let length = Infinity;
  for (const row of rows) {
    const size = String(row['text']).length;
    if (length + size > writtenAtOnce) result.push([]);
    length = length + size > writtenAtOnce ? size : length + size;
    result[result.length - 1]?.push(row);
  }
  return result;
};

/** Makes the tab that parcels travel through. */
export const ensureParcelTable = (workbook: Tables): boolean => workbook.ensure(parcelTable, parcelColumns, { hidden: true });

/**
 * Bulk data between an administrator and the operator, through the workbook's hidden Exchange tab. Anybody who shares the workbook
 * can write there, so author, digest and length stand in script properties, written in the author's execution.
 */
export const sendParcel = (env: Environment, workbook: Tables, parcel: Parcel): Result<void> => {
  const chunks = chunkText(parcel.text, cellLimit);
  const rows = [
    ...chunks.map((text, part): Row => ({ parcel: parcel.id, part, text: `.${text}` })),
    ...(parcel.parts ?? []).map((text, part): Row => ({ parcel: partKey(parcel.id, part), part, text: `.${text}` })),
  ];
  const waybill: Waybill = {
    kind: parcel.kind,
    author: parcel.authorId,
    digest: sha256Hex(parcel.text),
    length: parcel.text.length,
    chunks: chunks.length,
    parts: parcel.parts?.length ?? 0,
    at: env.now(),
  };
  const before = readWaybill(env, parcel.id);
  // On its way: an execution that is killed now leaves rows that somebody finds again.
  const begun = env.authority.set(parcelKey(parcel.id), JSON.stringify({ ...waybill, digest: '' }));
  if (!begun.ok) return begun;
  for (const batch of batches(rows)) {
    const written = env.locked(() => {
      ensureParcelTable(workbook);
      if (before !== undefined && batch[0] === rows[0]) dropParcelRows(workbook, parcel.id, before);
      workbook.append(parcelTable, batch);
      return ok(undefined);
    });
    if (!written.ok) return written;
  }
  return env.authority.set(parcelKey(parcel.id), JSON.stringify(waybill));
};

/** Reads, and once more under the lock: a row that another execution removes meanwhile moves the ones below it. */
const twice = <T>(env: Environment, read: () => Result<T>): Result<T> => {
  const first = read();
  return first.ok || first.problem.code !== 'parcel.altered' ? first : env.locked(read);
};

/** The waybill of a parcel that arrived and is not too old. */
export const findParcel = (env: Environment, id: string): Result<Waybill> => {
  const waybill = readWaybill(env, id);
  return waybill === undefined || waybill.digest === '' || waybill.at === 0 ? fail(problem('parcel.missing')) : ok(waybill);
};

/** The text, if it is what one of these authors sent. Whatever does not match is refused and said so. */
export const openParcel = (
  env: Environment,
  workbook: Tables,
  parcel: { readonly id: string; readonly authorIds: readonly string[]; readonly digest?: string },
): Result<string> => {
  const found = findParcel(env, parcel.id);
  if (!found.ok) return found;
  const waybill = found.value;
  if (!parcel.authorIds.includes(waybill.author)) return fail(problem('parcel.altered', { why: 'author' }));
  if (parcel.digest !== undefined && parcel.digest !== waybill.digest) return fail(problem('parcel.altered', { why: 'digest' }));
  return twice(env, () => {
    const text = [...workbook.find(parcelTable, 'parcel', [parcel.id])]
      .sort((a, b) => Number(a['part']) - Number(b['part']))
      .slice(0, waybill.chunks)
      .map((row) => String(row['text']).slice(1))
      .join('');
    if (text.length !== waybill.length) return fail(problem('parcel.altered', { why: 'length' }));
    return sha256Hex(text) === waybill.digest ? ok(text) : fail(problem('parcel.altered', { why: 'content' }));
  });
};

/** Some parts, each if it has the digest that the parcel's text says. In the order asked for. */
export const openParts = (
  env: Environment,
  workbook: Tables,
  id: string,
  wanted: readonly { readonly part: number; readonly digest: string }[],
): Result<string[]> =>
  twice(env, () => {
    const keys = wanted.map((one) => partKey(id, one.part));
    const found = new Map<string, string>();
    const digests = new Set(wanted.map((one) => one.digest));
    for (const row of workbook.find(parcelTable, 'parcel', keys)) {
      const text = String(row['text']).slice(1);
      const digest = sha256Hex(text);
      if (digests.has(digest)) found.set(digest, text);
    }
    const texts = wanted.flatMap((one) => found.get(one.digest) ?? []);
    return texts.length === wanted.length ? ok(texts) : fail(problem('parcel.altered', { why: 'content' }));
  });

/** Clears the way it took. */
export const dropParcel = (env: Environment, workbook: Tables, id: string): Result<void> => {
  const waybill = readWaybill(env, id);
  const dropped = env.locked(() => {
    dropParcelRows(workbook, id, waybill);
    return ok(undefined);
  });
  if (dropped.ok) env.authority.delete(parcelKey(id));
  return dropped;
};
