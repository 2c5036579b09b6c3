import fc from 'fast-check';
import type { DirectoryUser } from '../../../src/core/directory/DirectoryUser';
import { resolveTargets, type TargetListings } from '../../../src/core/directory/resolveTargets';
import { selectorKey, type TargetSelection } from '../../../src/core/directory/TargetSelection';
import { checkSource } from '../../../src/core/sync/checkSource';
import { compareDestinations, noDestinations, toLookUp, type DestinationChanges } from '../../../src/core/sync/compareDestinations';
import { judgeNight } from '../../../src/core/sync/judgeNight';
import { readSelectors } from '../../../src/core/sync/readSelectors';
import { domain, user as anyUser } from '../../support/directoryRecords';
import { sourceGroup } from '../../support/syncCase';

const user = (id: string, more: Partial<DirectoryUser> = {}): DirectoryUser =>
  anyUser(id, `${id}@acme.test`, { orgUnitPath: '/Sales', ...more });
const sales = { kind: 'orgUnit', orgUnitId: 'ou1', includeChildren: true, label: '/Sales' } as const;
const crew = { kind: 'group', groupId: 'g1', label: 'team@acme.test' } as const;
const selection: TargetSelection = {
  selectors: [sales, crew, { kind: 'user', userId: 'zed', label: 'zed@acme.test' }],
  excludedUserIds: [],
};

const listings = (users: readonly DirectoryUser[], members: readonly string[] | 'gone' = [], isThere = true): TargetListings => ({
  users,
  members: members === 'gone' ? {} : { g1: members.map((id) => ({ id, email: `${id}@acme.test`, type: 'USER' })) },
  orgUnits: isThere ? [{ orgUnitId: 'ou1', orgUnitPath: '/Sales', name: 'Sales' }] : [],
  domains: [domain('acme.test')],
});

const everybody = [user('ann'), user('bob'), user('cleo', { orgUnitPath: '/Lab' }), user('zed', { orgUnitPath: '/' })];
const known = { userIds: ['ann', 'bob', 'cleo', 'zed'], users: { [selectorKey(sales)]: 2, [selectorKey(crew)]: 1 } };

const changes = (
  read: TargetListings,
  lookedUp: readonly DirectoryUser[] = [],
  options: { gone?: readonly string[]; suspended?: 'skip' | 'remove'; accepted?: readonly string[]; before?: typeof known } = {},
): DestinationChanges =>
  compareDestinations(
    options.before ?? known,
    resolveTargets(selection, read, 'src'),
    readSelectors(selection, read),
    new Map([...lookedUp.map((one) => [one.id, one] as const), ...(options.gone ?? []).map((id) => [id, undefined] as const)]),
    { suspended: options.suspended ?? 'skip' },
    options.accepted,
  );
const ids = (found: DestinationChanges) => ({
  joiners: found.joiners.map(({ id }) => id),
  stayers: found.stayers.map(({ id }) => id),
  skipped: found.skipped.map(({ id }) => id),
  leavers: found.leavers.map(({ id }) => id),
  waiting: found.waiting.map(({ id }) => id),
  gone: found.gone,
  unclear: found.unclear,
});
const nobody = { joiners: [], stayers: [], skipped: [], leavers: [], waiting: [], gone: [], unclear: [] };

test('at first everybody joins (G23)', () => {
  expect(ids(changes(listings(everybody, ['cleo']), [], { before: noDestinations as typeof known }))).toEqual({
    ...nobody,
    joiners: ['ann', 'bob', 'cleo', 'zed'],
  });
});

test('joiners, movers and leavers by id: a renamed user stays, one who moved into the group stays, one who left both leaves (B12, G21)', () => {
  const read = listings([user('ann', { primaryEmail: 'anna@acme.test' }), user('dan'), ...everybody.slice(2)], ['cleo']);
  const now = user('bob', { orgUnitPath: '/Lab' });
  expect(toLookUp(known, resolveTargets(selection, read))).toEqual(['bob']);
  expect(ids(changes(read, [now]))).toEqual({ ...nobody, joiners: ['dan'], stayers: ['ann', 'cleo', 'zed'], leavers: ['bob'] });
  expect(
    ids(changes({ ...read, members: { g1: [{ id: 'bob', type: 'USER' }] }, users: [...read.users, now] }, [everybody[2]!])),
  ).toMatchObject({
    stayers: ['ann', 'bob', 'zed'],
    leavers: ['cleo'],
  });
});

