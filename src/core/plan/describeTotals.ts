import type { RequestEntry } from '../approvals/RequestEntry';
import { formatNumber, plural } from '../base/plural';

type Planned = Pick<RequestEntry, 'planned' | 'sync'>;
type Totals = Pick<RequestEntry, 'planned' | 'outcome' | 'sync'>;
type Count = (count: number, one: string, many?: string) => string;

/** Nothing but new contacts: what is there stays as it is. */
export const changesNothing = ({ planned }: Planned): boolean => planned.changes === undefined && planned.deletes === undefined;

/** New contacts are spoken of unless only other things were asked for. */
export const speaksOfCopies = (entry: Planned): boolean => changesNothing(entry) || entry.planned.creates + entry.planned.skips > 0;

/** Where no contacts are copied or removed at all. */
export const onlyChanges = (entry: Planned): boolean => !speaksOfCopies(entry) && entry.planned.deletes === undefined;

/** What goes: of a sync what it delivered itself. */
const goes = ({ sync }: Planned): string => (sync === undefined ? 'copied contact' : 'delivered contact');
/** Where something changes. */
const where = ({ sync }: Planned): string => (sync === undefined ? 'in the directory' : 'of contacts');

/** `Remove 1,240 copied contacts from 31 people`; undefined when no removal was asked for. */
export const removalPhrase = (entry: Planned, count: Count = plural): string | undefined => {
  const { deletes, deletesAt = 0 } = entry.planned;
  if (deletes === undefined) return undefined;
  return `Remove ${count(deletes, goes(entry))} from ${count(deletesAt, 'person', 'people')}`;
};

/** Of changes nothing is said: of a sync also where there are none beside what it creates or deletes. */
const isSilent = (entry: Planned): boolean => {
  const { changes, deletes } = entry.planned;
  return changes === undefined || (entry.sync !== undefined && changes === 0 && (speaksOfCopies(entry) || deletes !== undefined));
};

/** `9 new contacts, 12 copied contacts removed, 3 changes in the directory`. */
export const plannedTotals = (entry: Planned, count: Count = plural): string => {
  const { creates, changes, deletes } = entry.planned;
  return [
    ...(speaksOfCopies(entry) ? [count(creates, 'new contact')] : []),
    ...(deletes === undefined ? [] : [`${count(deletes, goes(entry))} removed`]),
    ...(isSilent(entry) ? [] : [`${count(changes ?? 0, 'change')} ${where(entry)}`]),
  ].join(', ');
};

/** `2 contacts already there or without content, 1 value already so`. */
export const leftTotals = (entry: Planned): string => {
  const { skips, changes, alreadySo = 0, kept } = entry.planned;
  return [
    ...(speaksOfCopies(entry) ? [`${plural(skips, 'contact')} already there or without content`] : []),
    ...(changes === undefined || entry.sync !== undefined ? [] : [`${formatNumber(alreadySo)} already so`]),
    ...(kept === undefined ? [] : [`${formatNumber(kept)} kept as they are`]),
  ].join(', ');
};

/** `9 contacts created, 3 changes made in the directory`. */
export const doneTotals = (entry: Totals, count: Count = plural): string => {
  const { planned, outcome } = entry;
  return [
    ...(speaksOfCopies(entry) ? [`${count(outcome.created, 'contact')} created`] : []),
    ...(planned.deletes === undefined ? [] : [`${count(outcome.deleted ?? 0, goes(entry))} removed`]),
    ...(isSilent(entry)
      ? []
      : [`${count(outcome.changed ?? 0, 'change')} made ${entry.sync === undefined ? 'in the directory' : 'to contacts'}`]),
  ].join(', ');
};
