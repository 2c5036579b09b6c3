import { displayText, isDateFormat } from '../../../simulator/drive/displayText';
import { instantOfSerial, serialOfDate, serialOfInstant } from '../../../simulator/drive/serialDate';

describe('what a cell shows', () => {
  test.each([
    [1234.5, undefined, '1234.5'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.125, '0.0%', '12.5%'],
    [-1234567.891, '#,##0', '-1,234,568'],
    [7, '000', '007'],
    [1e20, undefined, '1E+20'],
    [3.14, '0.0#', '3.14'],
    [3, '0.0#', '3.0'],
    [12, '$#,##0.00', '$12.00'],
    [1234567, '00.0', '1234567.0'],
    [serialOfDate(2026, 3, 2), 'yyyy-MM-dd', '2026-03-02'],
    [serialOfDate(2026, 3, 2) + 0.5, 'M/d/yyyy H:mm:ss', '3/2/2026 12:00:00'],
    [serialOfDate(2026, 3, 2) + 0.75, 'ddd, d MMM yyyy h:mm am/pm', 'Mon, 2 Mar 2026 6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [true, undefined, 'TRUE'],
    ['text', '0.00', 'text'],
    [{ error: '#N/A' as const }, undefined, '#N/A'],
    [null, undefined, ''],
  ])('shows %j with format %s as %s', (value, format, text) => {
    expect(displayText(value, format, 'en_US')).toBe(text);
  });

  test('uses the separators of the locale', () => {
    expect(displayText(1234.5, '#,##0.00', 'de_DE')).toBe('1.234,50');
  });

  test('tells date formats from number formats', () => {
    expect(['yyyy-MM-dd', 'H:mm', 'MMM d', 'ss.000'].map(isDateFormat)).toEqual([true, true, true, true]);
    expect(['0.00', '#,##0 "days"', '@', '0.00E+00', undefined].map(isDateFormat)).toEqual([false, false, false, false, false]);
  });
});

describe('serial numbers', () => {
  test('count days from 1899-12-30', () => {
    expect(serialOfDate(1899, 12, 31)).toBe(1);
    expect(serialOfDate(1970, 1, 1)).toBe(25569);
  });

  test('stand for different instants in different zones', () => {
    const serial = serialOfDate(2026, 3, 2);
    expect(instantOfSerial(serial, 'Etc/GMT')).toBe(Date.UTC(2026, 2, 2));
    expect(instantOfSerial(serial, 'Asia/Tokyo')).toBe(Date.UTC(2026, 2, 1, 15));
    expect(serialOfInstant(Date.UTC(2026, 2, 1, 15), 'Asia/Tokyo')).toBe(serial);
  });
});
