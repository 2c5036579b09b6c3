import { decodeStandingApproval, judgeStanding, ruleDigest, type StandingApproval } from '../../../src/core/sync/StandingApproval';
import type { Sync } from '../../../src/core/sync/Sync';
import { personalSync } from '../../support/syncCase';

const bob = { kind: 'user', userId: 'bob', label: 'bob@acme.test' } as const;
const team = { kind: 'group', groupId: 'g1', label: 'team@acme.test' } as const;
const sync = personalSync({ destinations: { selectors: [bob, team], excludedUserIds: ['x', 'y'] } });
const caps = { creates: 100, deletes: 10, growth: 5, shrinkage: 2 };
const approval: StandingApproval = { syncId: 'sync1', rule: ruleDigest(sync), caps, until: 1000, requestId: 'r1', approvedBy: ['o1'] };
const quiet = { creates: 0, updates: 9999, deletes: 0, growth: 0, shrinkage: 0 };
const personal = sync.source as Extract<Sync['source'], { kind: 'personal' }>;

test.each<[string, Partial<Sync>]>([
  ['name and description', { name: 'Other', description: 'words' }],
  ['the nightly run', { nightly: true }],
  ['how often drift is looked at', { drift: { mode: 'enforce', check: 'weekly' } }],
  ['an address for show', { source: { ...personal, email: 'anna@acme.test' } }],
  [
    'the order of what was chosen',
    { destinations: { selectors: [{ ...team, label: 'sales@acme.test' }, bob], excludedUserIds: ['y', 'x'] } },
  ],
])('%s may change under a standing approval (contracts §2)', (_, more) => {
  expect(ruleDigest({ ...sync, ...more })).toBe(approval.rule);
});

test.each<[string, Partial<Sync>]>([
  ['source', { source: { ...personal, userId: 'eve' } }],
  ['label', { source: { ...personal, group: { resourceName: 'contactGroups/s2', name: 'Customers' } } }],
  ['destinations', { destinations: { selectors: [bob], excludedUserIds: ['x', 'y'] } }],
  ['exclusions', { destinations: { ...sync.destinations, excludedUserIds: ['x'] } }],
  ['mode', { drift: { mode: 'report', check: 'everyNight' } }],
  ['filter', { leaveOut: ['notes'] }],
  ['what leavers keep', { leavers: 'keep' }],
  ['the guard', { guard: { share: 0.9, contacts: 25_000 } }],
  ['what becomes of contacts that are there', { existingContacts: 'adopt' }],
  ['the label’s name', { targetGroupName: 'VIP' }],
])('another %s needs another approval (contracts §2)', (_, more) => {
  expect(judgeStanding(approval, { ...sync, ...more }, quiet, ['o1'], 0).map(({ code }) => code)).toEqual(['sync.ruleChanged']);
});

test.each<[string, StandingApproval | undefined, readonly string[], number, string[]]>([
  ['what was approved', approval, ['o1', 'o2'], 999, []],
  ['nothing', undefined, ['o1'], 0, ['sync.approvalMissing']],
  ['that of another sync', { ...approval, syncId: 'sync2' }, ['o1'], 0, ['sync.approvalMissing']],
  ['one past its renewal date', approval, ['o1'], 1000, ['sync.approvalEnded']],
  ['one by somebody who is no officer now', approval, ['o2'], 0, ['sync.approvalVoid']],
  ['one that the policy asked no officer for', { ...approval, approvedBy: [] }, [], 0, []],
])('a night under %s (contracts §2)', (_, given, officers, now, codes) => {
  expect(judgeStanding(given, sync, quiet, officers, now).map(({ code }) => code)).toEqual(codes);
});

test.each(['creates', 'deletes', 'growth', 'shrinkage'] as const)(
  'at the cap of %s the night goes on; one more, and it holds and asks',
  (name) => {
    const night = { ...quiet, [name]: caps[name] };
    expect(judgeStanding(approval, sync, night, ['o1'], 0)).toEqual([]);
    const more = { ...quiet, [name]: caps[name] + 1 };
    expect(judgeStanding(approval, sync, more, ['o1'], 0)).toMatchObject([
      { code: 'sync.beyondCap', data: { planned: caps[name] + 1, cap: caps[name] } },
    ]);
    expect(judgeStanding(approval, sync, more, ['o1'], 0, { [name]: caps[name] + 1 })).toEqual([]);
  },
);

test('a stored approval reads back; what is not complete permits nothing', () => {
  expect(decodeStandingApproval(JSON.stringify(approval))).toEqual(approval);
  for (const broken of [
    undefined,
    '',
    '{}',
    JSON.stringify({ ...approval, caps: { creates: 1 } }),
    JSON.stringify({ ...approval, approvedBy: [''] }),
    JSON.stringify({ ...approval, until: null }),
  ])
    expect(decodeStandingApproval(broken)).toBeUndefined();
});
