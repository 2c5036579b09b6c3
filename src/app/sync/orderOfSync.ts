import { compareText } from '../../core/base/compareText';
import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { compareSources } from '../../core/runs/compareSources';
import { judgeNight } from '../../core/sync/judgeNight';
import { standingCaps, standingLifetime } from '../../core/sync/standingCaps';
import type { Sync } from '../../core/sync/Sync';
import { isSameSource, type SyncLedger } from '../../core/sync/SyncLedger';
import { standsAlone, type SyncContactsAction, type SyncPurpose } from '../../core/sync/SyncContactsAction';
import type { WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import type { Environment, Tables } from '../Environment';
import { recordOf, type ReadSource } from '../requests/observeSources';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { findDestinations, findEverybody } from './findDestinations';
import { nameSync } from './nameSync';
import { observeSyncSource } from './observeSyncSource';
import { readSyncLedger } from './syncStore';

/** A run of a sync as it is asked for. */
export interface AskedSync {
  readonly purpose: SyncPurpose;
  readonly sync: Sync;
  readonly revision: number;
  /** Local date of the night that it is; blank: none. */
  readonly night: string;
  readonly checksDrift: boolean;
  readonly later?: true;
  /** What becomes of the contacts at destinations that an edit takes out; absent: as with leavers. */
  readonly takenOut?: Sync['leavers'];
}

export interface SyncOrder {
  readonly order: WorkflowOrder;
  /** The order's one action. */
  readonly action: SyncContactsAction;
  /** What is remembered of the runs so far. */
  readonly before: SyncLedger;
  /** Of the targets now. */
  readonly addresses: readonly (readonly [userId: string, email: string])[];
  /** B5: why the night must not begin; only of what nobody decides about. */
  readonly problems: readonly Problem[];
  readonly source: ReadSource;
  readonly deliveredBy: readonly string[];
  /** Destinations, as far as they can be reached. */
  readonly userIds: readonly string[];
}

const idsOf = (users: readonly DirectoryUser[]): string[] => users.map(({ id }) => id).sort(compareText);

/**
 * Reads source and destinations of a sync, once for all of them, and names whom a run has to visit. Where nothing changed that is nobody,
 * and no target costs a call.
 */
export const orderOfSync = (env: Environment, installation: Installation, ledger: Tables, asked: AskedSync): Result<SyncOrder> => {
  const { purpose, revision, night, checksDrift, later } = asked;
  const before = readSyncLedger(ledger, asked.sync.id);
  const lifted = !standsAlone(purpose);
  const delegation = { serviceAccount: installation.serviceAccount, now: env.now };
  const found = purpose === 'remove' ? findEverybody(env, before) : findDestinations(env, ledger, asked.sync, before, lifted);
  if (!found.ok) return found;
  const source = doTask(env, () => observeSyncSource(delegation, asked.sync, purpose));
  if (!source.ok) return source;
  const named = purpose === 'save' ? doTask(env, () => nameSync(asked.sync, source.value)) : ok(asked.sync);
  if (!named.ok) return named;
  const sync = named.value;
  const { joiners, stayers, leavers, waiting, gone, users, skipped } = found.value;
  const contacts = purpose === 'remove' ? 'remove' : (asked.takenOut ?? sync.leavers);
  const owed = new Set(before.takenOut);
  const loses = ({ id }: DirectoryUser): boolean => contacts === 'remove' || owed.has(id);
  const losing = leavers.filter(loses);
  const left = [...leavers, ...waiting];
  const index = recordOf(source.value).index;
  const difference = compareSources(before.source?.index ?? [], index);
  const facts = {
    before: before.source?.index.length,
    now: index.length,
    removed: difference.removed,
    destinations: before.userIds.length,
    changes: { ...found.value, leavers: leavers.filter(({ id }) => !owed.has(id)) },
  };
  const isSame = isSameSource(before.source, source.value) && revision === before.revision;
  const late = new Set(before.behind);
  const staying = checksDrift || !isSame ? stayers : stayers.filter(({ id }) => late.has(id));
  const visited: DirectoryUser[] = [...joiners, ...staying, ...losing];
  const forgotten = [...gone, ...idsOf(left.filter((one) => !loses(one)))].sort(compareText);
  const action: SyncContactsAction = {
    kind: 'syncContacts',
    purpose,
    sync,
    revision,
    groupName: source.value.groupName,
    leavers: idsOf(losing),
    night,
    checksDrift,
    users,
    forgotten,
    growth: joiners.length,
    // Who waits to be reached is counted once, when it is their turn: else those of a year hold every night.
    shrinkage: forgotten.length + losing.length,
    ...(purpose !== 'save'
      ? {}
      : {
          standing: {
            caps: standingCaps(index.length, joiners.length + stayers.length + skipped.length),
            until: env.now() + standingLifetime,
          },
        }),
    ...(purpose === 'save' && left.length > 0 ? { takenOut: { contacts, userIds: idsOf(left) } } : {}),
    ...(later === undefined ? {} : { later }),
  };
  return ok({
    action,
    before,
    order: {
      workflow: { name: sync.name, type: 'modify', description: sync.description },
      targetIds: idsOf(visited),
      actions: [action],
    },
    addresses: visited.map(({ id, primaryEmail }) => [id, primaryEmail] as const),
    problems: lifted ? [] : judgeNight(sync, facts),
    source: source.value,
    deliveredBy: source.value.deliveredBy,
    userIds: [...joiners, ...stayers].map(({ id }) => id),
  });
};
