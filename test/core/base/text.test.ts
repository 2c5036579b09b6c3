import fc from 'fast-check';
import { a1, columnLetters } from '../../../src/core/base/a1';
import { chunkList } from '../../../src/core/base/chunkList';
import { chunkText } from '../../../src/core/base/chunkText';
import { compareText } from '../../../src/core/base/compareText';
import { escapeMarkup } from '../../../src/core/base/escapeMarkup';
import { formatNumber, plural } from '../../../src/core/base/plural';
import { utf8 } from '../../../src/core/base/utf8';
import { wellFormed } from '../../../src/core/base/wellFormed';

/** Texts with pairs, lone halves and plain letters. */
const anyText = fc
  .array(fc.constantFrom('a', 'é', 'ж', '漢', '😀', '\ud83d', '\ude00', '\u0000', "'", '<'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test.each([
  [1, 1, 'A1'],
  [12, 26, 'Z12'],
  [3, 27, 'AA3'],
  [1, 702, 'ZZ1'],
  [1000, 703, 'AAA1000'],
])('names the cell in row %i, column %i as Sheets does: %s (S10)', (row, column, expected) => {
  expect(a1(row, column)).toBe(expected);
});

test('gives every column letters of its own', () => {
  const letters = Array.from({ length: 18278 }, (_, index) => columnLetters(index + 1));
  expect(new Set(letters).size).toBe(18278);
});

test('cuts a text into pieces that join to the text, none longer than asked, none within a surrogate pair', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 12 }), (text, size) => {
      const chunks = chunkText(text, size);
      expect(chunks.join('')).toBe(text);
      expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true);
      expect(chunks.map(wellFormed).join('')).toBe(wellFormed(text));
    }),
  );
});

test('cuts a list into pieces of the size asked, in order', () => {
  expect(chunkList([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunkList([], 2)).toEqual([]);
});

test('encodes any text as UTF-8, an unpaired surrogate as U+FFFD', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(Buffer.from(utf8(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
    }),
  );
});

test('makes every text fit for a web address and leaves well-formed text alone', () => {
  fc.assert(fc.property(anyText, (text) => encodeURIComponent(wellFormed(text)).length >= 0));
  expect(wellFormed('Zoë 😀 漢字')).toBe('Zoë 😀 漢字');
  expect(wellFormed('a\ud83db')).toBe('a\ufffdb');
});

test('shows what people typed as text, never as markup', () => {
  expect(escapeMarkup(`<a href="x" onclick='y'>R&D</a>`)).toBe('&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;');
});

test.each([
  [0, '0 contacts'],
  [1, '1 contact'],
  [999, '999 contacts'],
  [1000, '1,000 contacts'],
  [1234567, '1,234,567 contacts'],
])('counts %i as “%s”', (count, expected) => {
  expect(plural(count, 'contact')).toBe(expected);
});

test('takes an irregular plural, and numbers alone', () => {
  expect(plural(2, 'entry', 'entries')).toBe('2 entries');
  expect(formatNumber(25000)).toBe('25,000');
});

test('sorts by code units, the same on every machine', () => {
  expect(['b', 'a', 'Z', 'ä'].sort(compareText)).toEqual(['Z', 'a', 'b', 'ä']);
});
