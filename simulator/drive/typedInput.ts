import type { CellValue } from './Cell';
import { isCellErrorText } from './Cell';
import { serialOfDate } from './serialDate';
import { sheetLocale, type SheetLocale } from './SheetLocale';

export interface TypedInput {
  readonly value: CellValue;
  readonly formula?: string;
  /** Number format the cell takes on when its own is automatic. */
  readonly numberFormat?: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * Reads a text as Sheets reads what a person types, which is also how setValue, setValues and appendRow read strings
 * (https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption, USER_ENTERED): a leading `=`
 * starts a formula, as do `+` and `-` unless a number follows; numbers, percentages, amounts, dates, times and TRUE / FALSE
 * are converted. A leading apostrophe and the number format `@` keep the text as it is. The formula is not computed here.
 */
export function typedInput(text: string, numberFormat: string | undefined, locale: string): TypedInput {
  if (numberFormat === '@') return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  if (isCellErrorText(trimmed.toUpperCase())) return { value: { error: trimmed.toUpperCase() as never } };
  const rules = sheetLocale(locale);
  const converted = typedNumber(trimmed, rules) ?? typedDateTime(trimmed, rules);
  if (converted) return converted;
  if (/^[+-]./.test(text)) return { value: null, formula: `=${text}` };
  return { value: text };
}

const numberPatterns = new Map<string, RegExp>();

function numberPattern({ decimal, thousands }: SheetLocale): RegExp {
  const key = decimal + thousands;
  const known = numberPatterns.get(key);
  if (known) return known;
  const point = decimal === '.' ? '\\.' : ',';
  const group = thousands === '.' ? '\\.' : thousands;
  const pattern = new RegExp(`^([+-])?([$€£])?(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${point}(\\d*))?(?:e([+-]?\\d+))?(%)?$`, 'i');
  numberPatterns.set(key, pattern);
  return pattern;
}

function typedNumber(text: string, rules: SheetLocale): TypedInput | undefined {
  const match = numberPattern(rules).exec(text);
  if (!match || (match[3] === undefined && !match[4])) return undefined;
  const [, sign, currency, whole = '0', fraction = '', exponent, percent] = match;
  const number = Number(`${sign === '-' ? '-' : ''}${whole.replace(/\D/g, '')}.${fraction || '0'}e${exponent ?? 0}`);
  if (!Number.isFinite(number)) return undefined;
  const decimals = fraction ? '.00' : '';
  if (percent) return { value: number / 100, numberFormat: `0${decimals}%` };
  if (currency) return { value: number, numberFormat: `${currency}#,##0${decimals}` };
  if (exponent !== undefined) return { value: number, numberFormat: '0.00E+00' };
  if (/\D/.test(whole)) return { value: number, numberFormat: `#,##0${decimals}` };
  return { value: number };
}

function typedDateTime(text: string, rules: SheetLocale): TypedInput | undefined {
  const time = /(?:^|[\sT])(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?\s*([ap]m)?$/i.exec(text);
  const datePart = (time ? text.slice(0, time.index) : text).trim();
  const fraction = time ? dayFraction(time) : 0;
  if (fraction === undefined) return undefined;
  const timeFormat = time?.[3] ? 'H:mm:ss' : 'H:mm';
  if (datePart === '') return time ? { value: fraction, numberFormat: timeFormat } : undefined;
  const date = typedDate(datePart, rules);
  if (!date) return undefined;
  return { value: date.serial + fraction, numberFormat: time ? `${date.format} ${timeFormat}` : date.format };
}

function dayFraction(match: RegExpExecArray): number | undefined {
  const [, hours, minutes, seconds = '0', thousandths = '', half] = match;
  let hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59 || hour > (half ? 12 : 23)) return undefined;
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths || 0)) / 86_400;
}

function typedDate(text: string, { dayFirst, dateFormat }: SheetLocale): { serial: number; format: string } | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[2] === '-' ? 'yyyy-MM-dd' : dateFormat);
  const slashed = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (slashed && (slashed[2] !== '.' || dateFormat.includes('.'))) {
    const year = Number(slashed[4]) + (slashed[4]!.length === 2 ? (Number(slashed[4]) < 50 ? 2000 : 1900) : 0);
    const [first, second] = [Number(slashed[1]), Number(slashed[3])];
    return dayFirst ? dated(year, second, first, dateFormat) : dated(year, first, second, dateFormat);
  }
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,)?\s+(\d{4})$/i.exec(text) ?? /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s,-]+(\d{4})$/i.exec(text);
  if (!named) return undefined;
  const [word, day] = /^\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
  const month = MONTHS.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase());
  return month < 0 ? undefined : dated(Number(named[3]), month + 1, Number(day), 'MMM d, yyyy');
}

function dated(year: number, month: number, day: number, format: string): { serial: number; format: string } | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()) return undefined;
  return { serial: serialOfDate(year, month, day), format };
}
