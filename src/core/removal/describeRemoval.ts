import { formatNumber, plural } from '../base/plural';
import type { KeepReason, RemovalPlan } from './planRemoval';

const words: Readonly<Record<KeepReason, string>> = {
  edited: 'edited since',
  merged: 'merged with another one',
  adopted: 'there before it was kept in step',
};

/** `3 contacts edited since: kept`, one line for each reason. */
export const describeKeeps = ({ keeps }: Pick<RemovalPlan, 'keeps'>): string[] =>
  (Object.keys(words) as KeepReason[])
    .map((reason) => [reason, keeps.filter((one) => one.reason === reason).length] as const)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${plural(count, 'contact')} ${words[reason]}: kept`);

/** Why one contact stays. */
export const describeKeep = (reason: KeepReason): string => `it was ${words[reason]}`;

/** `12 contacts removed, and their label`. */
export const describeRemoved = (contacts: number, labels: number): string =>
  [
    contacts + labels === 0 ? 'Nothing to remove' : `${plural(contacts, 'copied contact')} removed`,
    ...(labels === 0 ? [] : [labels === 1 ? 'and their label' : `and ${formatNumber(labels)} labels`]),
  ].join(', ');
