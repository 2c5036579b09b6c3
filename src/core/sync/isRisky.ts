import type { NightCounts } from './NightCounts';
import { privateDetails, usualGuard, type Sync } from './Sync';
import type { SyncContactsAction } from './SyncContactsAction';

/** More destinations are many: our own measure. */
export const manyDestinations = 100;

/** It hands out more than its requester's own contacts, or what everybody finds in the directory. */
const disclosesMore = ({ source, leaveOut }: Sync, requesterId: string): boolean =>
  source.kind === 'personal'
    ? source.userId !== requesterId
    : source.includeHidden === true || !privateDetails.every((one) => leaveOut.includes(one));

const reachesMany = ({ destinations }: Sync, count: number): boolean =>
  count > manyDestinations || destinations.selectors.some(({ kind, label }) => kind === 'domain' || (kind === 'orgUnit' && label === '/'));

/**
 * Whether a sync needs an officer whatever the settings say: without one it leads to no copy of another person's contacts, to no deletion
 * but those that follow its source, and past no guard. `destinations`: how many it has once it ran. Delegates are told apart by the caller.
 */
export const isRisky = (
  { purpose, sync, counts }: Pick<SyncContactsAction, 'purpose' | 'sync'> & { readonly counts: Pick<NightCounts, 'deletes'> },
  requesterId: string,
  destinations: number,
): boolean =>
  (purpose === 'save' && counts.deletes > 0) ||
  disclosesMore(sync, requesterId) ||
  reachesMany(sync, destinations) ||
  sync.existingContacts === 'adopt' ||
  sync.guard.share > usualGuard.share ||
  sync.guard.contacts > usualGuard.contacts;
