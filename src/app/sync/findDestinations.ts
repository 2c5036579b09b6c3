import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { resolveTargets } from '../../core/directory/resolveTargets';
import { compareDestinations, toLookUp, type DestinationChanges, type KnownDestinations } from '../../core/sync/compareDestinations';
import { readSelectors } from '../../core/sync/readSelectors';
import type { Sync } from '../../core/sync/Sync';
import { observeInSlices } from '../bridge/observeInSlices';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import { observeSelection, observeUsers } from '../targets/observeSelection';

/** Who is there of these, by id; undefined for a deleted account. */
const lookUp = (env: Environment, userIds: readonly string[]): Result<ReadonlyMap<string, DirectoryUser | undefined>> => {
  const found = userIds.length === 0 ? ok([]) : doTask(env, () => observeUsers(userIds));
  if (!found.ok) return found;
  const users = new Map(found.value.map((user) => [user.id, user]));
  return ok(new Map(userIds.map((id) => [id, users.get(id)])));
};

/** B12: the destinations of a sync as they are now, beside those of its last run; over several executions when it must. */
export const findDestinations = (
  env: Environment,
  ledger: Tables,
  sync: Sync,
  known: KnownDestinations,
  /** Groups and units may read empty, or be gone: officers are asked about it. */
  lifted: boolean,
): Result<DestinationChanges> => {
  const listings = observeInSlices(env, ledger, `listing.${sync.id}`, () => observeSelection(sync.destinations));
  if (!listings.ok) return listings;
  const sourceId = sync.source.kind === 'personal' ? sync.source.userId : undefined;
  const resolution = resolveTargets(sync.destinations, listings.value, sourceId);
  const lookedUp = lookUp(env, toLookUp(known, resolution));
  if (!lookedUp.ok) return lookedUp;
  const readings = readSelectors(sync.destinations, listings.value);
  const accepted = lifted ? readings.map(({ key }) => key) : [];
  return ok(compareDestinations(known, resolution, readings, lookedUp.value, sync, accepted));
};

/** Of a sync that is deleted with what it delivered: everybody who may have something of it leaves. */
export const findEverybody = (env: Environment, known: KnownDestinations): Result<DestinationChanges> => {
  const lookedUp = lookUp(env, known.userIds);
  if (!lookedUp.ok) return lookedUp;
  const none = { targets: [], problems: [] };
  return ok(compareDestinations(known, none, [], lookedUp.value, { suspended: 'skip' }));
};
