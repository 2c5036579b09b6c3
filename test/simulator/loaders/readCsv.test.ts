import * as fc from 'fast-check';
import { unparse } from 'papaparse';
import { decodeText, readCsv } from '../../../simulator/loaders/readCsv';

describe('CSV', () => {
  test('is read with a byte order mark, CRLF and quoted line breaks; a record is one row', () => {
    expect(readCsv('\uFEFFName,Note\r\n"Ana","two\r\nlines, ""quoted"""\r\n\r\nBen,x\r\n')).toEqual({
      header: ['Name', 'Note'],
      records: [
        { row: 2, cells: ['Ana', 'two\r\nlines, "quoted"'] },
        { row: 4, cells: ['Ben', 'x'] },
      ],
      skipped: [],
    });
  });

  test('takes the separator that the header uses', () => {
    expect(readCsv('a;b\n1,5;x').records).toEqual([{ row: 2, cells: ['1,5', 'x'] }]);
    expect(readCsv('"a;b",c\n1,2').header).toEqual(['a;b', 'c']);
    expect(readCsv('only\nx').records).toEqual([{ row: 2, cells: ['x'] }]);
  });

  test('skips what does not fit the header, or whose quotes do not close, and says so', () => {
    expect(readCsv('a,b\n1,2,3\n4,5').skipped).toEqual([{ row: 2, reason: 'has 3 cells, the header has 2' }]);
    expect(readCsv('a,b\n1,2\n"open,4').skipped).toMatchObject([{ row: 3, reason: expect.stringContaining('cannot be read') }]);
  });

  test('decodes UTF-8 and, by its mark, UTF-16', () => {
    expect(decodeText(Buffer.from('Zoë'))).toBe('Zoë');
    expect(decodeText(Buffer.from('\uFEFFZoë', 'utf16le'))).toBe('Zoë');
  });

  test('gives back every table that was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', ' ', ';') });
    const rows = fc.array(
      fc.tuple(cell, cell, cell).map(([a, b, c]) => [`x${a}`, b, c]),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (written) => {
        const text = unparse([['a', 'b', 'c'], ...written], {
          newline: '\r\n',
        });
        expect(readCsv(text).records.map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });
});
