import { isRisky } from '../../core/sync/isRisky';
import { standsAlone } from '../../core/sync/SyncContactsAction';
import { isSync } from '../../core/workflows/Action';
import type { Intent } from '../../core/workflows/Intent';
import { readPolicy } from '../approvals/policyStore';
import type { Environment, Tables } from '../Environment';
import { readSyncLedger } from './syncStore';

/**
 * Whether the settings of this moment let a sync through without an officer: its definition (`save`), or the runs that rest on it
 * (`runs`). What a guard or a cap held, and a removal, never are (docs/decisions/0019).
 */
export const isLetThrough = (
  env: Environment,
  ledger: Tables,
  { actions, requesterId }: Pick<Intent, 'actions' | 'requesterId'>,
  what: 'save' | 'runs',
): boolean => {
  const { decidedSyncs, delegates } = readPolicy(env);
  const [bound, ...others] = actions;
  if (decidedSyncs !== 'risky' || bound === undefined || !isSync(bound) || others.length > 0) return false;
  if (what === 'save' ? bound.purpose !== 'save' : !standsAlone(bound.purpose)) return false;
  if (delegates.some(({ userId }) => userId === requesterId)) return false;
  const destinations = readSyncLedger(ledger, bound.sync.id).userIds.length + bound.growth - bound.shrinkage;
  return !isRisky(bound, requesterId, destinations);
};
