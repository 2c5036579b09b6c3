import fc from 'fast-check';
import type { ExistingContact } from '../../../src/core/contacts/ExistingContact';
import type { Mark } from '../../../src/core/contacts/Mark';
import { surplusCopies } from '../../../src/core/runs/surplusCopies';

const mark = (sourceContactId: string, more: Partial<Mark> = {}): Mark => ({
  version: 1,
  origin: 'run1',
  sourceUserId: 'source',
  sourceContactId,
  fingerprint: 'as delivered',
  ...more,
});
const contact = (id: string, marks: readonly Mark[], fingerprint = 'as delivered'): ExistingContact => ({
  resourceName: `people/${id}`,
  marks,
  keys: { emails: [], phones: [], name: '' },
  fingerprint,
  groups: [],
});
const surplus = (...contacts: ExistingContact[]): string[] => surplusCopies(contacts, 'source', 'run1');

test('of the copies of one source contact one stays', () => {
  expect(surplus(contact('c2', [mark('a')]), contact('c1', [mark('a')]), contact('c3', [mark('b')]))).toEqual(['people/c2']);
});

test('the one that a person edited stays, whichever came first', () => {
  expect(surplus(contact('c1', [mark('a')]), contact('c2', [mark('a')], 'edited'))).toEqual(['people/c1']);
  expect(surplus(contact('c1', [mark('a')], 'edited'), contact('c2', [mark('a')], 'edited too'))).toEqual([]);
});

test('a contact that its owner merged of two counts for both and stays (two marks)', () => {
  expect(surplus(contact('c1', [mark('a'), mark('b')]), contact('c2', [mark('a')]), contact('c3', [mark('c')]))).toEqual(['people/c2']);
});

test('what another run delivered, what comes from another source and what has no mark is never taken away', () => {
  expect(surplus(contact('c1', [mark('a', { origin: 'run0' })]), contact('c2', [mark('a')]))).toEqual(['people/c2']);
  expect(surplus(contact('c1', [mark('a', { origin: 'run0' })]), contact('c2', [mark('a', { origin: 'run0' })]))).toEqual([]);
  expect(surplus(contact('c1', [mark('a', { sourceUserId: 'other' })]), contact('c2', [mark('a')]), contact('c3', []))).toEqual([]);
});

test('every source contact that was there is there afterwards, and nothing edited is lost', () => {
  const ids = fc.constantFrom('a', 'b', 'c');
  const marks = fc.uniqueArray(ids, { minLength: 0, maxLength: 2 });
  const contacts = fc.array(fc.tuple(marks, fc.boolean(), fc.constantFrom('run1', 'run0')), { maxLength: 12 });
  fc.assert(
    fc.property(contacts, (drawn) => {
      const all = drawn.map(([sourceIds, edited, origin], index) =>
        contact(
          `c${index}`,
          sourceIds.map((id) => mark(id, { origin })),
          edited ? 'edited' : 'as delivered',
        ),
      );
      const gone = new Set(surplusCopies(all, 'source', 'run1'));
      const idsOf = (some: readonly ExistingContact[]) => new Set(some.flatMap((one) => one.marks.map((each) => each.sourceContactId)));
      const left = all.filter((one) => !gone.has(one.resourceName));
      expect(idsOf(left)).toEqual(idsOf(all));
      for (const one of all.filter((each) => gone.has(each.resourceName))) {
        expect(one).toMatchObject({ fingerprint: 'as delivered', marks: [{ origin: 'run1' }] });
      }
      expect(surplusCopies(left, 'source', 'run1')).toEqual([]);
    }),
  );
});
