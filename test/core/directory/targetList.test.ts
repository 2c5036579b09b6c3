import * as fc from 'fast-check';
import { sha256Hex } from '../../../src/core/base/digest';
import { keptPage, partAt, partsOfAddress, startOf } from '../../../src/core/directory/listPlaces';
import type { ResolvedTarget } from '../../../src/core/directory/resolveTargets';
import {
  packTargetList,
  placesIn,
  readListHead,
  readListPart,
  type ListedTarget,
  type ListPlace,
} from '../../../src/core/directory/TargetList';
import { problem } from '../../../src/core/base/Problem';
import { user } from '../../support/directoryRecords';

const target = (id: string, email: string, more: Partial<ResolvedTarget> = {}): ResolvedTarget => ({
  user: user(id, email),
  from: ['Sales'],
  suspended: false,
  ...more,
});
const many = (count: number): ResolvedTarget[] =>
  Array.from({ length: count }, (_, index) => target(`u${index}`, `P${String(index).padStart(6, '0')}@acme.test`));
const unpacked = (
  targets: readonly ResolvedTarget[],
): { all: ListedTarget[]; head: ReturnType<typeof readListHead>; parts: readonly string[] } => {
  const { head, parts } = packTargetList({ targets, problems: [] }, []);
  return { all: parts.flatMap(readListPart), head: readListHead(head), parts };
};
const place = (at: number): ListPlace => ({ userId: `u${at}`, at, suspended: false, lookAlike: false });

describe('a target list', () => {
  it('holds every user once, by address, in parts that fit into a cell and are bound by their digests', () => {
    const { all, head, parts } = unpacked(many(3000).reverse());
    expect(all.map((one) => one.userId)).toEqual(many(3000).map((one) => one.user.id));
    expect(head.total).toBe(3000);
    expect(parts.length).toBeGreaterThan(5);
    for (const [index, part] of parts.entries()) {
      expect(part.length).toBeLessThanOrEqual(30_000);
      expect(head.parts[index]).toEqual({
        digest: sha256Hex(part),
        count: readListPart(part).length,
        first: readListPart(part)[0]!.email.toLowerCase(),
      });
    }
  });

  it('counts who is suspended and who looks like another, and says where those left out stand', () => {
    const targets = [
      target('c', 'cleo@acme.test'),
      target('a', 'ann@acme.test', { suspended: true }),
      target('b', 'bob@acme.test', { lookAlike: 'b0b@acme.test', from: ['1', '2', '3', '4', '5'] }),
    ];
    const { head, parts } = packTargetList({ targets, problems: [] }, ['b', 'nobody']);
    expect(readListHead(head)).toMatchObject({
      total: 3,
      suspended: 1,
      lookAlikes: 1,
      left: [{ userId: 'b', at: 1, suspended: false, lookAlike: true }],
    });
    expect(placesIn(parts, ['b', 'nobody'])).toEqual(readListHead(head).left);
    expect(readListPart(parts[0]!).map((one) => [one.userId, one.suspended, one.lookAlike, one.from])).toEqual([
      ['a', true, undefined, 'Sales'],
      ['b', false, 'b0b@acme.test', '1, 2, 3 and 2 more'],
      ['c', false, undefined, 'Sales'],
    ]);
  });

  it('keeps the first hundred problems and counts the rest', () => {
    const problems = Array.from({ length: 250 }, (_, index) => problem('target.nobody', { label: String(index) }));
    const head = readListHead(packTargetList({ targets: [], problems }, []).head);
    expect(head.problems).toEqual(problems.slice(0, 100));
    expect(head.moreProblems).toBe(150);
    expect(head.parts).toEqual([]);
  });
});

describe('places of a list', () => {
  it('a page shows what a list without the ones left out would', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.array(fc.nat(60)),
        fc.integer({ min: -1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (total, left, number, size) => {
          const kept = Array.from({ length: total }, (_, at) => at).filter((at) => !left.includes(at));
          const last = Math.max(0, Math.ceil(kept.length / size) - 1);
          const shown = Math.min(Math.max(0, number), last);
          expect(keptPage(total, left.map(place), number, size)).toEqual({
            places: kept.slice(shown * size, shown * size + size),
            number: shown,
            total: kept.length,
          });
        },
      ),
    );
  });

  it('each place lies in its part', () => {
    const { all, head, parts } = unpacked(many(1200));
    for (const at of [0, 1, 499, 1199]) {
      const { part, start } = partAt(head, at)!;
      expect(startOf(head, part)).toBe(start);
      expect(readListPart(parts[part]!)[at - start]).toEqual(all[at]);
    }
    expect(partAt(head, 1200)).toBeUndefined();
  });

  it('the beginning of an address is looked for in every part that may hold it, and in few', () => {
    const { all, head, parts } = unpacked(many(3000));
    fc.assert(
      fc.property(fc.nat(3100), fc.integer({ min: 1, max: 17 }), (index, length) => {
        const beginning = `p${String(index).padStart(6, '0')}@acme.test`.slice(0, length);
        const holding = parts.flatMap((part, number) =>
          readListPart(part).some((one) => one.email.toLowerCase().startsWith(beginning)) ? [number] : [],
        );
        const found = partsOfAddress(head, beginning);
        for (const number of holding) expect(found).toContain(number);
        expect(found.length).toBeLessThanOrEqual(holding.length + 1);
      }),
    );
    expect(all).toHaveLength(3000);
  });
});
