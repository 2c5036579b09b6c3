import type { SyncFlow } from '../../core/sync/findCycle';
import { targetNameOf, type Sync } from '../../core/sync/Sync';
import type { Environment, Tables } from '../Environment';
import { listSyncs, readDefinition, readSyncLedger } from './syncStore';

/** A sync as contacts flow through it. */
export const flowOf = (sync: Sync, groupName: string, userIds: readonly string[], deliveredBy: readonly string[]): SyncFlow => {
  const { id, name, source, myContacts } = sync;
  return {
    id,
    name,
    ...(source.kind === 'directory' ? {} : { reads: { userId: source.userId, email: source.email, group: source.group, deliveredBy } }),
    writes: { userIds: new Set(userIds), groupName, myContacts },
  };
};

/** B13: all other syncs, with the destinations that they had last. Only those that read an account can be fed by another. */
export const flowsBeside = (env: Environment, ledger: Tables, syncId: string): SyncFlow[] =>
  listSyncs(env)
    .filter(({ id, type }) => id !== syncId && type === 'personal')
    .flatMap((entry) => {
      const sync = readDefinition(ledger, entry);
      if (!sync.ok) return [];
      return [flowOf(sync.value, targetNameOf(sync.value), readSyncLedger(ledger, entry.id).userIds, [])];
    });
