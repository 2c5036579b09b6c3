import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { guardsLifted } from '../../core/sync/judgeDeletions';
import { memoryOf } from '../../core/sync/SyncLedger';
import { standsAlone, type SyncContactsAction } from '../../core/sync/SyncContactsAction';
import type { SyncRun } from '../apply/syncToTarget';
import type { Environment, Tables } from '../Environment';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { Installation } from '../setUp/Installation';
import { listSyncs, readSyncLedger } from './syncStore';

/** What preview and run work with: the same for both, so that in an unchanged world they plan the same. */
export const syncRun = (
  { env, installation, ledger }: { readonly env: Environment; readonly installation: Installation; readonly ledger: Tables },
  { sync, groupName, leavers, purpose }: SyncContactsAction,
  snapshot: SourceSnapshot,
  targets: number,
): SyncRun => ({
  delegation: { serviceAccount: installation.serviceAccount, now: env.now },
  work: {
    // Of what officers decide about they see how much goes; a night has nobody who looks.
    sync: standsAlone(purpose) ? sync : { ...sync, guard: guardsLifted },
    snapshot,
    groupName,
    otherSyncs: new Set(listSyncs(env).flatMap(({ id }) => (id === sync.id ? [] : [id]))),
  },
  leavers: new Set(leavers),
  memoryOf: memoryOf(readSyncLedger(ledger, sync.id)),
  targets,
  quotas: configuredQuotas(env),
});
