import { notSimulated } from '../notSimulated';
import { isTimeZone, wallClock, zoneOffset } from '../../kernel/timeZone';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Java's SimpleDateFormat in English, as `Utilities.formatDate` uses it
 * (https://developers.google.com/apps-script/reference/utilities/utilities). An unknown zone counts as GMT, as Java has it.
 */
export const formatDate = (instant: number, timeZone: string, pattern: string): string => {
  const zone = isTimeZone(timeZone) ? timeZone : 'Etc/GMT';
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (part, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    return field(instant, zone, letter ?? '', part.length);
  });
};

const field = (instant: number, zone: string, letter: string, width: number): string => {
  const at = wallClock(zone, instant);
  const pad = (value: number, size = width) => String(value).padStart(size, '0');
  const weekday = new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay();
  switch (letter) {
    case 'y':
      return width === 2 ? pad(at.year % 100) : pad(at.year);
    case 'M': {
      const name = MONTHS[at.month - 1] ?? '';
      return width >= 4 ? name : width === 3 ? name.slice(0, 3) : pad(at.month);
    }
    case 'd':
      return pad(at.day);
    case 'D':
      return pad((Date.UTC(at.year, at.month - 1, at.day) - Date.UTC(at.year, 0, 0)) / 86_400_000);
    case 'E':
      return width >= 4 ? (DAYS[weekday] ?? '') : (DAYS[weekday] ?? '').slice(0, 3);
    case 'u':
      return pad(weekday === 0 ? 7 : weekday);
    case 'a':
      return at.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(at.hour);
    case 'k':
      return pad(at.hour === 0 ? 24 : at.hour);
    case 'h':
      return pad(at.hour % 12 === 0 ? 12 : at.hour % 12);
    case 'K':
      return pad(at.hour % 12);
    case 'm':
      return pad(at.minute);
    case 's':
      return pad(at.second);
    case 'S':
      return pad(((instant % 1000) + 1000) % 1000);
    case 'z':
      return zoneName(instant, zone, width >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(instant, zone, '');
    case 'X':
      return offsetX(instant, zone, width);
    default:
      throw notSimulated(`the date letter ${letter} is not simulated`);
  }
};

const zoneName = (instant: number, zone: string, timeZoneName: 'long' | 'short'): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName }).formatToParts(instant).find((part) => part.type === 'timeZoneName')
    ?.value ?? zone;

const offsetText = (instant: number, zone: string, colon: string): string => {
  const minutes = Math.round(zoneOffset(zone, instant) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${colon}${String(size % 60).padStart(2, '0')}`;
};

const offsetX = (instant: number, zone: string, width: number): string => {
  if (zoneOffset(zone, instant) === 0) return 'Z';
  const text = offsetText(instant, zone, width === 3 ? ':' : '');
  return width === 1 ? text.slice(0, 3) : text;
};
