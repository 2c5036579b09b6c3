import { createHash } from 'node:crypto';
import { ApiError } from './ApiError';
import type { OperationCall } from './Operation';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

/** Parameters that may differ from page to page. */
const VARYING: ReadonlySet<string> = new Set(['fields', 'pageSize', 'pageToken', 'prettyPrint']);

/** The page that the call asks for, of at most `size`. A token holds for the same parameters; any other is 400 INVALID_ARGUMENT. */
export function takePage<T>(call: OperationCall, all: readonly T[], size: number, idOf: (item: T) => string): Page<T> {
  const request = fingerprint(call);
  const token = call.query['pageToken']?.at(-1) ?? '';
  const after = token === '' ? undefined : readToken(token, request);
  const start = after === undefined ? 0 : all.findIndex((item) => idOf(item) === after) + 1;
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + items.length >= all.length) return { items };
  return { items, nextPageToken: Buffer.from(JSON.stringify([request, idOf(last)])).toString('base64url') };
}

/** `pageSize`: 0 or absent is the default, a negative one or none at all is 400. */
export function pageSizeOf(call: OperationCall, byDefault: number): number {
  const value = call.query['pageSize']?.at(-1) || '0';
  const size = /^-?\d+$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(size) || size < 0) throw invalidArgument(`Invalid value at 'page_size' (TYPE_INT32), "${value}"`);
  return size === 0 ? byDefault : size;
}

function readToken(token: string, request: string): string {
  try {
    const [made, after] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, string];
    if (made === request) return after;
  } catch {
    // falls through: none of ours
  }
  throw invalidArgument('Invalid page token.');
}

function fingerprint({ path, query }: OperationCall): string {
  const kept = Object.entries(query).filter(([name]) => !VARYING.has(name));
  return createHash('sha1')
    .update(JSON.stringify([path, kept.sort()]))
    .digest('base64url')
    .slice(0, 12);
}

function invalidArgument(message: string): ApiError {
  return new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message });
}