test('a deleted account is gone, one that could not be looked up is unclear: neither is a leaver (B5, B12)', () => {
  const read = listings([user('ann'), ...everybody.slice(2)], ['cleo']);
  expect(ids(changes(read, [], { gone: ['bob'] }))).toMatchObject({ leavers: [], gone: ['bob'], unclear: [] });
  const found = changes(read);
  expect(ids(found)).toMatchObject({ leavers: [], gone: [], unclear: ['bob'] });
  expect(judge(found).map(({ code }) => code)).toEqual(['sync.destinationsUnread']);
});

test('a suspended destination is skipped, or waits to be emptied; a suspended leaver waits, since nobody reaches it', () => {
  const read = listings([user('ann', { suspended: true }), ...everybody.slice(2)], ['cleo']);
  const left = user('bob', { archived: true, orgUnitPath: '/Old' });
  expect(ids(changes(read, [left]))).toEqual({ ...nobody, stayers: ['cleo', 'zed'], skipped: ['ann'], waiting: ['bob'] });
  expect(ids(changes(read, [left], { suspended: 'remove' }))).toEqual({ ...nobody, stayers: ['cleo', 'zed'], waiting: ['ann', 'bob'] });
});

const judge = (found: DestinationChanges, more: Partial<Parameters<typeof judgeNight>[1]> = {}, guard = { share: 0.3, contacts: 500 }) =>
  judgeNight(
    { guard, leavers: 'remove' },
    { before: 20, now: 20, removed: 0, destinations: known.userIds.length, changes: found, ...more },
  );

test.each<[string, TargetListings, string]>([
  ['a unit that reads empty', listings(everybody.slice(2), ['cleo']), 'sync.selectorEmptied'],
  ['a group that reads empty', listings(everybody, []), 'sync.selectorEmptied'],
  ['a unit that is gone', listings(everybody, ['cleo'], false), 'sync.selectorGone'],
  ['a group that is gone', listings(everybody, 'gone'), 'sync.selectorGone'],
])('%s: nobody left, and the night holds (B5)', (_, read, code) => {
  const found = changes(read, everybody);
  expect([found.leavers, found.waiting, found.unclear.length > 0]).toEqual([[], [], true]);
  expect(judge(found).map((one) => one.code)).toEqual([code]);
});

test('what was empty when it was chosen is no surprise; what a request says is empty by intent has leavers (B5)', () => {
  const read = listings(everybody, []);
  const before = { ...known, userIds: ['ann', 'bob', 'zed'], users: { [selectorKey(sales)]: 2 } };
  expect(judge(changes(read, [], { before: before as unknown as typeof known }))).toEqual([]);
  const accepted = changes(read, everybody, { accepted: [selectorKey(crew)] });
  expect(ids(accepted).leavers).toEqual(['cleo']);
  expect(judge(accepted)).toEqual([]);
});

const calm = changes(listings(everybody, ['cleo']));
const some = (count: number): DirectoryUser[] => Array.from({ length: count }, (_, id) => user(`u${id}`));

