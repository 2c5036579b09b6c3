import { problem } from '../src/core/base/Problem';
import { syncLimit } from '../src/core/sync/SyncEntry';
import { appendRows, copySyncs, fileCalled, nameOf, syncIdOf } from './copySyncs';
import type { SyncPlace } from './makeSyncPlace';

/** Destinations of the first copy; their rows lie between those of others, as in a tab that a person sorted. */
export const DESTINATIONS = 20_000;
/** Of ten destinations one failed, of twenty syncs one is held. */
const [FAILED, HELD] = [10, 20];

/** As many syncs as there may be, and the status of 20,000 destinations of one. */
export const addSyncs = (place: SyncPlace): void => {
  copySyncs(place, syncLimit, (entry, number) => ({
    ...entry,
    destinations: number === 1 ? DESTINATIONS : 1000,
    ...(number % HELD === 0
      ? { state: 'held', reason: problem('sync.tooLargeShare', { planned: 120, of: 200, share: 60, cap: 30 }), told: 'sync.tooLargeShare' }
      : {}),
  }));
  const at = new Date(place.world.clock.now()).toISOString();
  appendRows(
    place,
    fileCalled(place, 'Roster workbook'),
    'Targets',
    Array.from({ length: 2 * DESTINATIONS }, (_, index) => {
      const sync = syncIdOf(index % 4 < 2 ? 1 : 2);
      const address = `u${String(index).padStart(5, '0')}@acme.test`;
      const failed = index % FAILED === 0;
      const said = failed ? ['The account is full.', 'Remove contacts there.'] : ['', ''];
      return [`${sync} u${index}`, sync, nameOf(1), address, failed ? 'failed' : 'done', 3, 1, 0, 0, failed ? 1 : 0, ...said, at];
    }),
  );
};
