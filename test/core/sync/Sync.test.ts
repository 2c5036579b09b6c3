import { explain } from '../../../src/core/base/explain';
import { decodeSync } from '../../../src/core/sync/decodeSync';
import { missingInSync } from '../../../src/core/sync/missingInSync';
import { newSync, targetNameOf, type SyncDraft } from '../../../src/core/sync/Sync';
import { personalSync } from '../../support/syncCase';

const bob = { kind: 'user', userId: 'bob', label: 'bob@acme.test' } as const;
const complete: SyncDraft = personalSync({ destinations: { selectors: [bob], excludedUserIds: [] }, guard: { share: 0.3, contacts: 500 } });
const users = { selectors: [{ kind: 'domain', domainName: 'acme.test', label: 'acme.test' }], excludedUserIds: [] } as const;
const directory: SyncDraft = { ...complete, source: { kind: 'directory', users }, targetGroupName: 'Acme' };

test('a new sync is personal, runs by hand, puts drift back, removes what leavers had, and takes no contact of its owner’s (G10, G17, G22, G41, B7)', () => {
  expect(newSync('s', 'personal')).toMatchObject({
    nightly: false,
    myContacts: false,
    leaveOut: [],
    drift: { mode: 'enforce', check: 'everyNight' },
    leavers: 'remove',
    suspended: 'skip',
    guard: { share: 0.3 },
    existingContacts: 'skip',
  });
  expect(newSync('s', 'directory').leaveOut).toEqual(['homeAddresses', 'homeEmails', 'homePhones']);
});

test('complete ones lack nothing (G8)', () => {
  expect(missingInSync(complete)).toEqual([]);
  expect(missingInSync(directory)).toEqual([]);
});

const { source: _source, ...sourceless } = complete;
test.each<[string, SyncDraft, string, string]>([
  ['no name', { ...complete, name: ' ' }, 'name', 'sync.nameMissing'],
  ['a long name', { ...complete, name: 'n'.repeat(201) }, 'name', 'sync.nameTooLong'],
  ['a long description', { ...complete, description: 'd'.repeat(2001) }, 'description', 'sync.descriptionTooLong'],
  ['no source', sourceless, 'source', 'sync.sourceMissing'],
  [
    'no label of the source',
    { ...complete, targetGroupName: 'T', source: { kind: 'personal', userId: 'ann', email: 'a', group: { resourceName: '', name: '' } } },
    'group',
    'sync.groupMissing',
  ],
  [
    'nobody in the directory',
    { ...directory, source: { kind: 'directory', users: { selectors: [], excludedUserIds: [] } } },
    'users',
    'sync.usersMissing',
  ],
  ['no name for a directory’s label', { ...directory, targetGroupName: '' }, 'targetGroupName', 'sync.targetNameMissing'],
  ['a long name of the label', { ...complete, targetGroupName: 't'.repeat(201) }, 'targetGroupName', 'sync.targetNameTooLong'],
  ['Google’s own label', { ...complete, targetGroupName: 'My Contacts' }, 'targetGroupName', 'sync.targetNameReserved'],
  ['a share above all', { ...complete, guard: { share: 1.1, contacts: 5 } }, 'guardShare', 'sync.guardShare'],
  ['a share that is none', { ...complete, guard: { share: NaN, contacts: 5 } }, 'guardShare', 'sync.guardShare'],
  ['half a contact', { ...complete, guard: { share: 0.3, contacts: 1.5 } }, 'guardContacts', 'sync.guardContacts'],
  ['no destination', { ...complete, destinations: { selectors: [], excludedUserIds: [] } }, 'destinations', 'sync.destinationsMissing'],
  [
    'the source alone',
    { ...complete, destinations: { selectors: [{ kind: 'user', userId: 'ann', label: 'ann@acme.test' }], excludedUserIds: [] } },
    'destinations',
    'sync.onlySource',
  ],
])('%s: says so at its field (G8–G28)', (_, sync, field, code) => {
  expect(missingInSync(sync).map((one) => [one.field, one.problem.code])).toEqual([[field, code]]);
  expect(explain(missingInSync(sync)[0]!.problem).fix).not.toBe('');
});

test('without a name of its own the label is called as at the source, now (G14)', () => {
  const sync = personalSync();
  expect([targetNameOf(sync), targetNameOf(sync, 'Clients'), targetNameOf({ ...sync, targetGroupName: ' VIP ' }, 'Clients')]).toEqual([
    'Customers',
    'Clients',
    'VIP',
  ]);
});

test('a stored sync reads back; a text that is none, or only nearly one, is none (G46)', () => {
  for (const sync of [complete, directory, newSync('s', 'personal')]) expect(decodeSync(JSON.stringify(sync))).toEqual(sync);
  const broken = [
    undefined,
    '',
    'null',
    '[]',
    '{"id":"s"}',
    JSON.stringify({ ...complete, source: { kind: 'personal', userId: 7 } }),
    JSON.stringify({ ...complete, source: { kind: 'twoWay' } }),
    JSON.stringify({ ...complete, drift: { mode: 'overwrite', check: 'weekly' } }),
    JSON.stringify({ ...complete, leaveOut: ['everything'] }),
    JSON.stringify({ ...complete, guard: { share: 'all', contacts: 1 } }),
    JSON.stringify({ ...complete, destinations: { selectors: [{ kind: 'everybody', label: 'x' }], excludedUserIds: [] } }),
    JSON.stringify({ ...complete, destinations: { selectors: [{ kind: 'constructor', label: 'x' }], excludedUserIds: [] } }),
    JSON.stringify({ ...complete, destinations: { selectors: [{ kind: 'orgUnit', orgUnitId: 'o', label: 'x' }], excludedUserIds: [] } }),
  ];
  for (const text of broken) expect(decodeSync(text)).toBeUndefined();
});
