import { createHash } from 'node:crypto';
import { invalidArgument } from './chatErrors';
import { type ChatCall, textOf } from './chatOperation';
import { PAGE } from './limits';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

/** The page that the call asks for. A token holds for the same parameters; Google only says that others give unexpected results. */
export function takePage<T>(chat: ChatCall, all: readonly T[], idOf: (item: T) => string): Page<T> {
  const request = fingerprint(chat);
  const token = textOf(chat, 'pageToken');
  const after = token === undefined ? undefined : readToken(token, request);
  const start = after === undefined ? 0 : all.findIndex((item) => idOf(item) === after) + 1;
  const items = all.slice(start, start + pageSize(chat));
  const last = items.at(-1);
  if (last === undefined || start + items.length >= all.length) return { items };
  return { items, nextPageToken: Buffer.from(JSON.stringify([request, idOf(last)])).toString('base64url') };
}

function pageSize(chat: ChatCall): number {
  const value = textOf(chat, 'pageSize') ?? '0';
  const size = /^-?\d+$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(size) || size < 0) throw invalidArgument(`Invalid value at 'page_size' (TYPE_INT32), "${value}"`);
  return size === 0 ? PAGE.default : Math.min(size, PAGE.most);
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

function fingerprint({ call }: ChatCall): string {
  const kept = Object.entries(call.query).filter(([name]) => !['pageToken', 'pageSize', 'fields', 'prettyPrint'].includes(name));
  return createHash('sha1')
    .update(JSON.stringify([call.path, kept.sort()]))
    .digest('base64url')
    .slice(0, 12);
}
