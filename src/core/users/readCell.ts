import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { wellFormed } from '../base/wellFormed';

/** Cells that show this did not compute (https://support.google.com/docs/answer/3238305). */
const SHEET_ERROR = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/;
/** Nobody sees them, and they turn text around or make one address look like another. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
/** What begins so is run as a formula by a spreadsheet that it is exported to (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=@\t]|^[+-](?![\d\s(])/;

/** Characters of a cell that a message quotes. */
const quotedLimit = 60;

export const quoteCell = (value: string): string => {
  const characters = [...value];
  return characters.length > quotedLimit ? `${characters.slice(0, quotedLimit).join('')}…` : value;
};

/** A cell's value as it can be written into a profile. `lines`: several lines are allowed. */
export const readCell = (text: string, { lines = false }: { readonly lines?: boolean } = {}): Result<string> => {
  const value = wellFormed(text).normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const no = (code: string, data: Problem['data'] = {}): Result<string> => fail(problem(code, data));
  if (SHEET_ERROR.test(value)) return no('users.cellError', { text: value });
  if (INVISIBLE.test(value)) return no('users.invisible');
  if (/\p{Cc}/u.test(lines ? value.replace(/\n/g, ' ') : value) || value.includes('\ufffd')) return no('users.control');
  return FORMULA.test(value) ? no('users.formula', { text: quoteCell(value) }) : ok(value);
};
