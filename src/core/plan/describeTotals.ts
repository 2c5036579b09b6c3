import type { RequestEntry } from '../approvals/RequestEntry';
import { formatNumber, plural } from '../base/plural';

type Totals = Pick<RequestEntry, 'planned' | 'outcome'>;
type Count = (count: number, noun: string) => string;

/** Contacts are spoken of unless nothing but changes in the directory was asked for. */
const speaksOfContacts = ({ planned }: Pick<RequestEntry, 'planned'>): boolean =>
  planned.changes === undefined || planned.creates + planned.skips > 0;

/** `9 new contacts, 3 changes in the directory`. */
export const plannedTotals = (entry: Pick<RequestEntry, 'planned'>, count: Count = plural): string =>
  [
    ...(speaksOfContacts(entry) ? [count(entry.planned.creates, 'new contact')] : []),
    ...(entry.planned.changes === undefined ? [] : [`${count(entry.planned.changes, 'change')} in the directory`]),
  ].join(', ');

/** `2 contacts already there or without content, 1 value already so`. */
export const leftTotals = (entry: Pick<RequestEntry, 'planned'>): string =>
  [
    ...(speaksOfContacts(entry) ? [`${plural(entry.planned.skips, 'contact')} already there or without content`] : []),
    ...(entry.planned.changes === undefined ? [] : [`${formatNumber(entry.planned.alreadySo ?? 0)} already so`]),
  ].join(', ');

/** `9 contacts created, 3 changes made in the directory`. */
export const doneTotals = (entry: Totals, count: Count = plural): string =>
  [
    ...(speaksOfContacts(entry) ? [`${count(entry.outcome.created, 'contact')} created`] : []),
    ...(entry.planned.changes === undefined ? [] : [`${count(entry.outcome.changed ?? 0, 'change')} made in the directory`]),
  ].join(', ');
