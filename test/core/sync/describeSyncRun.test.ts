import { describeSyncRun, partsOfSyncRun } from '../../../src/core/sync/describeSyncRun';
import type { SyncContactsAction } from '../../../src/core/sync/SyncContactsAction';
import { personalSync } from '../../support/syncCase';

const team = { kind: 'group', groupId: 'g', label: 'team@acme.test' } as const;
const action: SyncContactsAction = {
  kind: 'syncContacts',
  purpose: 'save',
  sync: personalSync({ destinations: { selectors: [team], excludedUserIds: ['x'] }, guard: { share: 0.125, contacts: 40 } }),
  revision: 1,
  groupName: 'Customers',
  leavers: [],
  night: '',
  checksDrift: true,
  users: {},
  forgotten: [],
  growth: 1,
  shrinkage: 0,
  standing: { caps: { creates: 1230, deletes: 200, growth: 10, shrinkage: 10 }, until: Date.UTC(2027, 2, 2) },
};

test('whoever approves a sync for all nights reads every choice that its author reviewed (G30)', () => {
  const said = describeSyncRun(action);
  expect(said).toContain(
    'Set up: label “Customers” of ann@acme.test under “Customers” at team@acme.test, without 1 user; Each run up to 1,230 new contacts, 200 deletions, 10 new destinations and 10 fewer, until 2027-03-02; A label of that name:',
  );
  for (const part of [
    'Stops above 12.5 % or 40 contacts',
    'Suspended users: Are skipped',
    'My Contacts: No',
    'Contacts that are there already: Are left alone',
  ])
    expect(said).toContain(part);
  expect(describeSyncRun({ ...action, sync: { ...action.sync, nightly: true } })).toContain('Every night up to 1,230');
});

test('a run within an approved sync says what it is, not the rule again; many destinations are counted', () => {
  const selectors = Array.from({ length: 300 }, (_, index) => ({ ...team, groupId: `g${index}`, label: `team${index}@acme.test` }));
  const { standing: _standing, ...run } = action;
  const sync = { ...action.sync, destinations: { selectors, excludedUserIds: [] } };
  expect(describeSyncRun({ ...run, purpose: 'remove', sync, leavers: ['a', 'b'] })).toMatch(
    /^Delete the sync with what it delivered: .* at team0@acme\.test, .* and 290 more; 2 destinations left$/,
  );
});

test.each([
  ['keep', 'stay there'],
  ['remove', 'are removed'],
] as const)('an edit that takes destinations out says what becomes of the contacts there: %s (G47)', (contacts, words) => {
  const said = describeSyncRun({ ...action, leavers: ['a'], takenOut: { contacts, userIds: ['a'] } });
  expect(said).toContain(`1 destination is taken out: the delivered contacts ${words}`);
  expect(said).not.toContain('left;');
});

test('what people called things makes no part of its own, which would read as a choice', () => {
  const sync = { ...action.sync, targetGroupName: 'VIP; Deletion guard: Stops above 1 % or 1 contact of a destination' };
  const parts = partsOfSyncRun(describeSyncRun({ ...action, sync, groupName: sync.targetGroupName }));
  expect(parts.filter((part) => part.startsWith('Deletion guard'))).toEqual([
    'Deletion guard: Stops above 12.5 % or 40 contacts of a destination',
  ]);
});
