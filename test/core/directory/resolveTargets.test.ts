import type { GroupMember } from '../../../src/core/directory/GoogleGroup';
import { resolveTargets, type TargetListings } from '../../../src/core/directory/resolveTargets';
import type { TargetSelector } from '../../../src/core/directory/TargetSelection';
import { domain, user } from '../../support/directoryRecords';

const member = (id: string, email: string, type: GroupMember['type'] = 'USER'): GroupMember => ({ id, email, type });

const listings: TargetListings = {
  users: [
    user('u1', 'ann@example.com', { orgUnitPath: '/Sales' }),
    user('u2', 'bob@example.com', { orgUnitPath: '/Sales/EMEA' }),
    user('u3', 'cleo@example.org', { orgUnitPath: '/Sales Support' }),
    user('u4', 'dan@example.com', { orgUnitPath: '/', suspended: true }),
    user('u5', 'eve@example.com', { orgUnitPath: '/Sales/EMEA/Bern', archived: true }),
  ],
  members: {
    g1: [member('u2', 'bob@example.com'), member('u1', 'ann@example.com')],
    nested: [member('g1', 'team@example.com', 'GROUP'), member('u1', 'ann@example.com'), member('u2', 'bob@example.com')],
    mixed: [
      member('u1', 'ann@example.com'),
      member('x1', 'guest@elsewhere.net'),
      member('x2', 'club@elsewhere.net', 'GROUP'),
      member('x3', 'new@example.com'),
      { type: 'CUSTOMER', id: 'C1' },
    ],
    empty: [],
  },
  orgUnits: [
    { orgUnitId: 'root', orgUnitPath: '/', name: 'Example' },
    { orgUnitId: 'sales', orgUnitPath: '/Sales', name: 'Sales' },
    { orgUnitId: 'void', orgUnitPath: '/Void', name: 'Void' },
  ],
  domains: [domain('example.com'), domain('example.org')],
};

const one = (userId: string): TargetSelector => ({ kind: 'user', userId, label: `user ${userId}` });
const group = (groupId: string): TargetSelector => ({ kind: 'group', groupId, label: `group ${groupId}` });
const unit = (orgUnitId: string, includeChildren: boolean): TargetSelector => ({
  kind: 'orgUnit',
  orgUnitId,
  includeChildren,
  label: `unit ${orgUnitId}`,
});
const inDomain = (domainName: string): TargetSelector => ({ kind: 'domain', domainName, label: domainName });

const resolve = (selectors: readonly TargetSelector[], excludedUserIds: readonly string[] = [], source?: string) => {
  const { targets, problems } = resolveTargets({ selectors, excludedUserIds }, listings, source);
  return { ids: targets.map((target) => target.user.id), codes: problems.map((found) => found.code), targets, problems };
};

test.each<[string, readonly TargetSelector[], readonly string[]]>([
  ['a user', [one('u3')], ['u3']],
  ['a group', [group('g1')], ['u1', 'u2']],
  ['a group with a nested one, nobody twice', [group('nested')], ['u1', 'u2']],
  ['an organizational unit alone', [unit('sales', false)], ['u1']],
  ['an organizational unit and below, not its namesakes', [unit('sales', true)], ['u1', 'u2', 'u5']],
  ['the root alone', [unit('root', false)], ['u4']],
  ['the root and below: everyone', [unit('root', true)], ['u1', 'u2', 'u3', 'u4', 'u5']],
  ['a domain, by primary address', [inDomain('Example.org')], ['u3']],
  ['several that overlap, by address, nobody twice', [group('g1'), one('u1'), unit('sales', true)], ['u1', 'u2', 'u5']],
])('resolves %s (S1)', (_, selectors, expected) => {
  expect(resolve(selectors)).toMatchObject({ ids: expected, codes: [] });
});

test('says which choices named a user; the same choice twice counts once', () => {
  const { targets } = resolve([group('g1'), one('u1'), one('u1')]);
  expect(targets.map((target) => target.from)).toEqual([['group g1', 'user u1'], ['group g1']]);
});

test('marks suspended and archived users (S15)', () => {
  expect(resolve([one('u4'), one('u5'), one('u1')]).targets.map((target) => [target.user.id, target.suspended])).toEqual([
    ['u1', false],
    ['u4', true],
    ['u5', true],
  ]);
});

test('leaves out the user dropped from the list, however named (S14)', () => {
  expect(resolve([group('g1'), one('u1')], ['u1']).ids).toEqual(['u2']);
});

test('never has the source user as a target, and says so once (S15)', () => {
  expect(resolve([group('g1'), one('u1')], [], 'u1')).toMatchObject({ ids: ['u2'], codes: ['target.isSource'] });
});

test('reports members that are no users of the organization, by name, and keeps the others', () => {
  const { ids, problems } = resolve([group('mixed')]);
  expect(ids).toEqual(['u1']);
  expect(problems.map((found) => [found.code, found.data['email']])).toEqual([
    ['target.memberExternal', 'guest@elsewhere.net'],
    ['target.memberExternal', 'club@elsewhere.net'],
    ['target.memberNotFound', 'new@example.com'],
    ['target.wholeCustomer', 'C1'],
  ]);
});

test.each<[string, TargetSelector]>([
  ['target.userGone', one('u9')],
  ['target.groupGone', group('g9')],
  ['target.orgUnitGone', unit('o9', true)],
  ['target.domainGone', inDomain('elsewhere.net')],
  ['target.nobody', group('empty')],
  ['target.nobody', unit('void', true)],
])('reports %s and goes on with the rest (S12)', (code, selector) => {
  expect(resolve([selector, one('u1')])).toMatchObject({ ids: ['u1'], codes: [code] });
});
