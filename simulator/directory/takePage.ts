import { createHash } from 'node:crypto';
import type { OperationCall } from '../network/Operation';
import { invalidInput, listingTimedOut } from './directoryErrors';
import { LISTING_TIME, PAGE_TOKEN_LIFETIME } from './limits';
import { textOf } from './readParameters';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

interface Place {
  /** Id of the last item given out. */
  readonly after: string;
  /** How many came before, for when that item is gone. */
  readonly count: number;
  readonly issuedAt: number;
  /** When the first page was given out. */
  readonly startedAt: number;
  readonly request: string;
}

/** Parameters that may differ from page to page. */
const VARYING: ReadonlySet<string> = new Set(['pageToken', 'maxResults', 'fields', 'prettyPrint']);

/**
 * The page that the call asks for. A token holds only for the same parameters and three days; a listing that takes longer
 * than an hour ends in 503 however often it is tried.
 */
export function takePage<T>(call: OperationCall, all: readonly T[], size: number, idOf: (item: T) => string): Page<T> {
  const token = textOf(call, 'pageToken');
  const request = fingerprint(call);
  const from = token === undefined ? undefined : readToken(token, request, call.now);
  const start = from === undefined ? 0 : startOf(all, from, idOf);
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + items.length >= all.length) return { items };
  const place: Place = {
    after: idOf(last),
    count: start + items.length,
    issuedAt: call.now,
    startedAt: from?.startedAt ?? call.now,
    request,
  };
  return { items, nextPageToken: Buffer.from(JSON.stringify(place)).toString('base64url') };
}

/** What changed between two pages moves the rest: the list goes on after the last item given out. */
function startOf<T>(all: readonly T[], place: Place, idOf: (item: T) => string): number {
  const at = all.findIndex((item) => idOf(item) === place.after);
  return at < 0 ? place.count : at + 1;
}

function readToken(token: string, request: string, now: number): Place {
  let place: Place | undefined;
  try {
    place = JSON.parse(Buffer.from(token, 'base64url').toString()) as Place;
  } catch {
    place = undefined;
  }
  if (place?.request !== request || now - place.issuedAt > PAGE_TOKEN_LIFETIME) throw invalidInput('pageToken');
  if (now - place.startedAt > LISTING_TIME) throw listingTimedOut();
  return place;
}

function fingerprint(call: OperationCall): string {
  const kept = Object.entries(call.query).filter(([name]) => !VARYING.has(name));
  const subject = JSON.stringify([call.caller?.userId, call.path, kept.sort()]);
  return createHash('sha1').update(subject).digest('base64url').slice(0, 12);
}

/** An entity tag that changes with the content, quoted as Google's are. */
export function etagOf(content: object): string {
  return `"${createHash('sha1').update(JSON.stringify(content)).digest('base64url')}"`;
}
