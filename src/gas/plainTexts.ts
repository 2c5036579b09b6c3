import { runsOf } from './cellText';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Sheets shows a long number shortened, the way it shows those that are too large for a cell. */
const shortened = /^-?\d([.,]\d+)?E[+-]?\d+$/;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** ISO form of an instant that is a day in the zone, without a time of day. */
const dayIn = (timeZone: string): ((value: Date) => string | undefined) => {
  const options = {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const format = new Intl.DateTimeFormat('en-CA', options);
  return (value) => {
    const parts = Object.fromEntries(format.formatToParts(value).map(({ type, value: text }) => [type, text]));
    const { year, month, day, hour, minute } = parts;
    // A time of day without a date is a moment of 1899.
    return hour === '00' && minute === '00' && Number(year) > 1899 ? `${year}-${month}-${day}` : undefined;
  };
};

const bare = (text: string): string => text.replace(/[.,'’\s]/g, '');

/** With a point for decimals and nothing between thousands, where the format adds nothing else; undefined: as it is shown. */
const plainNumber = (value: number, shown: string): string | undefined => {
  const plain = String(value);
  return bare(shown) === bare(plain) || (shortened.test(shown) && Number.isSafeInteger(value)) ? plain : undefined;
};

/**
 * Texts of a range as a program can take them in every language: what is shown, but days as `2026-01-31`, checkboxes as `true` and
 * `false`, and numbers as programs write them, with all their digits. What Sheets already changed when it was typed (leading zeros,
 * the sign of a telephone number) is lost.
 */
export const plainTexts = (range: Range, timeZone: () => string): string[][] => {
  const values = range.getValues() as unknown[][];
  const isShown = (value: unknown): boolean => typeof value === 'number' || isDate(value);
  const formatted = (values[0] ?? []).flatMap((_, column) => (values.some((line) => isShown(line[column])) ? [column] : []));
  const texts = values.map((line) => line.map(String));
  let day: ReturnType<typeof dayIn> | undefined;
  for (const { first, last } of runsOf(formatted)) {
    const shown = range.offset(0, first, values.length, last - first + 1).getDisplayValues();
    shown.forEach((line, row) =>
      line.forEach((text, index) => {
        const value = values[row]?.[first + index];
        if (!isShown(value)) return;
        const plain = typeof value === 'number' ? plainNumber(value, text) : (day ??= dayIn(timeZone()))(value as Date);
        (texts[row] as string[])[first + index] = plain ?? text;
      }),
    );
  }
  return texts;
};
