import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { ImportDraft, ImportOrigin } from '../../core/imports/ImportDraft';
import { parseCsv } from '../../core/imports/parseCsv';
import { importRowLimit, readImportTable, type ImportTable } from '../../core/imports/readImportTable';
import type { TableRef } from '../../core/imports/SentImport';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { editImportDraft, forgetData } from './importDrafts';
import { fieldsFor } from './fieldsFor';
import { sendTable } from './tableParcel';

/** Our own limit: Google documents none for what a card's field sends. */
export const pastedLimit = 50_000;

/** Rows of a title, two header rows and notes, which are no rows of users. */
export const otherRows = 1_000;

/**
 * The table becomes the draft's data. A column that is read again keeps what it was mapped to.
 */
export const keepData = (env: Environment, from: ImportOrigin, table: TableRef, columns: ImportTable['columns']): Result<ImportDraft> =>
  editImportDraft(env, (before) => {
    forgetData(env, before);
    const { uploadId: _uploadId, ...rest } = before;
    const kept = before.columns.flatMap((mapping) => {
      const again = columns.find(({ title, ignored }) => title === mapping.title && ignored === undefined);
      return again === undefined ? [] : [{ ...mapping, column: again.column }];
    });
    return { ...rest, data: { from, table }, columns: kept };
  });

const keep = (env: Environment, actor: Actor, from: ImportOrigin, grid: readonly (readonly string[])[]): Result<ImportDraft> => {
  const table = readImportTable(grid, fieldsFor(env, actor).fields);
  if (!table.ok) return table;
  const sent = sendTable(env, actor, table.value);
  return sent.ok ? keepData(env, from, sent.value, table.value.columns) : sent;
};

/** I6: a tab of the Sheet beside the card, or of the one at the address, as the person at the keyboard may read it. */
export const readImportTab = (
  env: Environment,
  actor: Actor,
  { tab, address }: { readonly tab: string; readonly address: string },
): Result<ImportDraft> => {
  const open = env.spreadsheets.open(address);
  if (!open.ok) return open;
  const text = open.value.table(tab, importRowLimit + otherRows);
  if (text === undefined) return fail(problem('sheet.tabGone', { tab }));
  if (text.total > importRowLimit + otherRows) return fail(problem('import.tooManyRows', { rows: text.total, limit: importRowLimit }));
  return keep(env, actor, { kind: 'tab', tab, title: open.value.title, address: open.value.address }, [
    text.header,
    ...text.rows.map(({ cells }) => cells),
  ]);
};

/** I7: CSV that somebody pasted into the card. */
export const readImportText = (env: Environment, actor: Actor, text: string): Result<ImportDraft> => {
  if (text.length > pastedLimit) return fail(problem('importData.textTooLong', { limit: pastedLimit }));
  const grid = parseCsv(text);
  return grid.ok ? keep(env, actor, { kind: 'text' }, grid.value.rows) : grid;
};
