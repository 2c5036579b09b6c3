import type { DirectoryUser } from '../directory/DirectoryUser';
import { isActive } from '../directory/isActive';
import type { TargetResolution } from '../directory/resolveTargets';
import type { SelectorReading } from './readSelectors';
import type { Sync } from './Sync';

/** The destinations as the last run left them. */
export interface KnownDestinations {
  /** Directory ids of those that hold, or may hold, something of the sync. */
  readonly userIds: readonly string[];
  /** Users behind each selector, by its key. */
  readonly users: Readonly<Record<string, number>>;
}

export const noDestinations: KnownDestinations = { userIds: [], users: {} };

/** A selector that stops the sync: what it named is not known. `was`: how many users it named. */
export interface LostSelector extends SelectorReading {
  readonly was: number;
}

/** B12: how the destinations moved since the last run, by immutable id. */
export interface DestinationChanges {
  readonly joiners: readonly DirectoryUser[];
  readonly stayers: readonly DirectoryUser[];
  /** Suspended or archived: nobody reaches their contacts, so nothing is done there until they are restored. */
  readonly skipped: readonly DirectoryUser[];
  /** Active users that are no destination any more. */
  readonly leavers: readonly DirectoryUser[];
  /** Leavers that nobody reaches until they are restored: they stay known, and are judged when it is their turn. */
  readonly waiting: readonly DirectoryUser[];
  /** Deleted accounts. */
  readonly gone: readonly string[];
  /** Destinations of which nobody knows whether they left: they are neither written nor emptied. */
  readonly unclear: readonly string[];
  readonly lost: readonly LostSelector[];
  /** For the next run, once this one is over. */
  readonly users: Readonly<Record<string, number>>;
}

/** Destinations of before that are none now, and have to be looked up by id: did they leave, or is the account gone? */
export const toLookUp = (known: KnownDestinations, resolution: TargetResolution): string[] => {
  const now = new Set(resolution.targets.map(({ user }) => user.id));
  return known.userIds.filter((id) => !now.has(id));
};

const lostSelectors = (known: KnownDestinations, readings: readonly SelectorReading[], accepted: readonly string[]): LostSelector[] =>
  readings
    .map((reading): LostSelector => ({ ...reading, was: known.users[reading.key] ?? 0 }))
    .filter(({ key, users, was, isGone }) => (isGone || (users === 0 && was > 0)) && !accepted.includes(key));

/**
 * The destinations now beside those of the last run. Everything comes from complete readings. While a group or a unit reads empty or is
 * gone nobody is a leaver: its members did not leave. `lookedUp`: who `toLookUp` names, undefined for a deleted account; who is not in it
 * could not be looked up. `accepted`: keys of selectors of which a request says that they are empty by intent.
 */
export const compareDestinations = (
  known: KnownDestinations,
  resolution: TargetResolution,
  readings: readonly SelectorReading[],
  lookedUp: ReadonlyMap<string, DirectoryUser | undefined>,
  sync: Pick<Sync, 'suspended'>,
  accepted: readonly string[] = [],
): DestinationChanges => {
  const before = new Set(known.userIds);
  const active = resolution.targets.filter(({ suspended }) => !suspended).map(({ user }) => user);
  const suspended = resolution.targets.filter((one) => one.suspended).map(({ user }) => user);
  const lost = lostSelectors(known, readings, accepted);
  const missing = toLookUp(known, resolution);
  const found = missing.flatMap((id) => lookedUp.get(id) ?? []);
  const isKnown = lost.length === 0;
  const suspendedLeavers = sync.suspended === 'remove' ? suspended.filter(({ id }) => before.has(id)) : [];
  return {
    joiners: active.filter(({ id }) => !before.has(id)),
    stayers: active.filter(({ id }) => before.has(id)),
    skipped: sync.suspended === 'skip' ? suspended : [],
    leavers: isKnown ? found.filter(isActive) : [],
    waiting: [...suspendedLeavers, ...(isKnown ? found.filter((user) => !isActive(user)) : [])],
    gone: missing.filter((id) => lookedUp.has(id) && lookedUp.get(id) === undefined),
    unclear: missing.filter((id) => !lookedUp.has(id) || (!isKnown && lookedUp.get(id) !== undefined)),
    lost,
    users: Object.fromEntries(readings.map(({ key, users }) => [key, users])),
  };
};
