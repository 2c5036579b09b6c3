import { sha256Hex } from './digest';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Letters of a name: 48 bits, so that two of 25,000 contacts never share one, and no more than five cells of a sheet for all of them. */
export const shortNameLength = 8;

/** A short name for what may be changed: nobody can tell the contact from it, and a contact that says something else has another. */
export const shortName = (text: string): string => {
  const hex = sha256Hex(text);
  let name = '';
  for (let index = 0; index < shortNameLength; index += 2) {
    const twelve = parseInt(hex.slice(index * 1.5, index * 1.5 + 3), 16);
    name += (digits[twelve >> 6] ?? '') + (digits[twelve & 63] ?? '');
  }
  return name;
};

/** Short names that stand one after the other. */
export const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(new RegExp(`.{${shortNameLength}}`, 'g')) ?? []);
