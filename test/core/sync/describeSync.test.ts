import { describeChanges, describeDrift, describeSync } from '../../../src/core/sync/describeSync';
import { driftChecks, driftModes, type DriftCheck, type DriftMode } from '../../../src/core/sync/Sync';
import { personalSync } from '../../support/syncCase';

const team = { kind: 'group', groupId: 'g', label: 'team@acme.test' } as const;
const sync = personalSync({ destinations: { selectors: [team], excludedUserIds: ['x'] }, leaveOut: ['notes', 'homePhones'] });
const textOf = (title: string, one = sync): string | undefined => describeSync(one).find((line) => line.title === title)?.text;

test('the review shows every choice (G30)', () => {
  expect(describeSync(sync).map(({ title }) => title)).toEqual([
    'Source',
    'Destinations',
    'Label there',
    'A label of that name',
    'My Contacts',
    'Contacts that are there already',
    'Left out',
    'Nightly run',
    'Edits at destinations',
    'Who leaves',
    'Suspended users',
    'Deletion guard',
  ]);
  expect(textOf('Source')).toBe('ann@acme.test, label “Customers”');
  expect(textOf('Destinations')).toBe('team@acme.test; without 1 user');
  expect(textOf('Left out')).toBe('Notes, Private phone numbers (type Home)');
  expect(textOf('My Contacts')).toContain('Outlook');
});

test('each choice reads differently from its opposite', () => {
  const other = personalSync({
    targetGroupName: 'VIP',
    existingLabel: 'refuse',
    myContacts: true,
    existingContacts: 'adopt',
    nightly: true,
    drift: { mode: 'report', check: 'weekly' },
    leavers: 'keep',
    suspended: 'remove',
    guard: { share: 0.1, contacts: 7 },
    source: { kind: 'directory', users: { selectors: [team], excludedUserIds: [] } },
  });
  const same = describeSync(other).filter(({ title, text }) => textOf(title) === text);
  expect(same).toEqual([]);
});

test('only a nightly check promises the next night; the others speak of the next drift check, or of “Run now” (G22)', () => {
  const say = (mode: DriftMode, check: DriftCheck, nightly = true): string => describeDrift({ drift: { mode, check }, nightly });
  const said = driftModes.flatMap((mode) => driftChecks.map((check) => say(mode, check)));
  expect(new Set(said).size).toBe(said.length);
  for (const mode of driftModes) {
    expect(say(mode, 'everyNight')).toContain('nightly');
    expect(say(mode, 'weekly')).toContain('next drift check');
    expect(say(mode, 'never')).not.toContain('nightly');
    for (const check of driftChecks) expect(say(mode, check, false)).toContain('when somebody presses “Run now”');
  }
});

test.each([
  [{ creates: 0, updates: 0, adopts: 0, members: 0, deletes: 0, groups: 1 }, ''],
  [{ creates: 1, updates: 0, adopts: 0, members: 0, deletes: 1200, groups: 0 }, '1 new contact, 1,200 deleted'],
  [{ creates: 0, updates: 2, adopts: 1, members: 3, deletes: 0, groups: 0 }, '2 changed, 1 taken over, 3 put into labels or out of them'],
])('says what a plan does: %o', (counts, expected) => {
  expect(describeChanges(counts)).toBe(expected);
});
