export interface ContactDate {
  /** Absent for a date without a year. */
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** `1980-02-29`, or `--02-29` without a year (also with a space before it); undefined for anything else. */
export function contactDate(text: string): ContactDate | undefined {
  const match = /^(?:(\d{4})-|--)(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [month, day] = [Number(match[2]), Number(match[3])];
  const year = match[1] === undefined ? undefined : Number(match[1]);
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(2000 + ((year ?? 0) % 400), month, 0)).getUTCDate()) return undefined;
  return year === undefined || year === 0 ? { month, day } : { year, month, day };
}

/**
 * `1980-02-29`, or ` --02-29` (with the space) when there is no year: the opposite of `contactDate`. Undefined for a date of the
 * People API (https://developers.google.com/people/api/rest/v1/people#Date) without month or day.
 */
export function printDate(date: unknown): string | undefined {
  const { year, month, day } = (date ?? {}) as Partial<ContactDate>;
  if (!month || !day) return undefined;
  const monthAndDay = `${digits(month, 2)}-${digits(day, 2)}`;
  return year ? `${digits(year, 4)}-${monthAndDay}` : ` --${monthAndDay}`;
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}
