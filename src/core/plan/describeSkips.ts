import { formatNumber } from '../base/plural';
import type { SkipReason } from './Change';
import type { PlanCounts } from './TargetPlan';

const words: Readonly<Partial<Record<SkipReason, string>>> = {
  alreadyCopied: 'copied before',
  sameEmail: 'with the same e-mail address',
  samePhone: 'with the same phone number',
  sameName: 'with the same name',
  sameContent: 'with the same content',
};

const found = Object.keys(words) as readonly SkipReason[];

/** Contacts that are at the target already. */
export const matchesOf = (skips: PlanCounts['skips']): number => found.reduce((sum, reason) => sum + skips[reason], 0);

/** By what they were recognized: `2 copied before, 1 with the same name`; blank for none. */
export const describeMatches = (skips: PlanCounts['skips']): string =>
  found
    .filter((reason) => skips[reason] > 0)
    .map((reason) => `${formatNumber(skips[reason])} ${words[reason] ?? ''}`)
    .join(', ');

/** Why one contact is skipped. */
export const describeSkip = (reason: SkipReason): string => {
  if (reason === 'nothingToCopy') return 'it has no content that is copied';
  return reason === 'alreadyCopied' ? 'it was copied there before' : `the target has a contact ${words[reason] ?? ''}`;
};
