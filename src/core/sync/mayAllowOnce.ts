import type { Problem } from '../base/Problem';

/** What a guard, or a cap of the standing approval, held: all that officers can let through once. */
const codes: readonly string[] = [
  'sync.beyondGuard',
  'sync.tooManyDeletions',
  'sync.tooLargeShare',
  'sync.sourceEmptied',
  'sync.selectorGone',
  'sync.selectorEmptied',
  'sync.tooManyLeavers',
  'sync.beyondCap',
];

/** B5: whether "Review and allow once" helps where a sync is held; anything else is mended at the source, or by an edit. */
export const mayAllowOnce = (reason: Problem | undefined): boolean => reason !== undefined && codes.includes(reason.code);
