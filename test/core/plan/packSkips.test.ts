import * as fc from 'fast-check';
import { skipReasons, type Skip } from '../../../src/core/plan/Change';
import { packSkips, skipsDigest, unpackSkips } from '../../../src/core/plan/packSkips';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index}`);
const skip = (index: number, reason: Skip['reason']): Skip => ({ sourceContactId: `c${index}`, reason });

/** A cell of Google Sheets takes so many characters. */
const cell = 50_000;

describe('what becomes of each source contact, in one cell', () => {
  it('is read back contact by contact, with its reason', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('created' as const, ...skipReasons), { maxLength: 300 }), (fates) => {
        const skips = fates.flatMap((fate, index) => (fate === 'created' ? [] : [skip(index, fate)]));
        const packed = packSkips(ids(fates.length), skips);
        expect(unpackSkips(packed)).toEqual(fates);
        expect(packed.length).toBeLessThanOrEqual(fates.length);
      }),
    );
  });

  it('is short where few are skipped, and fits where 25,000 contacts alternate', () => {
    expect(packSkips(ids(500), [skip(120, 'sameEmail'), skip(121, 'sameEmail')])).toBe('c120e2c378');
    expect(packSkips(ids(500), [])).toBe('c500');
    const all = ids(25_000);
    const every = all.flatMap((_, index) => (index % 2 === 0 ? [skip(index, 'samePhone')] : []));
    const packed = packSkips(all, every);
    expect(packed.length).toBeLessThan(cell);
    expect(unpackSkips(packed)).toHaveLength(25_000);
  });

  it.each(['c3z2', '3c', 'c-1', 'c3 ', 'c999999'])('%j is nothing that was written', (text) => {
    expect(unpackSkips(text)).toEqual([]);
  });

  it('has a digest that tells a single contact, and does not depend on the order of targets', () => {
    const targets = [
      { targetId: 'a', contacts: 'c3' },
      { targetId: 'b', contacts: 'c2e' },
    ];
    expect(skipsDigest([...targets].reverse())).toBe(skipsDigest(targets));
    expect(skipsDigest([targets[0]!, { targetId: 'b', contacts: 'cec' }])).not.toBe(skipsDigest(targets));
  });
});
