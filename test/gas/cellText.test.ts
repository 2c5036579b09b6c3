import * as fc from 'fast-check';
import { fromCell, runsOf, toCell } from '../../src/gas/cellText';

describe('cells', () => {
  it('come back as they were written, whatever they begin with', () => {
    const beginning = fc.constantFrom('', "'", "''", '\u200b', "\u200b'", '=', '+', '-', '@', '0');
    fc.assert(fc.property(beginning, fc.string(), (first, rest) => fromCell(toCell(first + rest)) === first + rest));
  });

  it('come back the same when Sheets takes a leading apostrophe as its own sign', () => {
    const sheetsTakes = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
    fc.assert(fc.property(fc.string(), (rest) => fromCell(sheetsTakes(String(toCell(`'${rest}`)))) === `'${rest}`));
  });

  it('keep numbers and truth values, give dates as ISO texts, and empty cells as empty texts', () => {
    expect([5, true, new Date(0), '', null].map(fromCell)).toEqual([5, true, '1970-01-01T00:00:00.000Z', '', '']);
  });
});

describe('runsOf', () => {
  it('joins neighbours', () => {
    expect(runsOf([2, 3, 4, 9])).toEqual([
      { first: 2, last: 4 },
      { first: 9, last: 9 },
    ]);
    expect(runsOf([])).toEqual([]);
  });
});
