import { contactFields, contactFieldTable } from '../contacts/contactFieldTable';
import type { ContactEntry, ContactField, ContactFields } from '../contacts/ContactFields';
import { canonicalEntries, canonicalEntry } from '../contacts/fingerprint';

/** The source's contacts are compared with those of every destination: what they say is worked out once. */
const known = new WeakMap<ContactFields, Map<ContactField, readonly string[]>>();

const saidIn = (fields: ContactFields, field: ContactField): readonly string[] => {
  if (fields[field] === undefined) return [];
  const byField = known.get(fields) ?? new Map<ContactField, readonly string[]>();
  known.set(fields, byField);
  const said = byField.get(field) ?? canonicalEntries(fields, field);
  byField.set(field, said);
  return said;
};

/** 24 bits: two entries of one contact do not meet. */
const PRINT = 6;
/** What a mark has room for: Google takes 1,024 characters a value (https://support.google.com/contacts/answer/148779). */
const MOST_PRINTS = 120;

/** FNV-1a, folded to 24 bits (http://www.isthe.com/chongo/tech/comp/fnv/): there are many entries, and nothing is proved by it. */
const printOf = (field: ContactField, canonical: string): string => {
  const text = `${field} ${canonical}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(PRINT, '0');
};

/** Short hashes of all entries, joined, as a mark holds them: what of a contact was delivered. Blank when they are too many for a mark. */
export const entryPrints = (fields: ContactFields): string => {
  const prints = contactFields.flatMap((field) => saidIn(fields, field).map((one) => printOf(field, one)));
  return prints.length > MOST_PRINTS ? '' : prints.join('');
};

const readPrints = (entries: string): ReadonlySet<string> => new Set(entries.match(new RegExp(`.{${PRINT}}`, 'g')) ?? []);

/** Whether all that was delivered is still there as it was. */
export const isAllThere = (entries: string, there: ContactFields): boolean => {
  const prints = readPrints(entryPrints(there));
  return [...readPrints(entries)].every((print) => prints.has(print));
};

/** Tells of an entry whether Roster delivered it. */
export type WasDelivered = (field: ContactField, entry: ContactEntry) => boolean;

export const deliveredIn = (entries: string): WasDelivered => {
  const prints = readPrints(entries);
  return (field, entry) => prints.has(printOf(field, canonicalEntry(field, entry) ?? ''));
};

/**
 * What the source wants, and what the owner added to it. An entry that Roster delivered and the source has no more goes; of fields that
 * hold one entry only the source's counts where it has one.
 */
export const mergeAdditions = (wanted: ContactFields, there: ContactFields, wasDelivered: WasDelivered): ContactFields => {
  const merged: { [Field in ContactField]?: readonly ContactEntry[] } = {};
  for (const field of contactFields) {
    const own = wanted[field] ?? [];
    if (there[field] === undefined) {
      if (own.length > 0) merged[field] = own;
      continue;
    }
    const said = new Set(saidIn(wanted, field));
    const isSingle = contactFieldTable[field].singleton === true;
    const added = (isSingle && own.length > 0 ? [] : there[field]).filter((entry) => {
      const canonical = canonicalEntry(field, entry);
      return canonical !== undefined && !said.has(canonical) && !wasDelivered(field, entry);
    });
    // Only one entry may be the first choice, and the source says which.
    const all = [...own, ...(own.length === 0 ? added : added.map(withoutMetadata))];
    if (all.length > 0) merged[field] = all;
  }
  return merged;
};

const withoutMetadata = ({ metadata: _metadata, ...entry }: ContactEntry): ContactEntry => entry as ContactEntry;

/**
 * Google documents that calendar addresses can be updated (https://developers.google.com/people/api/rest/v1/people/updateContact), others
 * saw whole batches refused for them. They arrive with a new contact, and are left alone afterwards.
 */
const createdOnly: readonly ContactField[] = ['calendarUrls'];

/** Fields in which two contacts do not say the same, and that can be written. */
export const differingFields = (one: ContactFields, other: ContactFields): ContactField[] =>
  contactFields.filter((field) => {
    if (createdOnly.includes(field)) return false;
    const [some, others] = [one[field], other[field]];
    if (some === others || JSON.stringify(some) === JSON.stringify(others)) return false;
    return saidIn(one, field).join('\n') !== saidIn(other, field).join('\n');
  });
