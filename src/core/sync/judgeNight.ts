import { problem, type Problem } from '../base/Problem';
import type { DestinationChanges } from './compareDestinations';
import { judgeDeletions } from './judgeDeletions';
import { judgedFrom, type Sync } from './Sync';

/** What a night is about to do, before any destination is read. */
export interface NightFacts {
  /** Contacts of the source when it was delivered last; undefined: never. */
  readonly before: number | undefined;
  readonly now: number;
  /** Of those before, how many the source has no more. */
  readonly removed: number;
  /** Destinations of before. */
  readonly destinations: number;
  readonly changes: Pick<DestinationChanges, 'leavers' | 'lost' | 'unclear'>;
}

/**
 * B5: why the night must not begin, each with what, how many and why; none: it may. It is all or nothing. Deletions are judged by the
 * source, which is the same for all destinations, and once more at each (`planSync`).
 */
export const judgeNight = (sync: Pick<Sync, 'guard' | 'leavers'>, facts: NightFacts): Problem[] => {
  const { before = 0, now, removed, changes } = facts;
  const { guard } = sync;
  const leavers = sync.leavers === 'remove' ? changes.leavers.length : 0;
  const deletions = before > 0 && now === 0 ? problem('sync.sourceEmptied', { before }) : judgeDeletions(guard, removed, before);
  const tooMany = facts.destinations >= judgedFrom && leavers > guard.share * facts.destinations;
  return [
    ...changes.lost.map(({ label, was, isGone }) => problem(isGone ? 'sync.selectorGone' : 'sync.selectorEmptied', { label, was })),
    ...(changes.lost.length === 0 && changes.unclear.length > 0
      ? [problem('sync.destinationsUnread', { count: changes.unclear.length })]
      : []),
    ...(deletions === undefined ? [] : [deletions]),
    ...(tooMany ? [problem('sync.tooManyLeavers', { leavers, before: facts.destinations, percent: Math.round(guard.share * 100) })] : []),
  ];
};
