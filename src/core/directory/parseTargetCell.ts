import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { wellFormed } from '../base/wellFormed';

/** What one cell of a targets sheet names, before anybody looks it up. */
export type TargetCell =
  /** A user's or a group's address, lower case. */
  | { readonly kind: 'address'; readonly email: string }
  /** Means the organizational unit and everything below it. */
  | { readonly kind: 'orgUnitPath'; readonly path: string }
  | { readonly kind: 'domain'; readonly domainName: string };

const LABEL = /^(?!-)[\p{L}\p{N}-]{1,63}$/u;
const LOCAL_PART = /^[^\s@,;<>()[\]\\"\ufffd]{1,64}$/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** What a formula that failed shows (https://support.google.com/docs/answer/3238305). */
const SHEET_ERROR = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/;
/** Shown in place of a control character, which no name has. */
const UNREADABLE = '\ufffd';
/** Characters of a cell that a message quotes. */
const quotedLimit = 60;

const isDomain = (text: string): boolean => {
  const labels = text.split('.');
  return (
    text.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label) && !label.endsWith('-')) &&
    (labels[labels.length - 1] ?? '').length > 1
  );
};

const quote = (value: string): string => {
  const characters = [...value];
  return characters.length > quotedLimit ? `${characters.slice(0, quotedLimit).join('')}…` : value;
};

/** Reads `ann@example.com`, `Ann Lee <ann@example.com>`, `mailto:…`, `/Sales/EMEA`, `example.com` and `@example.com`. */
export const parseTargetCell = (text: string): Result<TargetCell> => {
  const value = wellFormed(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, UNREADABLE)
    .trim();
  if (value === '') return fail(problem('target.blank'));
  if (SHEET_ERROR.test(value)) return fail(problem('target.cellError', { text: value }));
  if (value.startsWith('/')) return parsePath(value);
  const address = value
    .replace(/^mailto:/i, '')
    .replace(/^[^<>]*<([^<>]*)>$/, '$1')
    .trim()
    .toLowerCase();
  if ((address.match(/@/g) ?? []).length > 1) return fail(problem('target.severalInOneCell', { text: quote(value) }));
  const at = address.indexOf('@');
  const domainName = at < 0 ? address : address.slice(at + 1);
  if (!isDomain(domainName)) return fail(problem('target.unreadable', { text: quote(value) }));
  if (at <= 0) return ok({ kind: 'domain', domainName });
  if (!LOCAL_PART.test(address.slice(0, at))) return fail(problem('target.unreadable', { text: quote(value) }));
  return ok({ kind: 'address', email: address });
};

const parsePath = (value: string): Result<TargetCell> => {
  const parts = value
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return ok({ kind: 'orgUnitPath', path: `/${parts.join('/')}` });
};
