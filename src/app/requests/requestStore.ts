import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import { advance, decodeEntry, encodeEntry, openRequestLimit, type RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed } from '../../core/approvals/RequestState';
import { claimKey, listClaims } from '../approvals/claims';
import { noteKey } from '../approvals/officerNotes';
import { describeEntry } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';

const prefix = 'request.';
/** Closed requests of people stay listed this many; older ones are in the ledger and the workbook's Requests tab. */
export const closedRequestsKept = 100;

export const getRequest = (env: Environment, id: string): Result<RequestEntry> => {
  const text = env.authority.get(prefix + id);
  const entry = text === undefined ? undefined : decodeEntry(id, text);
  return entry === undefined ? fail(problem('request.notFound', { request: id })) : ok(entry);
};

/** All requests that are listed, newest first, from one read of the store (`all`) when it is at hand. */
export const listEntries = (env: Environment, all: Readonly<Record<string, string>> = env.authority.all()): RequestEntry[] =>
  Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => decodeEntry(key.slice(prefix.length), all[key] ?? ''))
    .filter((entry): entry is RequestEntry => entry !== undefined)
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));

/** Forgets a request; the audit keeps what it said of it. */
export const dropRequestEntry = (env: Environment, id: string): void => env.authority.delete(prefix + id);

const endable: readonly RequestEntry['state'][] = ['preparing', 'prepared', 'waiting'];

/** What the audit tells of a change of state besides the request itself: whose doing it was, and what else is to be known. */
export interface Told {
  readonly by?: string;
  readonly details?: string;
}

/** B11: a request in its new state and the event that tells of it, as script properties for one write. */
const inState = (env: Environment, entry: RequestEntry, { by, details }: Told = {}): Readonly<Record<string, string>> => ({
  ...eventOf(env, {
    what: `request.${entry.state}`,
    subject: entry.id,
    details: [describeEntry(entry), ...(details === undefined ? [] : [details])].join(' '),
    ...(by === undefined ? {} : { by }),
  }),
  [prefix + entry.id]: encodeEntry(entry),
});

/** S47: what nobody sent or decided about in time ends. Call it under the script lock. */
export const expireDue = (env: Environment): void => {
  for (const entry of listEntries(env)) {
    if (entry.expiresAt > env.now() || !endable.includes(entry.state)) continue;
    const expired = advance(entry, 'expired', env.now());
    if (!expired.ok) continue;
    // Nobody did it: the time came.
    const stored = env.authority.setAll(inState(env, expired.value, { by: '' }));
    if (stored.ok) env.authority.delete(noteKey(entry.id));
  }
};

/** Stores a new request. Refuses when too many are open; forgets the oldest closed ones beyond what is listed. */
export const addRequest = (env: Environment, entry: RequestEntry): Result<RequestEntry> =>
  env.locked(() => {
    expireDue(env);
    const all = env.authority.all();
    const entries = listEntries(env, all);
    const open = entries.filter((one) => !isClosed(one.state)).length;
    if (open >= openRequestLimit) return fail(problem('request.tooManyOpen', { limit: openRequestLimit }));
    // What nights left goes with its rows (`dropNightsBefore`), for which only the operator can look.
    for (const old of entries.filter((one) => isClosed(one.state) && one.night !== true).slice(closedRequestsKept - 1)) {
      env.authority.delete(prefix + old.id);
      for (const { officerId } of listClaims(env, all, old.id)) env.authority.delete(claimKey(old.id, officerId));
    }
    const stored = env.authority.setAll(inState(env, entry));
    return stored.ok ? ok(entry) : stored;
  });

/**
 * Changes a request under the script lock: `decide` sees what is stored now. `along`: script properties stored in the same write. Every
 * change of its state is an event of the audit, in that write too; `told` is what it says besides.
 */
export const changeRequest = (
  env: Environment,
  id: string,
  decide: (entry: RequestEntry) => Result<RequestEntry>,
  along: (entry: RequestEntry) => Readonly<Record<string, string>> = () => ({}),
  told?: (entry: RequestEntry) => Told,
): Result<RequestEntry> =>
  env.locked(() => {
    const current = getRequest(env, id);
    if (!current.ok) return current;
    const next = decide(current.value);
    if (!next.ok) return next;
    const isSame = next.value.state === current.value.state;
    const changed = isSame ? { [prefix + id]: encodeEntry(next.value) } : inState(env, next.value, told?.(next.value));
    const stored = env.authority.setAll({ ...along(next.value), ...changed });
    if (stored.ok && isClosed(next.value.state)) env.authority.delete(noteKey(id));
    return stored.ok ? next : stored;
  });
