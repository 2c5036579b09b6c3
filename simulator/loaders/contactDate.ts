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
