import type { PortableContact } from '../contacts/ContactFields';
import type { ExistingContact } from '../contacts/ExistingContact';
import { contradict, namesAgree } from '../contacts/matchKeys';
import { countKeys, type SourceKeys } from './SourceKeys';

/** By what a contact was found among those that are there. */
export type MatchedBy = 'sameEmail' | 'samePhone' | 'sameName' | 'sameContent';

export interface Match<T extends ExistingContact> {
  readonly by: MatchedBy;
  readonly contact: T;
}

/**
 * Finds a source contact among the contacts of a target (B7). An e-mail address or a phone number that several contacts of one
 * side have (info@, a switchboard) identifies nobody: then the name must be the same, too. A number alone never joins two
 * different names. A name alone is enough when it is the only one of its kind at the source and nothing contradicts it.
 * `isTaken`: it stands for another one already.
 */
export const findMatch = <T extends ExistingContact>(
  source: SourceKeys,
  candidates: readonly T[],
  isTaken: (contact: T) => boolean = () => false,
): ((contact: PortableContact) => Match<T> | undefined) => {
  const there = countKeys(candidates);
  const byEmail = groupBy(candidates, (one) => one.keys.emails);
  const byPhone = groupBy(candidates, (one) => one.keys.phones);
  const byName = groupBy(candidates, (one) => (one.keys.name === '' ? [] : [one.keys.name]));
  const byContent = groupBy(candidates, (one) => (one.fingerprint === undefined ? [] : [one.fingerprint]));
  const isShared = (kind: 'emails' | 'phones', key: string): boolean => (source[kind].get(key) ?? 0) > 1 || (there[kind].get(key) ?? 0) > 1;

  return ({ keys, fingerprint }) => {
    const isNamesake = (other: ExistingContact): boolean => keys.name !== '' && other.keys.name === keys.name;
    const found = (kind: 'emails' | 'phones', index: ReadonlyMap<string, T[]>, isEnough: (other: T) => boolean): T | undefined => {
      for (const key of keys[kind]) {
        const other = index.get(key)?.find((one) => !isTaken(one) && (isShared(kind, key) ? isNamesake(one) : isEnough(one)));
        if (other !== undefined) return other;
      }
      return undefined;
    };
    const as = (by: MatchedBy, contact: T | undefined): Match<T> | undefined => (contact === undefined ? undefined : { by, contact });
    const isOnlyOne = source.names.get(keys.name) === 1;
    return (
      as(
        'sameEmail',
        found('emails', byEmail, () => true),
      ) ??
      as(
        'samePhone',
        found('phones', byPhone, (other) => namesAgree(keys.name, other.keys.name)),
      ) ??
      as('sameName', isOnlyOne ? byName.get(keys.name)?.find((other) => !isTaken(other) && !contradict(keys, other.keys)) : undefined) ??
      as(
        'sameContent',
        byContent.get(fingerprint)?.find((other) => !isTaken(other)),
      )
    );
  };
};

const groupBy = <T extends ExistingContact>(contacts: readonly T[], read: (contact: T) => readonly string[]): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const contact of contacts) {
    for (const key of read(contact)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [contact]);
      else group.push(contact);
    }
  }
  return groups;
};
