import type { Item } from './StoredContact';

const PARTS = ['honorificPrefix', 'givenName', 'middleName', 'familyName', 'honorificSuffix'] as const;

/** Scripts in which the family name comes first and nothing stands between the names. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** Splits a free-form name, as Google does when no part is given: the last word is the family name. */
export function structureName(name: Item): Item {
  const free = name['unstructuredName'];
  if (typeof free !== 'string' || PARTS.some((part) => typeof name[part] === 'string' && name[part] !== '')) return name;
  const words = free.trim().split(/\s+/).filter(Boolean);
  const [givenName, ...rest] = words;
  if (givenName === undefined) return name;
  const familyName = rest.pop();
  return {
    ...name,
    givenName,
    ...(rest.length > 0 ? { middleName: rest.join(' ') } : {}),
    ...(familyName === undefined ? {} : { familyName }),
  };
}

/**
 * What a read adds to a name: `displayName`, `displayNameLastFirst`, and `unstructuredName` where none was given
 * (https://developers.google.com/people/api/rest/v1/people#Name; the exact form depends on the viewer's locale, this is English).
 */
export function displayedName(name: Item): Item {
  const [prefix, given, middle, family, suffix] = PARTS.map((part) => (typeof name[part] === 'string' ? (name[part] as string) : ''));
  const forward = FAMILY_FIRST.test(`${family}${given}`) ? `${family}${given}` : words(prefix, given, middle, family);
  const display = suffix ? `${forward}, ${suffix}` : forward;
  const backward = family && (given || middle) ? `${family}, ${words(given, middle)}` : words(given, middle, family);
  if (display === '') return name;
  return { displayName: display, displayNameLastFirst: backward || display, unstructuredName: display, ...name };
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
