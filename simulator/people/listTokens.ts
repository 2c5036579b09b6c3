import type { OperationCall } from '../network/Operation';
import type { ContactBook, Listing } from './ContactBook';
import { limits } from './limits';
import { invalidArgument, syncTokenExpired } from './peopleErrors';
import type { PeopleSettings } from './PeopleSettings';

/** How many listings of one user can be under way: an older one's page tokens are refused. */
const LISTINGS = 4;

export interface SyncToken {
  /** When the full listing began, ms. */
  readonly fullAt: number;
  /** Up to where the next incremental listing is complete, ms. */
  readonly seenUntil: number;
}

interface PageToken {
  readonly listing: string;
  readonly offset: number;
}

/** The page of a listing that a call asks for. `begin` gives the entries of a new one. */
export function pageOf(
  book: ContactBook,
  call: OperationCall,
  names: readonly string[],
  pageSize: number,
  begin: () => readonly string[],
): { readonly listing: Listing; readonly resourceNames: readonly string[]; readonly nextPageToken: string | undefined } {
  const given = call.query['pageToken']?.at(-1);
  const parameters = parametersOf(call, names, ['pageToken']);
  if (given === undefined || given === '') {
    const listing: Listing = { resourceNames: begin(), startedAt: call.now };
    const nextPageToken =
      listing.resourceNames.length > pageSize ? seal({ listing: keep(book, listing), offset: pageSize }, parameters) : undefined;
    return { listing, resourceNames: listing.resourceNames.slice(0, pageSize), nextPageToken };
  }
  const token = unseal<PageToken>(given, parameters, 'page');
  const listing = book.listings.get(token.listing);
  if (listing === undefined) throw invalidArgument('Invalid page token.');
  const end = token.offset + pageSize;
  const more = end < listing.resourceNames.length;
  return {
    listing,
    resourceNames: listing.resourceNames.slice(token.offset, end),
    nextPageToken: more ? seal({ listing: token.listing, offset: end }, parameters) : undefined,
  };
}

/** The sync token that a call carries, checked. */
export function syncTokenOf(call: OperationCall, names: readonly string[]): SyncToken | undefined {
  const given = call.query['syncToken']?.at(-1);
  if (given === undefined || given === '') return undefined;
  const token = unseal<SyncToken>(given, parametersOf(call, names, SYNC_IGNORES), 'sync');
  if (call.now - token.fullAt > limits.syncTokenMs) throw syncTokenExpired();
  return token;
}

/** The token for the last page of a listing. */
export function nextSyncToken(
  call: OperationCall,
  names: readonly string[],
  before: SyncToken | undefined,
  startedAt: number,
  settings: PeopleSettings,
): string {
  const token: SyncToken = {
    fullAt: before === undefined || settings.syncTokenRenews ? startedAt : before.fullAt,
    seenUntil: startedAt - settings.syncLagMs,
  };
  return seal(token, parametersOf(call, names, SYNC_IGNORES));
}

const SYNC_IGNORES = ['pageToken', 'syncToken', 'requestSyncToken'];

function keep(book: ContactBook, listing: Listing): string {
  const id = book.newListingId();
  book.listings.set(id, listing);
  for (const old of [...book.listings.keys()].slice(0, -LISTINGS)) book.listings.delete(old);
  return id;
}

/** The parameters that a token is bound to: "all other request parameters must match the first call". */
function parametersOf(call: OperationCall, names: readonly string[], without: readonly string[]): string {
  const bound = names.filter((name) => !without.includes(name)).map((name) => [name, call.query[name] ?? []]);
  return JSON.stringify([call.caller?.userId, bound]);
}

function seal(token: object, parameters: string): string {
  return Buffer.from(JSON.stringify({ token, parameters })).toString('base64url');
}

function unseal<T>(text: string, parameters: string, kind: 'page' | 'sync'): T {
  let sealed: { token?: T; parameters?: string };
  try {
    sealed = JSON.parse(Buffer.from(text, 'base64url').toString()) as typeof sealed;
  } catch {
    throw invalidArgument(`Invalid ${kind} token.`);
  }
  if (sealed.token === undefined) throw invalidArgument(`Invalid ${kind} token.`);
  if (sealed.parameters !== parameters)
    throw invalidArgument(`Request parameters must match the first call that provided the ${kind} token.`);
  return sealed.token;
}
