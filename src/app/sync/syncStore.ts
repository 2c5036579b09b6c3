import { compareText } from '../../core/base/compareText';
import { sha256Hex } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeStandingApproval, type StandingApproval } from '../../core/sync/StandingApproval';
import { decodeSync } from '../../core/sync/decodeSync';
import type { Sync } from '../../core/sync/Sync';
import { decodeSyncEntry, encodeSyncEntry, type SyncEntry } from '../../core/sync/SyncEntry';
import { decodeSyncLedger, type SyncLedger } from '../../core/sync/SyncLedger';
import type { Environment, Tables } from '../Environment';
import { getDocument, putDocument, removeDocuments } from '../records/ledgerDocuments';

const prefix = 'sync.';
export const syncKey = (id: string): string => prefix + id;

export const getSync = (env: Environment, id: string): Result<SyncEntry> => {
  const entry = decodeSyncEntry(id, env.authority.get(syncKey(id)));
  return entry === undefined ? fail(problem('sync.notFound', { sync: id })) : ok(entry);
};

/** By name. */
export const listSyncs = (env: Environment, all: Readonly<Record<string, string>> = env.authority.all()): SyncEntry[] =>
  Object.keys(all)
    .flatMap((key) => (key.startsWith(prefix) ? (decodeSyncEntry(key.slice(prefix.length), all[key]) ?? []) : []))
    .sort((one, other) => compareText(one.name.toLowerCase(), other.name.toLowerCase()));

/** Changes a sync under the script lock; `decide` sees what is stored now. */
export const changeSync = (env: Environment, id: string, decide: (entry: SyncEntry) => Result<SyncEntry>): Result<SyncEntry> =>
  env.locked(() => {
    const current = getSync(env, id);
    const next = current.ok ? decide(current.value) : current;
    if (!next.ok) return next;
    const stored = env.authority.set(syncKey(id), encodeSyncEntry(next.value));
    return stored.ok ? next : stored;
  });

const ids = {
  definition: (id: string) => `sync.${id}`,
  standing: (id: string) => `standing.${id}`,
  ledger: (id: string) => `syncState.${id}`,
};

/** The definition in the ledger, when it is the one under the entry's digest. */
export const readDefinition = (ledger: Tables, entry: SyncEntry): Result<Sync> => {
  const text = getDocument(ledger, ids.definition(entry.id));
  const sync = text === undefined || sha256Hex(text) !== entry.definition ? undefined : decodeSync(text);
  return sync?.source === undefined ? fail(problem('sync.definitionLost', { name: entry.name })) : ok(sync as Sync);
};

/** Its text's digest. */
export const putDefinition = (ledger: Tables, sync: Sync): string => {
  const text = JSON.stringify(sync);
  putDocument(ledger, ids.definition(sync.id), text);
  return sha256Hex(text);
};

/** What the officers approved for all nights; undefined when there is none, or it is not what they approved. */
export const readStanding = (ledger: Tables, entry: SyncEntry): StandingApproval | undefined => {
  const text = getDocument(ledger, ids.standing(entry.id));
  return text === undefined || sha256Hex(text) !== entry.approval ? undefined : decodeStandingApproval(text);
};

export const putStanding = (ledger: Tables, standing: StandingApproval): string => {
  const text = JSON.stringify(standing);
  putDocument(ledger, ids.standing(standing.syncId), text);
  return sha256Hex(text);
};

export const readSyncLedger = (ledger: Tables, id: string): SyncLedger => decodeSyncLedger(getDocument(ledger, ids.ledger(id)));

export const putSyncLedger = (ledger: Tables, id: string, state: SyncLedger): void =>
  putDocument(ledger, ids.ledger(id), JSON.stringify(state));

/** What stands in the property of a sync that somebody deleted, until the operator has cleared the ledger of it: no entry. */
const deleted = 'deleted';

/** There is no such sync any more, for anybody. */
export const markDeleted = (env: Environment, id: string): Result<void> => env.authority.set(syncKey(id), deleted);

export const deletedSyncs = (all: Readonly<Record<string, string>>): string[] =>
  Object.keys(all).flatMap((key) => (key.startsWith(prefix) && all[key] === deleted ? [key.slice(prefix.length)] : []));

/** Forgets a sync; requests and audit keep what it did. */
export const removeSync = (env: Environment, ledger: Tables, id: string): void => {
  env.authority.delete(syncKey(id));
  removeDocuments(ledger, ...Object.values(ids).map((document) => document(id)));
};
