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

/** Date and time of day in the reader's zone, with the zone's name when the host did not tell which it is. */
export const formatMoment = (milliseconds: number, viewer: Viewer): string => {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' };
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
