import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { findHeader } from '../../core/imports/findHeader';
import { ignoredFor } from '../../core/imports/importFields';
import { parseCsv } from '../../core/imports/parseCsv';
import { importRowLimit, readImportTable } from '../../core/imports/readImportTable';
import { requireAdministrator, type Actor } from '../actors/identify';
import { openParcel, sendParcel } from '../bridge/parcel';
import type { Environment } from '../Environment';
import { openWorkbook } from '../setUp/openFiles';
import { fieldsFor } from './fieldsFor';
import { otherRows } from './readImportData';
import { sendTable } from './tableParcel';
import type { UploadPiece } from './UploadPiece';
import { emptyUpload, forgetPieces, pieceId, readUpload, writeUpload, type Upload } from './uploadStore';

export type UploadAnswer = { readonly kind: 'received' } | { readonly kind: 'whole'; readonly rows: number; readonly name: string };

/** As much as the Admin console takes (https://support.google.com/a/answer/40057): 35 MB; a file in UTF-16 has half as many characters. */
export const uploadLimit = 35 * 1024 * 1024;

type Grid = readonly (readonly string[])[];

/** Passwords are dropped before anything is written down. */
const without = (rows: Grid, secret: readonly number[]): Grid =>
  secret.length === 0 ? rows : rows.map((cells) => cells.map((cell, column) => (secret.includes(column) ? '' : cell)));

/** A row's number within a piece becomes the one within the file. */
const inFile = ({ code, data }: Problem, before: number): Problem =>
  typeof data['row'] === 'number' ? problem(code, { ...data, row: data['row'] + before }) : problem(code, data);

const readPiece = (
  env: Environment,
  actor: Actor,
  upload: Upload,
  { number, text }: UploadPiece,
): Result<{ readonly rows: Grid; readonly upload: Upload }> => {
  const grid = parseCsv(text, number === 0 ? undefined : upload.delimiter);
  if (!grid.ok) return fail(inFile(grid.problem, upload.rows));
  const { rows, delimiter } = grid.value;
  const header = number === 0 ? findHeader(rows, fieldsFor(env, actor).fields) : undefined;
  if (number === 0 && header === undefined) return fail(problem('import.headerMissing'));
  const secret = header?.titles.flatMap((title, column) => (ignoredFor(title) === 'password' ? [column] : [])) ?? upload.secret;
  const after = { ...upload, delimiter, secret, rows: upload.rows + rows.length, characters: upload.characters + text.length };
  if (after.rows > importRowLimit + otherRows) return fail(problem('import.tooManyRows', { rows: after.rows, limit: importRowLimit }));
  if (after.characters > uploadLimit) return fail(problem('upload.tooBig'));
  return ok({ rows: without(rows, secret), upload: after });
};

/** All pieces together become the table. */
const finish = (env: Environment, actor: Actor, id: string, name: string, upload: Upload): Result<UploadAnswer> => {
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const grid: (readonly string[])[] = [];
  for (let number = 0; number < upload.next; number += 1) {
    const text = openParcel(env, workbook.value, { id: pieceId(id, number), authorIds: [actor.user.id] });
    if (!text.ok) return text;
    for (const cells of JSON.parse(text.value) as string[][]) grid.push(cells);
  }
  const table = readImportTable(grid, fieldsFor(env, actor).fields);
  if (!table.ok) return table;
  const sent = sendTable(env, actor, table.value);
  if (!sent.ok) return sent;
  forgetPieces(env, id, upload);
  const kept = writeUpload(env, id, { ...upload, file: { name, table: sent.value } });
  return kept.ok ? ok({ kind: 'whole', rows: sent.value.rows, name }) : kept;
};

/**
 * I6: a piece of a CSV file that a visitor of the page sends. Only who may ask for imports, and only for an upload that their own card
 * opened; the rows are theirs as if their card had read them. A piece that comes again, because its answer was lost, is not kept twice.
 */
export const receiveUpload = (env: Environment, id: string, piece: UploadPiece): Result<UploadAnswer> => {
  const actor = requireAdministrator(env);
  if (!actor.ok) return actor;
  const { installation, user } = actor.value;
  if (installation.version !== env.version) {
    return fail(problem('setUp.otherVersion', { recorded: installation.version, running: env.version }));
  }
  const open = readUpload(env, id, user.id);
  if (!open.ok) return open;
  const { number, isLast, name } = piece;
  const { file, next } = open.value;
  if (number > 0 && number === next - 1) {
    if (file !== undefined) return ok({ kind: 'whole', rows: file.table.rows, name: file.name });
    return isLast ? finish(env, actor.value, id, name, open.value) : ok({ kind: 'received' });
  }
  if (number !== 0 && (number !== next || file !== undefined)) return fail(problem('upload.pieceMissing'));
  const before: Upload = number === 0 ? { ...emptyUpload, by: user.id, at: env.now() } : open.value;
  const read = readPiece(env, actor.value, before, piece);
  if (!read.ok) return read;
  const workbook = openWorkbook(env, installation);
  if (!workbook.ok) return workbook;
  if (number === 0) forgetPieces(env, id, open.value);
  const text = JSON.stringify(read.value.rows);
  const sent = sendParcel(env, workbook.value, { id: pieceId(id, number), kind: 'piece', authorId: user.id, text });
  if (!sent.ok) return sent;
  const upload = { ...read.value.upload, next: number + 1 };
  const kept = writeUpload(env, id, upload);
  if (!kept.ok) return kept;
  return isLast ? finish(env, actor.value, id, name, upload) : ok({ kind: 'received' });
};
