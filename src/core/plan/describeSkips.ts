import { formatNumber } from '../base/plural';
import type { CopySkipReason, SkipReason } from './Change';
import type { PlanCounts } from './TargetPlan';

const words: Readonly<Partial<Record<CopySkipReason, string>>> = {
  alreadyCopied: 'copied before',
  sameEmail: 'with the same e-mail address',
  samePhone: 'with the same phone number',
  sameName: 'with the same name',
  sameContent: 'with the same content',
};

const found = Object.keys(words) as readonly CopySkipReason[];

/** Contacts that are at the target already. */
export const matchesOf = (skips: PlanCounts['skips']): number => found.reduce((sum, reason) => sum + skips[reason], 0);

/** By what they were recognized: `2 copied before, 1 with the same name`; blank for none. */
export const describeMatches = (skips: PlanCounts['skips']): string =>
  found
    .filter((reason) => skips[reason] > 0)
    .map((reason) => `${formatNumber(skips[reason])} ${words[reason] ?? ''}`)
    .join(', ');

/** Reasons that speak of the contact itself. */
const wholeWords: Readonly<Partial<Record<SkipReason, string>>> = {
  nothingToCopy: 'it has no content that is copied',
  alreadyCopied: 'it was copied there before',
  alreadySo: 'it is there, and as it should be',
  editedThere: 'its owner edited it there, which this sync does not undo',
  deletedThere: 'its owner deleted it there, which this sync does not undo',
  merged: 'its owner merged it with another contact',
  adopted: 'it was there before the sync, which never deletes it',
  editedSince: 'its owner edited it since',
  overwritten: 'the run wrote over it, and what it said before is kept nowhere',
  notConverging: 'it was put right before, and is as wrong as it was then',
};

/** Why one contact is skipped. */
export const describeSkip = (reason: SkipReason): string =>
  wholeWords[reason] ?? `the target has a contact ${words[reason as CopySkipReason] ?? ''}`;