test.each<[string, Partial<Parameters<typeof judgeNight>[1]>, string[]]>([
  ['nothing special', {}, []],
  ['an emptied source', { now: 0, removed: 20 }, ['sync.sourceEmptied']],
  ['a small source, emptied', { before: 2, now: 0, removed: 2 }, ['sync.sourceEmptied']],
  ['a source that was never delivered, and is empty', { before: undefined, now: 0 }, []],
  ['30 % less', { now: 14, removed: 6 }, []],
  ['more than 30 % less', { now: 13, removed: 7 }, ['sync.tooLargeShare']],
  ['most of nine', { before: 9, now: 1, removed: 8 }, []],
  ['all exchanged for others', { now: 20, removed: 20 }, ['sync.tooLargeShare']],
  ['more than the number', { before: 5000, now: 4400, removed: 600 }, ['sync.tooManyDeletions']],
  ['3 of 10 leave', { destinations: 10, changes: { ...calm, leavers: some(3) } }, []],
  ['4 of 10 leave', { destinations: 10, changes: { ...calm, leavers: some(4) } }, ['sync.tooManyLeavers']],
  ['3 of 10 leave, and others wait to be restored', { destinations: 10, changes: { ...calm, leavers: some(3), waiting: some(5) } }, []],
  ['4 of 9 leave', { destinations: 9, changes: { ...calm, leavers: some(4) } }, []],
])('the guard meets %s (B5)', (_, facts, expected) => {
  expect(judge(calm, facts).map(({ code }) => code)).toEqual(expected);
});

test('whoever keeps what was delivered may leave in any number (G41)', () => {
  const facts = { before: 20, now: 20, removed: 0, destinations: 10, changes: { ...calm, leavers: some(9) } };
  expect(judgeNight({ guard: { share: 0.3, contacts: 500 }, leavers: 'keep' }, facts)).toEqual([]);
});

test.each([
  [undefined, [sourceGroup], 'sync.sourceGone'],
  [user('ann', { suspended: true }), [sourceGroup], 'sync.sourceSuspended'],
  [user('ann'), [], 'sync.sourceGroupGone'],
  [user('ann'), [sourceGroup], undefined],
  [user('ann'), undefined, undefined],
])('a source that cannot be read stops the sync and deletes nothing', (found, groups, code) => {
  expect(checkSource({ kind: 'personal', userId: 'ann', email: 'ann@acme.test', group: sourceGroup }, found, groups)?.code).toBe(code);
});

test('whoever was or is a destination is one thing only, and nobody leaves on a reading that is in doubt (B5, B12)', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const state = fc.record({ unit: fc.constantFrom('/Sales', '/Lab'), suspended: fc.boolean(), inTeam: fc.boolean(), exists: fc.boolean() });
  const world = fc.record({
    states: fc.tuple(...ids.map(() => state)),
    before: fc.subarray(ids),
    isThere: fc.boolean(),
    team: fc.boolean(),
    unread: fc.subarray(ids),
    suspended: fc.constantFrom('skip' as const, 'remove' as const),
  });
  fc.assert(
    fc.property(world, ({ states, before, isThere, team, unread, suspended }) => {
      const all = ids.flatMap((id, index) => {
        const { exists, unit, suspended } = states[index]!;
        return exists ? [user(id, { orgUnitPath: unit, suspended })] : [];
      });
      const inTeam = all.filter(({ id }) => states[ids.indexOf(id)]?.inTeam === true);
      const inSales = all.filter(({ orgUnitPath }) => orgUnitPath === '/Sales');
      const read = listings([...inSales, ...inTeam], team ? inTeam.map(({ id }) => id) : 'gone', isThere);
      const found = compareDestinations(
        { userIds: before, users: { [selectorKey(sales)]: 1, [selectorKey(crew)]: 1 } },
        resolveTargets({ selectors: [sales, crew], excludedUserIds: [] }, read),
        readSelectors({ selectors: [sales, crew], excludedUserIds: [] }, read),
        new Map(ids.filter((id) => !unread.includes(id)).map((id) => [id, all.find((one) => one.id === id)])),
        { suspended },
      );
      const { lost: _lost, users: _users, gone, unclear, ...classes } = found;
      const told = [...Object.values(classes).flatMap((some) => some.map(({ id }) => id)), ...gone, ...unclear];
      expect(new Set(told).size).toBe(told.length);
      for (const id of before) expect(told).toContain(id);
      for (const { id } of found.leavers) expect(before).toContain(id);
      if (!isThere || !team || inSales.length === 0 || inTeam.length === 0)
        expect([found.leavers, found.lost.length > 0]).toEqual([[], true]);
      expect(found.leavers.some(({ id }) => unread.includes(id))).toBe(false);
    }),
  );
});
