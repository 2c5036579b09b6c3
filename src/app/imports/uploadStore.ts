import { parseRecord } from '../../core/base/parseRecord';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { CsvDelimiter } from '../../core/imports/parseCsv';
import type { TableRef } from '../../core/imports/SentImport';
import { forgetParcel, parcelLifetime } from '../bridge/Waybill';
import type { Environment } from '../Environment';

/** A file that somebody's card asked for and the page receives, piece by piece. Script property `upload.<id>`. */
export interface Upload {
  /** Directory id of whose file it is. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Number of the piece that comes next; those before are parcels. */
  readonly next: number;
  /** Of the pieces so far. */
  readonly rows: number;
  readonly characters: number;
  readonly delimiter?: CsvDelimiter;
  /** Positions of columns whose cells are not kept. */
  readonly secret: readonly number[];
  /** Once it is whole. */
  readonly file?: { readonly name: string; readonly table: TableRef };
}

const prefix = 'upload.';

export const emptyUpload: Omit<Upload, 'by' | 'at'> = { next: 0, rows: 0, characters: 0, secret: [] };

export const pieceId = (id: string, number: number): string => `${id}-${number}`;

/** The first piece begins anew, and after the last they are a table: they are not needed any more. */
export const forgetPieces = (env: Environment, id: string, { next }: Pick<Upload, 'next'>): void => {
  for (let number = 0; number < next; number += 1) forgetParcel(env, pieceId(id, number));
};

/** Somebody's own, of the last day. */
export const readUpload = (env: Environment, id: string, personId: string): Result<Upload> => {
  const upload = parseRecord(env.authority.get(prefix + id)) as Upload | undefined;
  const isTheirs = upload?.by === personId && upload.at + parcelLifetime > env.now();
  return upload !== undefined && isTheirs ? ok(upload) : fail(problem('upload.notOpen'));
};

export const writeUpload = (env: Environment, id: string, upload: Upload): Result<void> =>
  env.authority.set(prefix + id, JSON.stringify(upload));

export const dropUpload = (env: Environment, id: string): void => {
  const upload = parseRecord(env.authority.get(prefix + id)) as Upload | undefined;
  if (upload !== undefined) forgetPieces(env, id, upload);
  env.authority.delete(prefix + id);
};

/** What nobody went on with. */
export const dropOldUploads = (env: Environment, all: Readonly<Record<string, string>>): void => {
  for (const key of Object.keys(all).filter((one) => one.startsWith(prefix))) {
    const at = parseRecord(all[key])?.['at'];
    if (typeof at !== 'number' || at + parcelLifetime <= env.now()) dropUpload(env, key.slice(prefix.length));
  }
};
