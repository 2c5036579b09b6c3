import * as fc from 'fast-check';
import { a1OfBox, columnLetters, columnNumber, parseA1 } from '../../../simulator/drive/a1';

const grid = { rows: 1000, columns: 26 };

describe('A1 notation', () => {
  test.each([
    ['B2', { row: 2, column: 2, rows: 1, columns: 1 }],
    ['A1:C3', { row: 1, column: 1, rows: 3, columns: 3 }],
    ['C3:A1', { row: 1, column: 1, rows: 3, columns: 3 }],
    ['$B$2:$C$3', { row: 2, column: 2, rows: 2, columns: 2 }],
    ['B:B', { row: 1, column: 2, rows: 1000, columns: 1 }],
    ['2:5', { row: 2, column: 1, rows: 4, columns: 26 }],
    ['A2:B', { row: 2, column: 1, rows: 999, columns: 2 }],
  ])('reads %s', (text, box) => {
    expect(parseA1(text, grid)).toEqual({ box });
  });

  test.each(['', 'A', '5', 'A0', '1A', 'A1:', 'foo bar', 'A1:B2:C3'])('refuses %j', (text) => {
    expect(parseA1(text, grid)).toBeUndefined();
  });

  test('reads the name of the sheet, quoted or not', () => {
    expect(parseA1('Targets!A1', grid)?.sheet).toBe('Targets');
    expect(parseA1("'It''s mine'!A1:B2", grid)?.sheet).toBe("It's mine");
  });

  test('prints a box so that it is read back as the same box', () => {
    const span = (most: number) => fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }));
    fc.assert(
      fc.property(span(1000), span(26), ([r1, r2], [c1, c2]) => {
        const box = { row: Math.min(r1, r2), column: Math.min(c1, c2), rows: Math.abs(r1 - r2) + 1, columns: Math.abs(c1 - c2) + 1 };
        expect(parseA1(a1OfBox(box, grid), grid)?.box).toEqual(box);
      }),
    );
  });

  test('numbers columns A, Z, AA, ZZZ as Sheets does', () => {
    expect(['A', 'Z', 'AA', 'ZZZ'].map(columnNumber)).toEqual([1, 26, 27, 18278]);
    expect([1, 26, 27, 18278].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZZ']);
  });
});
