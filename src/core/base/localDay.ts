const quarter = 15 * 60 * 1000;

/** Date (`2026-03-29`) and hour of day in a zone; an unknown zone is taken as UTC. */
export const localDay = (milliseconds: number, timeZone: string): { readonly date: string; readonly hour: number } => {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' } as const;
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat('en', { ...options, timeZone }).formatToParts(milliseconds);
  } catch {
    parts = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).formatToParts(milliseconds);
  }
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
};

/** The first time from `now` on, to a quarter of an hour, that is on a day after `date` and not before that hour of day. */
export const nextDayAt = (hour: number, date: string, now: number, timeZone: string): number => {
  const fits = (at: number): boolean => {
    const local = localDay(at, timeZone);
    return local.date > date && local.hour >= hour;
  };
  if (fits(now)) return now;
  let at = Math.ceil(now / quarter) * quarter;
  // Two days hold a whole one, also where clocks change.
  for (const end = at + 48 * 60 * 60 * 1000; at < end && !fits(at); at += quarter);
  return at;
};
