import type { SourceDifference } from '../runs/compareSources';
import type { DestinationChanges } from './compareDestinations';
import type { Sync } from './Sync';

/** What a night does in all, as the source and the destinations say before any of them is read; drift apart. */
export interface NightCounts {
  /** Contacts, all destinations together. */
  readonly creates: number;
  readonly updates: number;
  readonly deletes: number;
  /** Destinations more and fewer. */
  readonly growth: number;
  readonly shrinkage: number;
}

/** `before`, `now`: contacts of the source. */
export const expectNight = (
  sync: Pick<Sync, 'leavers'>,
  source: { readonly before: number; readonly now: number; readonly difference: SourceDifference },
  changes: Pick<DestinationChanges, 'joiners' | 'stayers' | 'leavers' | 'gone'>,
): NightCounts => {
  const { before, now, difference } = source;
  const stayers = changes.stayers.length;
  const leavers = sync.leavers === 'remove' ? changes.leavers.length : 0;
  return {
    creates: stayers * difference.added + changes.joiners.length * now,
    updates: stayers * difference.edited,
    deletes: stayers * difference.removed + leavers * before,
    growth: changes.joiners.length,
    shrinkage: changes.leavers.length + changes.gone.length,
  };
};
