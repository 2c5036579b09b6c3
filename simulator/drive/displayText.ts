import { isCellError, type CellValue } from './Cell';
import { wallClockOfSerial } from './serialDate';
import { sheetLocale } from './SheetLocale';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** True for number formats that show a number as a date, a time or a duration. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === '@') return false;
  const bare = format.replace(/"[^"]*"|\\./g, '');
  return /[ydhs]|m{1,5}(?!\w)/i.test(bare) && !/[0#]/.test(bare.replace(/\.0+/g, ''));
}

/**
 * The text a cell shows (https://developers.google.com/workspace/sheets/api/guides/formats). Sections after `;`, colours
 * and conditions of a number format are not shown; everything else of the common formats is.
 */
export function displayText(value: CellValue, format: string | undefined, locale: string): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return dateText(value, format!);
  const { decimal, thousands } = sheetLocale(locale);
  const plain = format === undefined || format === '@' || !/[0#]/.test(format) ? automatic(value) : numberText(value, format);
  return plain.replace(/[.,]/g, (sign) => (sign === '.' ? decimal : thousands));
}

function automatic(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'E')
      .replace('e', 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  return String(Number(value.toFixed(Math.max(0, 10 - String(Math.trunc(Math.abs(value))).length))));
}

function numberText(value: number, format: string): string {
  const section = format.split(';')[0]!.replace(/"([^"]*)"|\\(.)/g, (_, quoted: string, escaped: string) => quoted ?? escaped);
  const pattern = /[#0][#0,]*(?:\.([0#]*))?(E\+?0+)?/.exec(section);
  if (!pattern) return automatic(value);
  const scaled = section.includes('%') ? value * 100 : value;
  const places = pattern[1] ?? '';
  let digits: string;
  if (pattern[2]) {
    digits = scaled
      .toExponential(places.length)
      .replace('e', 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  } else {
    digits = Math.abs(scaled).toFixed(Math.min(places.length, 15));
    const optional = places.length - places.replace(/#+$/, '').length;
    for (let i = 0; i < optional && digits.endsWith('0'); i++) digits = digits.slice(0, -1);
    digits = digits.replace(/\.$/, '');
    const [whole = '', ...fraction] = digits.split('.');
    const least = pattern[0].split('.')[0]!.replace(/[^0]/g, '').length;
    digits = [whole.padStart(least, '0'), ...fraction].join('.');
    if (pattern[0].split('.')[0]!.includes(',')) digits = digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
    if (scaled < 0 && Number(digits.replace(/,/g, '')) !== 0) digits = `-${digits}`;
  }
  return section.replace(pattern[0], () => digits);
}

function dateText(serial: number, format: string): string {
  const wall = new Date(wallClockOfSerial(serial));
  const half = /am\/pm|a\/p/i.test(format);
  const hour = wall.getUTCHours();
  const two = (n: number) => String(n).padStart(2, '0');
  let afterHour = false;
  return format.replace(/"([^"]*)"|\\(.)|am\/pm|a\/p|\[h+\]|y+|m+|d+|h+|s+|\.0+/gi, (token, quoted?: string, escaped?: string) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
    const length = token.length;
    switch (token[0]!.toLowerCase()) {
      case 'y':
        return length <= 2 ? two(wall.getUTCFullYear() % 100) : String(wall.getUTCFullYear());
      case 'd':
        if (length >= 3) return length === 3 ? DAYS[wall.getUTCDay()]!.slice(0, 3) : DAYS[wall.getUTCDay()]!;
        return length === 1 ? String(wall.getUTCDate()) : two(wall.getUTCDate());
      case 'm': {
        if (afterHour && length <= 2) return length === 1 ? String(wall.getUTCMinutes()) : two(wall.getUTCMinutes());
        const month = MONTHS[wall.getUTCMonth()]!;
        if (length >= 3) return length === 3 ? month.slice(0, 3) : month;
        return length === 1 ? String(wall.getUTCMonth() + 1) : two(wall.getUTCMonth() + 1);
      }
      case '[':
        afterHour = true;
        return String(Math.floor(serial * 24 + 1e-9));
      case 'h': {
        afterHour = true;
        const shown = half ? hour % 12 || 12 : hour;
        return length === 1 ? String(shown) : two(shown);
      }
      case 's':
        return length === 1 ? String(wall.getUTCSeconds()) : two(wall.getUTCSeconds());
      case '.':
        return `.${String(wall.getUTCMilliseconds())
          .padStart(3, '0')
          .slice(0, length - 1)}`;
      default:
        return hour < 12 ? 'AM' : 'PM';
    }
  });
}
