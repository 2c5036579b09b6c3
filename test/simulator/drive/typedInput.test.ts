import * as fc from 'fast-check';
import { typedInput } from '../../../simulator/drive/typedInput';
import { serialOfDate } from '../../../simulator/drive/serialDate';

const typed = (text: string, format?: string, locale = 'en_US') => typedInput(text, format, locale);

describe('typed input', () => {
  test.each([
    ['42', 42],
    ['-3.5', -3.5],
    ['+7', 7],
    ['1,234.5', 1234.5],
    ['12%', 0.12],
    ['$1,000', 1000],
    ['1e3', 1000],
    ['007', 7],
    ['.5', 0.5],
    ['TRUE', true],
    ['false', false],
    ['2026-03-02', serialOfDate(2026, 3, 2)],
    ['3/2/2026', serialOfDate(2026, 3, 2)],
    ['Mar 2, 2026', serialOfDate(2026, 3, 2)],
    ['2 March 2026', serialOfDate(2026, 3, 2)],
    ['12:00', 0.5],
    ['2026-03-02 18:00', serialOfDate(2026, 3, 2) + 0.75],
    ['6:00 PM', 0.75],
  ])('reads %s as a value', (text, value) => {
    expect(typed(text).value).toBe(value);
    expect(typed(text).formula).toBeUndefined();
  });

  test.each(['Ana', 'ana@example.com', '@ana', '/Sales/EMEA', '555-0100', '2026-02-30', '13/13/2026', '1,23', '12:75', '='])(
    'leaves %s as text',
    (text) => {
      expect(typed(text)).toEqual({ value: text });
    },
  );

  test.each([
    ['=A1', '=A1'],
    ['=HYPERLINK("http://example.com")', '=HYPERLINK("http://example.com")'],
    ['+44 20 7946 0000', '=+44 20 7946 0000'],
    ['-cmd', '=-cmd'],
  ])('turns %s into a formula', (text, formula) => {
    expect(typed(text).formula).toBe(formula);
  });

  test('keeps what follows a leading apostrophe as text, without the apostrophe', () => {
    expect(typed("'=A1")).toEqual({ value: '=A1' });
    expect(typed("'007")).toEqual({ value: '007' });
  });

  test('reads day first where the locale does, and its own separators', () => {
    expect(typed('2/3/2026', undefined, 'en_GB').value).toBe(serialOfDate(2026, 3, 2));
    expect(typed('02.03.2026', undefined, 'de_DE').value).toBe(serialOfDate(2026, 3, 2));
    expect(typed('1.234,5', undefined, 'de_DE').value).toBe(1234.5);
  });

  test('keeps every text as it is in a plain-text cell', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(typed(text, '@')).toEqual({ value: text })));
  });

  test('reads the literal of any finite number back as that number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(typed(String(value)).value, value === 0 ? 0 : value) || typed(String(value)).value === value).toBe(true);
      }),
    );
  });
});
