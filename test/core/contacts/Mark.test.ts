import fc from 'fast-check';
import { groupMarkEntry, parseGroupMarks, type GroupMark } from '../../../src/core/contacts/ContactGroup';
import { markEntry, parseMark, parseMarks, type Mark } from '../../../src/core/contacts/Mark';

const mark: Mark = { version: 1, origin: 'run1', sourceUserId: '10', sourceContactId: '64', fingerprint: 'abc' };
const groupMark: GroupMark = { version: 1, origin: 'run1', sourceUserId: '10', sourceGroup: 'contactGroups/5f' };

const id = fc.string({ minLength: 1, unit: 'grapheme' });

test('a mark is one clientData entry under the key roster, and reads back', () => {
  expect(markEntry(mark)).toEqual({ key: 'roster', value: '1:run1:10:64:abc' });
  fc.assert(
    fc.property(id, id, id, id, (origin, sourceUserId, sourceContactId, fingerprint) => {
      const any: Mark = { version: 1, origin, sourceUserId, sourceContactId, fingerprint };
      expect(parseMark(markEntry(any))).toEqual(any);
    }),
  );
});

test('an adopted contact’s mark says so and knows its entries; marks without either read as before (B7)', () => {
  expect(markEntry({ ...mark, adopted: true }).value).toBe('1:run1:10:64:abc:a');
  expect(markEntry({ ...mark, entries: 'a1b2c3' }).value).toBe('1:run1:10:64:abc::a1b2c3');
  for (const one of [mark, { ...mark, adopted: true as const }, { ...mark, entries: 'a1' }]) expect(parseMark(markEntry(one))).toEqual(one);
});

test('a joined label’s mark says so, and which name it had (G36)', () => {
  const joined: GroupMark = { ...groupMark, adopted: true };
  const named: GroupMark = { ...groupMark, name: 'Kunden: A' };
  for (const one of [joined, named, { ...joined, ...named }]) expect(parseGroupMarks([groupMarkEntry(one)])).toEqual([one]);
  expect(parseGroupMarks([{ key: 'roster', value: 'g1:run1:10:g:x' }])).toEqual([]);
});

test('the mark of a label reads back, and is none of a contact', () => {
  expect(parseGroupMarks([groupMarkEntry(groupMark)])).toEqual([groupMark]);
  expect(parseMark(groupMarkEntry(groupMark))).toBeUndefined();
  expect(parseGroupMarks([markEntry(mark)])).toEqual([]);
});

test('entries of other tools and broken ones are passed over; two marks are both read', () => {
  const other: Mark = { ...mark, sourceContactId: '65' };
  expect(
    parseMarks([{ key: 'ContactId', value: '1:run1:10:64:abc' }, markEntry(mark), { key: 'roster', value: '%' }, null, markEntry(other)]),
  ).toEqual([mark, other]);
});

test.each([
  [undefined],
  [null],
  [7],
  ['roster'],
  [{}],
  [{ key: 'roster' }],
  [{ key: 'roster', value: 7 }],
  [{ key: 'roster', value: '' }],
  [{ key: 'roster', value: '2:a:b:c:d' }],
  [{ key: 'roster', value: '1:::64:abc' }],
  [{ key: 'roster', value: '1:a:b:c:d:x' }],
  [{ key: 'roster', value: '1:%E0%A4%A:u:c:f' }],
])('reads no mark in %p', (entry) => {
  expect(parseMark(entry)).toBeUndefined();
});

test('never throws, whatever another tool wrote there', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string({ unit: 'binary' }), (thing, value) => {
      parseMark(thing);
      parseMarks(thing);
      parseGroupMarks(thing);
      parseMark({ key: 'roster', value });
      parseGroupMarks([{ key: 'roster', value }]);
    }),
  );
});
