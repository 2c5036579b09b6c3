import { needsRisk } from '../../core/approvals/Policy';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { isRisky } from '../../core/sync/isRisky';
import { standsAlone } from '../../core/sync/SyncContactsAction';
import { isImport, isSync } from '../../core/workflows/Action';
import type { Intent } from '../../core/workflows/Intent';
import type { Environment, Tables } from '../Environment';
import { findRisks } from '../imports/findRisks';
import { readSyncLedger } from '../sync/syncStore';
import { readPolicy } from './policyStore';

/**
 * Whether the settings of this moment let a request through without an officer: an import, a sync's definition (`itself`), or the runs
 * that rest on one (`runs`). What a guard or a cap held, and a removal, never are (docs/decisions/0019). `users`: its targets as they are
 * now, as far as they were looked up.
 */
export const checkLetThrough = (
  env: Environment,
  ledger: Tables,
  intent: Pick<Intent, 'requestId' | 'actions' | 'requesterId'>,
  what: 'itself' | 'runs',
  users: readonly DirectoryUser[] = [],
): Result<void> => {
  const { actions, requesterId } = intent;
  const refused = fail(problem('request.officerNeeded'));
  const policy = readPolicy(env);
  const [bound, ...others] = actions;
  if (bound === undefined || others.length > 0) return refused;
  if (isImport(bound)) {
    if (!needsRisk(policy, 'imports', requesterId)) return refused;
    const risks = findRisks(env, ledger, intent, bound, users);
    if (!risks.ok) return risks;
    return risks.value.size === 0 ? ok(undefined) : refused;
  }
  if (!isSync(bound) || !needsRisk(policy, 'syncs', requesterId)) return refused;
  if (what === 'itself' ? bound.purpose !== 'save' : !standsAlone(bound.purpose)) return refused;
  const destinations = readSyncLedger(ledger, bound.sync.id).userIds.length + bound.growth - bound.shrinkage;
  return isRisky(bound, requesterId, destinations) ? refused : ok(undefined);
};
