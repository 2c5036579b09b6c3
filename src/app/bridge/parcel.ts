import { chunkText } from '../../core/base/chunkText';
import { sha256Hex } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Environment, Tables } from '../Environment';
import { cellLimit } from '../records/ledgerDocuments';

/**
 * Bulk data from an administrator to the operator, through the workbook's hidden Exchange tab. Anybody who shares the workbook can
 * write there, so author, digest and length stand in script properties, written in the author's execution.
 */
const table = 'Exchange';
const columns = ['parcel', 'part', 'text'];
const keyOf = (id: string): string => `parcel.${id}`;

interface Waybill {
  /** Directory id. */
  readonly author: string;
  readonly digest: string;
  readonly length: number;
  readonly chunks: number;
}

export const sendParcel = (
  env: Environment,
  workbook: Tables,
  parcel: { readonly id: string; readonly authorId: string; readonly text: string },
): Result<void> => {
  const parts = chunkText(parcel.text, cellLimit);
  workbook.ensure(table, columns, { hidden: true });
  workbook.append(
    table,
    parts.map((part, index) => ({ parcel: parcel.id, part: index, text: `.${part}` })),
  );
  const waybill: Waybill = { author: parcel.authorId, digest: sha256Hex(parcel.text), length: parcel.text.length, chunks: parts.length };
  return env.authority.set(keyOf(parcel.id), JSON.stringify(waybill));
};

/** The text, if it is what its author sent. Whatever does not match is refused and said so. */
export const openParcel = (
  env: Environment,
  workbook: Tables,
  parcel: { readonly id: string; readonly authorId: string },
): Result<string> => {
  const stored = env.authority.get(keyOf(parcel.id));
  if (stored === undefined) return fail(problem('parcel.missing'));
  const waybill = JSON.parse(stored) as Waybill;
  if (waybill.author !== parcel.authorId) return fail(problem('parcel.altered', { why: 'author' }));
  const text = [...workbook.find(table, 'parcel', [parcel.id])]
    .sort((a, b) => Number(a['part']) - Number(b['part']))
    .slice(0, waybill.chunks)
    .map((row) => String(row['text']).slice(1))
    .join('');
  if (text.length !== waybill.length) return fail(problem('parcel.altered', { why: 'length' }));
  return sha256Hex(text) === waybill.digest ? ok(text) : fail(problem('parcel.altered', { why: 'content' }));
};

/** Clears the way it took, once it is in the ledger. */
export const dropParcel = (env: Environment, workbook: Tables, id: string): void => {
  workbook.remove(table, 'parcel', [id]);
  env.authority.delete(keyOf(id));
};
