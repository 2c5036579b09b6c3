import * as fc from 'fast-check';
import { parseCsv } from '../../src/core/imports/parseCsv';
import { cutRecords } from '../../src/page/cutRecords';

const piecesOf = (text: string): readonly string[] => {
  const made = cutRecords(text);
  if ('fault' in made) throw new Error(made.fault);
  return made.pieces;
};
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const read = parseCsv(text);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.rows;
};
const long = 'x'.repeat(1000);

describe('cutRecords', () => {
  it('I6: cuts a long file after some 400,000 characters, between records, and loses nothing', () => {
    const record = fc.array(fc.constantFrom(long, `"a\n${long}"`, `"say ""${long}"""`, `"\r\n,;${long}"`, ''), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 250, maxLength: 350 }), fc.constantFrom('\n', '\r\n', '\r'), (records, lineEnd) => {
        const text = records.map((cells) => cells.join(',')).join(lineEnd) + lineEnd;
        const pieces = piecesOf(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.slice(0, -1).every((piece) => piece.length >= 400_000 && piece.endsWith(lineEnd.slice(-1)))).toBe(true);
        expect(pieces.flatMap((piece) => rowsOf(`1,2\n${piece}`).slice(1))).toEqual(rowsOf(`1,2\n${text}`).slice(1));
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    ['nothing', '', ['']],
    ['a header alone', 'a,b', ['a,b']],
    ['a quote within a cell, which opens nothing', 'a,5" disk\nb,c', ['a,5" disk\nb,c']],
    ['a quote after a byte order mark', '\ufeff"a\nb",c\n', ['\ufeff"a\nb",c\n']],
  ])('%s is one piece', (_title, text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('refuses what it cannot cut, and says where', () => {
    const endless = 'y'.repeat(1_100_000);
    expect(cutRecords(`a,b\n"c,${endless}`)).toEqual({ fault: 'A quote that begins in row 2 seems never to end.' });
    expect(cutRecords(`a,b\nc\n${endless}`)).toEqual({ fault: 'Row 3 has no end.' });
    expect(cutRecords('a\n'.repeat(51_001))).toEqual({ fault: 'The file has 51,001 rows; an import takes 50,000. Split it into several.' });
  });
});
