import * as fc from 'fast-check';
import { parseCsv } from '../../../src/core/imports/parseCsv';

const rowsOf = (text: string): unknown => {
  const read = parseCsv(text);
  return read.ok ? read.value.rows : read.problem.code;
};

describe('CSV', () => {
  it.each([
    [
      'a comma',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a semicolon, as where a comma is decimal',
      'a;b\n1,5;2\n1,6;3',
      [
        ['a', 'b'],
        ['1,5', '2'],
        ['1,6', '3'],
      ],
    ],
    [
      'a tab',
      'a\tb\n1\t2, 3',
      [
        ['a', 'b'],
        ['1', '2, 3'],
      ],
    ],
    [
      'a bar',
      'a|b\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing: a single column', 'a\n1\n2', [['a'], ['1'], ['2']]],
    ['what the first line says, which stays as an empty row', 'sep=;\r\na;b\r\n1;2', [[''], ['a', 'b'], ['1', '2']]],
  ])('is cut by %s', (_by, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    [
      'a byte order mark',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a mark before a quote',
      '\ufeff"a","b"\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of Windows',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of old Macs',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of both',
      'a,b\r\n1,2\n3,4\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'quoted delimiters, quotes and line breaks',
      'a,b\n"1,\r\n""x""",2',
      [
        ['a', 'b'],
        ['1,\r\n"x"', '2'],
      ],
    ],
    [
      'a quote within a cell that is not quoted',
      'a,b\n6" pipe,2',
      [
        ['a', 'b'],
        ['6" pipe', '2'],
      ],
    ],
    [
      'empty quoted cells',
      'a,b\n"",""',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    ['empty rows, which count', 'a,b\n\n1,2\n\n', [['a', 'b'], [''], ['1', '2'], ['']]],
    ['rows of other lengths', 'a,b,c\n1\n1,2,3,4', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
    [
      'leading zeros and signs',
      'a,b\n007,+49',
      [
        ['a', 'b'],
        ['007', '+49'],
      ],
    ],
  ])('may have %s', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    ['never ends', 'a,b\n1,"2', 'csv.quoteOpen'],
    ['never ends, with pairs of quotes in it', 'a,b\n1,"2""\n3,4', 'csv.quoteOpen'],
    ['has text behind it', 'a,b\n1,"2"x', 'csv.textBehindQuote'],
  ])('a quoted cell that %s is refused with its row', (_what, text, code) => {
    const read = parseCsv(text);
    expect(read).toMatchObject({ ok: false, problem: { code, data: { row: 2 } } });
  });

  it('a piece of a file is cut as its beginning was', () => {
    expect(parseCsv('1,5;2', ';')).toMatchObject({ value: { rows: [['1,5', '2']] } });
    expect(parseCsv('{"x"},1', ',')).toMatchObject({ value: { rows: [['{"x"}', '1']] } });
    expect(parseCsv('\n\n', ',')).toMatchObject({ ok: true });
  });

  it('gives back every table that was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '\t', 'é', ' ', '|'), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), (table, delimiter, end) => {
        const written = [['h1', 'h2', 'h3'], ...table];
        const text = written.map((cells) => cells.map(quoted).join(delimiter)).join(end);
        expect(rowsOf(text)).toEqual(written);
      }),
    );
  });
});
