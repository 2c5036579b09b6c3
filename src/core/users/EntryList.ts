import { joinValues, splitValues, type Separator } from './severalValues';
import { entriesOf, textOf, type Entry, type UserPatch, type UserRecord } from './UserRecord';

/** All entries of one kind in a list property. */
export interface EntryList {
  readonly property: string;
  /** What holds the value in an entry. */
  readonly key: string;
  readonly isIt: (entry: Entry) => boolean;
  /** An entry that is added, without the value. */
  readonly fresh: Entry;
  readonly separator: Separator;
}

/** The values in their order, as one text. */
export const readEntries = (user: UserRecord, { property, key, isIt, separator }: EntryList): string =>
  joinValues(
    entriesOf(user, property)
      .filter(isIt)
      .map((entry) => textOf(entry[key])),
    separator,
  );

/**
 * The whole list of the property with the entries of one kind holding these values, and no others of that kind. A value that is there
 * keeps all that its entry says; one that takes another's place is as primary as that one was.
 */
export const writeEntries = (user: UserRecord, { property, key, isIt, fresh, separator }: EntryList, text: string): UserPatch => {
  const entries = entriesOf(user, property);
  const values = splitValues(text, separator);
  const held = entries.filter(isIt);
  const holding = (value: string, place?: Entry): Entry => {
    const same = held.find((entry) => entry[key] === value);
    if (same !== undefined) return same;
    const isPrimary = place?.['primary'] === true && !values.includes(textOf(place[key]));
    return { ...fresh, [key]: value, ...(isPrimary ? { primary: true } : {}) };
  };
  let next = 0;
  const changed = entries.flatMap((entry) => {
    if (!isIt(entry)) return [entry];
    const value = values[next];
    next += 1;
    return value === undefined ? [] : [holding(value, entry)];
  });
  const all = [...changed, ...values.slice(next).map((value) => holding(value))];
  return { [property]: all.length === 0 ? null : all };
};
