import { joinValues, splitValues } from './severalValues';
import { entriesOf, textOf, type Entry, type UserPatch, type UserRecord } from './UserRecord';

/** All entries of one type in a list property. */
export interface EntryList {
  readonly property: string;
  /** What holds the value in an entry. */
  readonly key: string;
  readonly type: string;
}

/** The values in their order, as one text. */
export const readEntries = (user: UserRecord, { property, key, type }: EntryList): string =>
  joinValues(
    entriesOf(user, property)
      .filter((entry) => entry['type'] === type)
      .map((entry) => textOf(entry[key])),
  );

/**
 * The whole list of the property with the entries of one type holding these values, and no others of that type. A value that is there
 * keeps all that its entry says; one that takes another's place is as primary as that one was.
 */
export const writeEntries = (user: UserRecord, { property, key, type }: EntryList, text: string): UserPatch => {
  const entries = entriesOf(user, property);
  const values = splitValues(text);
  const held = entries.filter((entry) => entry['type'] === type);
  const holding = (value: string, place?: Entry): Entry => {
    const same = held.find((entry) => entry[key] === value);
    if (same !== undefined) return same;
    const isPrimary = place?.['primary'] === true && !values.includes(textOf(place[key]));
    return { type, [key]: value, ...(isPrimary ? { primary: true } : {}) };
  };
  let next = 0;
  const changed = entries.flatMap((entry) => {
    if (entry['type'] !== type) return [entry];
    const value = values[next];
    next += 1;
    return value === undefined ? [] : [holding(value, entry)];
  });
  const all = [...changed, ...values.slice(next).map((value) => holding(value))];
  return { [property]: all.length === 0 ? null : all };
};
