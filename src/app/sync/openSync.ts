import { ok, type Result } from '../../core/base/Result';
import { guardsLifted } from '../../core/sync/judgeDeletions';
import { memoryOf } from '../../core/sync/SyncLedger';
import { standsAlone, type SyncContactsAction } from '../../core/sync/SyncContactsAction';
import type { SyncRun } from '../apply/syncToTarget';
import type { Environment, Tables } from '../Environment';
import type { ReadSource } from '../requests/observeSources';
import { doTask } from '../runs/doTask';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { Installation } from '../setUp/Installation';
import { syncDeeds } from '../undo/syncDeeds';
import { observeSyncSource } from './observeSyncSource';
import { listSyncs, readSyncLedger } from './syncStore';

interface SyncRunWork {
  readonly env: Environment;
  readonly installation: Installation;
  readonly ledger: Tables;
}

/**
 * What preview, page and run work with, the source read just now: the same for all, so that in an unchanged world they plan the same.
 * `lookUp`: counts what a directory is looked up by.
 */
export const openSync = (
  { env, installation, ledger }: SyncRunWork,
  { sync, groupName, leavers, purpose, undoes }: SyncContactsAction,
  targets: number,
  lookUp = env,
): Result<{ readonly run: SyncRun; readonly source: ReadSource }> => {
  const delegation = { serviceAccount: installation.serviceAccount, now: env.now };
  const deeds = undoes === undefined ? ok(undefined) : syncDeeds(ledger, undoes);
  if (!deeds.ok) return deeds;
  const reader = sync.source.kind === 'directory' ? lookUp : env;
  const source = doTask(reader, () => observeSyncSource(delegation, sync, purpose));
  if (!source.ok) return source;
  const run: SyncRun = {
    delegation,
    work: {
      // Of what officers decide about they see how much goes; a night has nobody who looks.
      sync: standsAlone(purpose) ? sync : { ...sync, guard: guardsLifted },
      snapshot: source.value,
      groupName,
      otherSyncs: new Set(listSyncs(env).flatMap(({ id }) => (id === sync.id ? [] : [id]))),
    },
    ...(deeds.value === undefined ? {} : { deeds: deeds.value }),
    leavers: new Set(leavers),
    memoryOf: memoryOf(readSyncLedger(ledger, sync.id)),
    targets,
    quotas: configuredQuotas(env),
  };
  return ok({ run, source: source.value });
};
