import { a1 } from '../../core/base/a1';
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

/** `above`: rows above those of the grid. */
const keep = (env: Environment, actor: Actor, from: ImportOrigin, grid: readonly (readonly string[])[], above = 0): Result<ImportDraft> => {
  const table = readImportTable(grid, fieldsFor(env, actor).fields);
  if (!table.ok) return table;
  const inTab = <T extends { readonly row: number }>(one: T): T => ({ ...one, row: one.row + above });
  const { rows, leftOut } = table.value;
  const sent = sendTable(env, actor, { ...table.value, rows: rows.map(inTab), leftOut: leftOut.map(inTab) });
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

/** I6: the cells that are selected in the open Sheet. */
export const readImportRange = (env: Environment, actor: Actor): Result<ImportDraft> => {
  const open = env.spreadsheets.open();
  if (!open.ok) return open;
  const selected = open.value.selectedTable();
  if (selected === undefined || selected.rows.length < 2) return fail(problem('importData.rangeMissing'));
  const { tab, top, left, rows } = selected;
  // Columns to the left of it are there, and hold nothing: columns count as they do in the Sheet.
  const grid = rows.map((cells) => [...Array.from({ length: left - 1 }, () => ''), ...cells]);
  const range = { a1: `${a1(top, left)}:${a1(top + rows.length - 1, left + (rows[0]?.length ?? 1) - 1)}`, top };
  return keep(env, actor, { kind: 'tab', tab, title: open.value.title, address: open.value.address, range }, grid, top - 1);
};

/** I7: CSV that somebody pasted into the card. */
export const readImportText = (env: Environment, actor: Actor, text: string): Result<ImportDraft> => {
  if (text.length > pastedLimit) return fail(problem('importData.textTooLong', { limit: pastedLimit }));
  const grid = parseCsv(text);
  return grid.ok ? keep(env, actor, { kind: 'text' }, grid.value.rows) : grid;
};
