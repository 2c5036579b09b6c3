import { contactEntries, type RawEntry } from './contactEntries';
import type { Person } from './Person';

/** What tells that two contacts are the same person, reduced to comparable text. */
export interface MatchKeys {
  readonly emails: readonly string[];
  /** E.164 where the country is known (`+41445550102`), else the digits as typed; an extension follows after `x`. */
  readonly phones: readonly string[];
  /** Given, middle and family name; blank when there is none. */
  readonly name: string;
}

/** The fields that keys are made of. */
export const keyFields = ['names', 'emailAddresses', 'phoneNumbers'] as const;

export const matchKeys = (person: Person): MatchKeys => ({
  emails: unique(contactEntries(person, 'emailAddresses').map((entry) => plain(entry['value']))),
  phones: unique(contactEntries(person, 'phoneNumbers').map(phoneKey)),
  name: nameKey(contactEntries(person, 'names')[0] ?? {}),
});

/** Digits of a number that may stand without its country. Shorter ones are extensions and short codes: the same everywhere. */
const SHORTEST_NUMBER = 7;

/** Google's `canonicalForm` is E.164 (https://developers.google.com/people/api/rest/v1/people#phonenumber). */
const phoneKey = (entry: RawEntry): string => {
  const typed = text(entry['value']).normalize('NFKC');
  const [, number = typed, extension = ''] = /^(.*?\d.*?)\s*(?:ext\.?|extension|x|#|;|,)\s*(?:ext=)?(\d+)\s*$/i.exec(typed) ?? [];
  // Between country and area a zero in brackets is dialled at home only.
  const digits = (/^\s*(\+|00)/.test(number) ? number.replace('(0)', '') : number).replace(/\D/g, '');
  const canonical = text(entry['canonicalForm']).replace(/[^\d+]/g, '');
  const key = canonical !== '' ? canonical : international(number, digits);
  if (key === '') return '';
  return extension === '' ? key : `${key}x${extension}`;
};

const international = (number: string, digits: string): string => {
  if (digits.length < SHORTEST_NUMBER) return '';
  if (number.trim().startsWith('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
};

/** Last digits of a number: the same with and without the country and the prefix for calls within it. */
const localPart = (key: string): string => (key.split('x')[0] ?? '').slice(-SHORTEST_NUMBER);

const NAME_PARTS = ['givenName', 'middleName', 'familyName'];

/** Titles and suffixes come and go; the parts of a name are joined, since one program parts them where another does not. */
const nameKey = (name: RawEntry): string => {
  const isParted = [...NAME_PARTS, 'honorificPrefix', 'honorificSuffix'].some((part) => plain(name[part]) !== '');
  return plain(isParted ? NAME_PARTS.map((part) => text(name[part])).join(' ') : name['unstructuredName']);
};

/** Names that may be one person's: equal, one missing, or one the other without some of its words. */
export const namesAgree = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short === '' || short === long) return true;
  const words = new Set(long.split(' '));
  return short.split(' ').every((word) => words.has(word));
};

/** Both have addresses and share none, or both have numbers and none ends alike: not the same person for their name alone. */
export const contradict = (one: MatchKeys, other: MatchKeys): boolean =>
  disjoint(one.emails, other.emails) || disjoint(one.phones.map(localPart), other.phones.map(localPart));

const disjoint = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some((item) => others.includes(item));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const plain = (value: unknown): string => text(value).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)].filter((key) => key !== '');
