import { compareText } from '../base/compareText';
import type { DirectoryUser } from './DirectoryUser';

/** Letters of other scripts, and digits, that look like a Latin letter in lower case. */
const CONFUSABLE: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'l', '|': 'l',
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ӏ: 'l', к: 'k', м: 'm', т: 't', в: 'b', н: 'h',
  α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', υ: 'u', χ: 'x', ı: 'i', ł: 'l', ø: 'o',
}; // prettier-ignore

/**
 * By user id, another user's primary address that is easily taken for this one's: it looks the same (`rn` and `m`, `0` and `o`,
 * letters of another script, accents, dots), or it is the same name in another domain. Users without one are absent.
 */
export const lookAlikes = (users: readonly DirectoryUser[]): ReadonlyMap<string, string> => {
  const sorted = [...users].sort((one, other) => compareText(one.primaryEmail, other.primaryEmail));
  const found = new Map<string, string>();
  for (const key of [localPart, skeleton]) {
    const groups = new Map<string, DirectoryUser[]>();
    for (const user of sorted) {
      const name = key(user.primaryEmail.toLowerCase());
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [user]);
      else group.push(user);
    }
    for (const group of groups.values()) pointOut(group, found);
  }
  return found;
};

/** The plain Latin text that this one is easily taken for; undefined when it is plain itself, or holds other letters, too. */
export const takenFor = (text: string): string | undefined => {
  const latin = [...text].map((letter) => (letter > '\u007f' ? (CONFUSABLE[letter] ?? letter) : letter)).join('');
  return latin !== text && /^[ -~]*$/.test(latin) ? latin : undefined;
};

const pointOut = (group: readonly DirectoryUser[], found: Map<string, string>): void => {
  if (group.length < 2) return;
  group.forEach((user, index) => {
    const other = group[index === 0 ? 1 : 0];
    if (other !== undefined) found.set(user.id, other.primaryEmail);
  });
};

const localPart = (email: string): string => email.slice(0, email.lastIndexOf('@'));

const skeleton = (email: string): string =>
  `${drawn(localPart(email)).replace(/[._-]/g, '')}@${drawn(email.slice(email.lastIndexOf('@') + 1))}`;

/** What a text looks like, in Latin letters. */
const drawn = (text: string): string =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => CONFUSABLE[letter] ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
