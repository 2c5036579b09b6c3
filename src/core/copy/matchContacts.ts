import type { PortableContact } from '../contacts/ContactFields';
import type { ExistingContact } from '../contacts/ExistingContact';
import { contradict, namesAgree } from '../contacts/matchKeys';
import { countKeys, type SourceKeys } from './SourceKeys';

/** By what a contact was found among those that are there. */
export type MatchedBy = 'sameEmail' | 'samePhone' | 'sameName' | 'sameContent';

type Read = (contact: ExistingContact) => readonly string[];

/**
 * Finds a source contact among the contacts of a target (B7). An e-mail address or a phone number that several contacts of one
 * side have (info@, a switchboard) identifies nobody: then the name must be the same, too. A number alone never joins two
 * different names. A name alone is enough when it is the only one of its kind at the source and nothing contradicts it.
 */
export const matcher = (
  source: SourceKeys,
  candidates: readonly ExistingContact[],
): ((contact: PortableContact) => MatchedBy | undefined) => {
  const there = countKeys(candidates);
  const byEmail = groupBy(candidates, (one) => one.keys.emails);
  const byPhone = groupBy(candidates, (one) => one.keys.phones);
  const byName = groupBy(candidates, (one) => (one.keys.name === '' ? [] : [one.keys.name]));
  const contents = new Set(candidates.map((one) => one.fingerprint));
  const isShared = (kind: 'emails' | 'phones', key: string): boolean => (source[kind].get(key) ?? 0) > 1 || (there[kind].get(key) ?? 0) > 1;

  return ({ keys, fingerprint }) => {
    const isNamesake = (other: ExistingContact): boolean => keys.name !== '' && other.keys.name === keys.name;
    const found = (
      kind: 'emails' | 'phones',
      index: ReadonlyMap<string, ExistingContact[]>,
      isEnough: (other: ExistingContact) => boolean,
    ) => keys[kind].some((key) => index.get(key)?.some((other) => (isShared(kind, key) ? isNamesake(other) : isEnough(other))));
    if (found('emails', byEmail, () => true)) return 'sameEmail';
    if (found('phones', byPhone, (other) => namesAgree(keys.name, other.keys.name))) return 'samePhone';
    const isOnlyOne = source.names.get(keys.name) === 1;
    if (isOnlyOne && byName.get(keys.name)?.some((other) => !contradict(keys, other.keys))) return 'sameName';
    return contents.has(fingerprint) ? 'sameContent' : undefined;
  };
};

const groupBy = (contacts: readonly ExistingContact[], read: Read): ReadonlyMap<string, ExistingContact[]> => {
  const groups = new Map<string, ExistingContact[]>();
  for (const contact of contacts) {
    for (const key of read(contact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [contact]);
      else group.push(contact);
    }
  }
  return groups;
};
