import type { PortableContact } from '../contacts/ContactFields';
import type { ExistingContact } from '../contacts/ExistingContact';

/** How many contacts of a list have each key. */
export interface KeyCounts {
  readonly emails: ReadonlyMap<string, number>;
  readonly phones: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
}

/** What a source's contacts can be found by in another account. Made once for all targets. */
export interface SourceKeys extends KeyCounts {
  readonly fingerprints: ReadonlySet<string>;
  /** Some contacts have no name or share it: whether these are there already only their whole content can tell. */
  readonly needContent: boolean;
}

export const countKeys = (contacts: readonly Pick<PortableContact, 'keys'>[]): KeyCounts => {
  const [emails, phones, names] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { keys } of contacts) {
    for (const email of keys.emails) add(emails, email);
    for (const phone of keys.phones) add(phones, phone);
    if (keys.name !== '') add(names, keys.name);
  }
  return { emails, phones, names };
};

export const sourceKeys = (contacts: readonly PortableContact[]): SourceKeys => {
  const counts = countKeys(contacts);
  return {
    ...counts,
    fingerprints: new Set(contacts.map((contact) => contact.fingerprint)),
    needContent: contacts.some(({ keys }) => keys.name === '' || (counts.names.get(keys.name) ?? 0) > 1),
  };
};

/** A contact of a target that shares nothing with the source and was not delivered from it bears on no plan. */
export const bearsOn = (keys: SourceKeys, sourceUserId: string, contact: ExistingContact): boolean =>
  contact.marks.some((mark) => mark.sourceUserId === sourceUserId) ||
  keys.names.has(contact.keys.name) ||
  contact.keys.emails.some((email) => keys.emails.has(email)) ||
  contact.keys.phones.some((phone) => keys.phones.has(phone)) ||
  (contact.fingerprint !== undefined && keys.fingerprints.has(contact.fingerprint));
