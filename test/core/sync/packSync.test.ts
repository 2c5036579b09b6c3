import type { Change, Skip } from '../../../src/core/plan/Change';
import { packSync, unpackSync } from '../../../src/core/sync/packSync';

const ids = ['s1', 's2', 's3', 's4'];
const create = (sourceContactId: string): Change => ({
  kind: 'createContact',
  sourceContactId,
  fields: {},
  mark: { version: 1, origin: 'sync1', sourceUserId: 'ann', sourceContactId, fingerprint: 'f' },
  joinGroup: true,
});
const update = (resourceName: string, kind: 'updateContact' | 'adoptContact' = 'updateContact'): Change => ({
  kind,
  sourceContactId: 's2',
  resourceName,
  etag: 'e',
  mask: ['names'],
  fields: {},
  clientData: [],
});
const remove = (resourceName: string): Change => ({ kind: 'deleteContact', sourceContactId: 'x', resourceName });
const members: Change = { kind: 'changeMembers', group: 'contactGroups/1', add: ['people/c1', 'people/c2'], remove: ['people/c3'] };
const dropLabel: Change = { kind: 'deleteContactGroup', resourceName: 'contactGroups/1' };
const skips: readonly Skip[] = [{ sourceContactId: 's4', reason: 'sameEmail' }];

const changes = [create('s1'), update('people/c1'), update('people/c9', 'adoptContact'), members, remove('people/c5'), dropLabel];
const named = unpackSync(packSync(ids, { changes, skips }), ids);

test('B1: what a preview named may be done, and is counted', () => {
  expect(changes.filter((change) => !named.has(change))).toEqual([]);
  expect(named).toMatchObject({ creates: 1, changes: 5, deletes: 1 });
});

test.each([
  ['creates another contact of the source', create('s3')],
  ['creates one that was there', create('s4')],
  ['writes over another contact', update('people/c5')],
  ['takes over another contact', update('people/c8', 'adoptContact')],
  ['deletes what it was to write over', remove('people/c1')],
  ['deletes another label', { kind: 'deleteContactGroup', resourceName: 'contactGroups/2' } as const],
])('a plan that %s is not the one that was approved', (_, change) => expect(named.has(change)).toBe(false));

test('B6: which contacts went under which label is named, and which went out', () => {
  const mine: Change = { kind: 'changeMembers', group: 'contactGroups/myContacts', add: [], remove: ['people/c1'] };
  const packed = unpackSync(packSync(ids, { changes: [members, mine], skips }), ids);
  const all = ['people/c1', 'people/c2', 'people/c3'];
  expect(packed.members.map(({ isMine, isIn, has }) => [isMine, isIn, ...all.filter(has)])).toEqual([
    [false, true, 'people/c1', 'people/c2'],
    [false, false, 'people/c3'],
    [true, true],
    [true, false, 'people/c1'],
  ]);
  expect(packed).toMatchObject({ changes: 4, unnamedMembers: 0 });
});

test('where nothing was to be done nothing may be', () => {
  const nothing = unpackSync(packSync(ids, { changes: [], skips }), ids);
  expect([...changes, members].filter((change) => nothing.has(change))).toEqual([]);
});

test('of 25,000 contacts a destination’s text fits into the cells that a preview has', () => {
  const many = Array.from({ length: 25_000 }, (_, index) => update(`people/c${index}`));
  const text = packSync(
    many.map((_, index) => `s${index}`),
    { changes: many, skips: [] },
  );
  expect(text.length).toBeLessThan(5 * 45_000);
  const names = many.map((_, index) => `people/c${index}`);
  const more = packSync([], { changes: [...many, { kind: 'changeMembers', group: 'contactGroups/1', add: names, remove: [] }], skips: [] });
  expect(more.length).toBeLessThan(5 * 45_000);
  expect(unpackSync(more, [])).toMatchObject({ changes: 50_000, unnamedMembers: 25_000 });
});
