import { problem, type Problem } from '../base/Problem';
import type { UserField } from './UserField';

type Form = Pick<UserField, 'check' | 'tidy'>;

/** Google takes any text for a phone; what has no digits, or letters beside an extension, was meant for another field. */
export const phone = (value: string): Problem | undefined =>
  /^\+?[\d\s().\-/]{3,}(\s*(ext\.?|x|#)\s*\d+)?$/i.test(value) && /\d{3}/.test(value.replace(/\D/g, ''))
    ? undefined
    : problem('user.phoneForm', { value });

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users: `recoveryPhone` is E.164 with its plus. */
export const recoveryPhone = (value: string): Problem | undefined =>
  /^\+[1-9]\d{6,14}$/.test(value) ? undefined : problem('user.e164Form', { value });

export const mailAddress = (value: string): Problem | undefined =>
  /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/.test(value) ? undefined : problem('user.addressForm', { value });

export const website = (value: string): Problem | undefined =>
  /^https?:\/\/[^\s<>"]+$/i.test(value) ? undefined : problem('user.websiteForm', { value });

/** A blank line stands between the values of one kind; a value has none. */
export const oneParagraph = (value: string): string => value.replace(/\n\s*\n/g, '\n');

export const lowerCase = (value: string): string => value.toLowerCase();

/** Google takes language codes (https://developers.google.com/workspace/admin/directory/v1/languages); systems write `de_CH`, too. */
export const language: Form = {
  check: (value) => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(value) ? undefined : problem('user.languageForm', { value })),
  tidy: (value) => value.replace(/_/g, '-'),
};

const wholeNumber = (value: string): boolean => /^-?\d{1,19}$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);

const daysOf = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isDate = (value: string): boolean => {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
};

const two = (text = ''): string => text.padStart(2, '0');

/** Year first, or day first with periods. With slashes nobody knows which is the month. */
const tidyDate = (value: string): string => {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value) ?? [];
  if (year !== undefined) return `${year}-${two(month)}-${two(day)}`;
  const [, first, second, last] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
  return last === undefined ? value : `${last}-${two(second)}-${two(first)}`;
};

const isDecimal = (value: string): boolean => /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(value) && Number.isFinite(Number(value));

/** Google keeps numbers as such: no zero before or behind them comes back. */
const tidyDecimal = (value: string): string => (isDecimal(value) ? String(Number(value)) : value);
const tidyWhole = (value: string): string => (wholeNumber(value) ? String(BigInt(value)) : value);

/** What custom fields can hold: https://developers.google.com/workspace/admin/directory/reference/rest/v1/schemas#SchemaFieldSpec */
export const customForms = {
  STRING: {},
  INT64: { check: (value) => (wholeNumber(value) ? undefined : problem('user.numberForm', { value })), tidy: tidyWhole },
  BOOL: { check: (value) => (/^(true|false)$/.test(value) ? undefined : problem('user.flagForm', { value })), tidy: lowerCase },
  DOUBLE: {
    check: (value) => (isDecimal(value) ? undefined : problem('user.decimalForm', { value })),
    tidy: tidyDecimal,
  },
  EMAIL: { check: mailAddress, tidy: lowerCase },
  PHONE: { check: phone },
  DATE: { check: (value) => (isDate(value) ? undefined : problem('user.dateForm', { value })), tidy: tidyDate },
} as const satisfies Readonly<Record<string, Form>>;

export type CustomFieldType = keyof typeof customForms;
