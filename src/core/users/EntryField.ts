import { entriesOf, textOf, type Entry, type UserPatch, type UserRecord } from './UserRecord';

/** Which entry of a list property a field lives in, and under which key. */
export interface EntryPlace {
  readonly property: string;
  /** What holds the value in the entry. */
  readonly key: string;
  /** The entry that is read and changed; of several, the first. */
  readonly isIt: (entry: Entry, entries: readonly Entry[]) => boolean;
  /** The entry that is added when there is none, without the value. */
  readonly fresh: Entry;
}

const find = (place: EntryPlace, entries: readonly Entry[]): number => entries.findIndex((entry) => place.isIt(entry, entries));

export const readEntry = (user: UserRecord, place: EntryPlace): string => {
  const entries = entriesOf(user, place.property);
  return textOf(entries[find(place, entries)]?.[place.key]);
};

/** Says nothing of a person: what is left of an entry whose values are gone. */
const namesNothing = (entry: Entry, { fresh }: EntryPlace): boolean =>
  Object.entries(entry).every(([key, value]) => ['type', 'customType', 'primary'].includes(key) || value === '' || value === fresh[key]);

/**
 * The whole list with one entry changed, added or, when nothing is left in it, taken out. Where another entry would then be taken for
 * this one, it stays without its values, as the Admin console leaves it.
 */
export const writeEntry = (user: UserRecord, place: EntryPlace, value: string): UserPatch => {
  const entries = entriesOf(user, place.property);
  const index = find(place, entries);
  const before = entries[index] ?? place.fresh;
  const { [place.key]: _old, ...rest } = before;
  const after: Entry = value === '' ? rest : { ...rest, [place.key]: value };
  const others = index < 0 ? entries : entries.filter((_, position) => position !== index);
  if (namesNothing(after, place) && find(place, others) < 0) return { [place.property]: others.length === 0 ? null : others };
  return { [place.property]: index < 0 ? [...entries, after] : entries.map((entry, position) => (position === index ? after : entry)) };
};
