/**
 * What a spreadsheet's locale changes in reading and showing values
 * (https://support.google.com/docs/answer/58515). Only separators and the order of day and month; names of months stay English.
 */
export interface SheetLocale {
  readonly dayFirst: boolean;
  readonly decimal: '.' | ',';
  readonly thousands: ',' | '.' | ' ';
  /** Number format that a typed date gets. */
  readonly dateFormat: string;
}

const COMMA_LANGUAGES = new Set(['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ru', 'sv', 'da', 'fi', 'nb', 'cs', 'tr', 'el', 'hu']);
const SPACE_LANGUAGES = new Set(['fr', 'ru', 'pl', 'sv', 'fi', 'nb', 'cs', 'hu']);
const POINT_DATE_LANGUAGES = new Set(['de', 'ru', 'pl', 'fi', 'nb', 'cs', 'tr']);

export function sheetLocale(locale: string): SheetLocale {
  const language = locale.split('_')[0]!;
  const comma = COMMA_LANGUAGES.has(language);
  const dayFirst = locale !== 'en_US' && !['ja', 'zh', 'ko'].includes(language);
  return {
    dayFirst,
    decimal: comma ? ',' : '.',
    thousands: SPACE_LANGUAGES.has(language) ? ' ' : comma ? '.' : ',',
    dateFormat: !dayFirst
      ? locale === 'en_US'
        ? 'M/d/yyyy'
        : 'yyyy/MM/dd'
      : POINT_DATE_LANGUAGES.has(language)
        ? 'dd.MM.yyyy'
        : 'dd/MM/yyyy',
  };
}
