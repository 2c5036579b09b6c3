import { plural } from '../core/base/plural';

/** Who looks at a card: how dates and numbers are written for them. */
export interface Viewer {
  /** BCP 47. */
  readonly locale: string;
  /** IANA id; undefined when the host does not tell. */
  readonly timeZone: string | undefined;
}

/** Falls back to the language part, then to English, when the host sends a locale that this engine does not know. */
const knownLocale = (locale: string): string => {
  for (const candidate of [locale.replace('_', '-'), locale.split(/[-_]/)[0] ?? '']) {
    try {
      return Intl.getCanonicalLocales(candidate)[0] ?? 'en';
    } catch {
      continue;
    }
  }
  return 'en';
};

/** "1,204" for an English reader. */
export const formatNumber = (value: number, viewer: Viewer): string => new Intl.NumberFormat(knownLocale(viewer.locale)).format(value);

/** "1,204 contacts" for an English reader, "1 contact". */
export const formatCount = (count: number, viewer: Viewer, one: string, many = `${one}s`): string =>
  `${formatNumber(count, viewer)} ${count === 1 ? one : many}`;

/** In the reader's zone, with the zone's name when the host did not tell which it is. */
const formatIn = (milliseconds: number, viewer: Viewer, options: Intl.DateTimeFormatOptions): string => {
  const locale = knownLocale(viewer.locale);
  try {
    if (viewer.timeZone !== undefined && viewer.timeZone !== '') {
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: viewer.timeZone }).format(milliseconds);
    }
  } catch {
    // An unknown zone is told as UTC below.
  }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', timeZoneName: 'short' }).format(milliseconds);
};

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** Date and time of day. */
export const formatMoment = (milliseconds: number, viewer: Viewer): string => formatIn(milliseconds, viewer, { ...day, ...time });

/** A calendar day (`2026-03-29`), which is the same in every zone. */
export const formatDate = (date: string, viewer: Viewer): string => formatIn(Date.parse(date), { ...viewer, timeZone: 'UTC' }, day);

/** The time of day alone when it is on the reader's day of `now`. The minute is the one that is over by then, so that "at the latest" holds. */
export const formatLatest = (milliseconds: number, now: number, viewer: Viewer): string => {
  const at = Math.ceil(milliseconds / 60_000) * 60_000;
  const sameDay = formatIn(at, viewer, day) === formatIn(now, viewer, day);
  return formatIn(at, viewer, sameDay ? time : { ...day, ...time });
};

/** "3 hours ago". */
export const formatAge = (since: number, now: number): string => {
  const minutes = Math.floor(Math.max(0, now - since) / 60_000);
  if (minutes < 1) return 'a moment ago';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  return minutes < 24 * 60 ? `${plural(Math.floor(minutes / 60), 'hour')} ago` : `${plural(Math.floor(minutes / (24 * 60)), 'day')} ago`;
};
