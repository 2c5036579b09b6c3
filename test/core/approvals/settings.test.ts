import { changePolicy } from '../../../src/core/approvals/changePolicy';
import { checkSettings, noticeMilliseconds, type SettingsFacts } from '../../../src/core/approvals/checkSettings';
import { describeSettings, nameOf } from '../../../src/core/approvals/describeSettings';
import { decodePolicy, noPolicy, type Policy } from '../../../src/core/approvals/Policy';
import {
  decidersFor,
  makersOf,
  neededFor,
  concernedBy,
  type PreApprovalTerms,
  type SettingsChange,
} from '../../../src/core/approvals/SettingsChange';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

const officer = (userId: string) => ({ userId, email: `${userId}@acme.test`, appointedAt: 1 });
const policyOf = (...ids: string[]): Policy => ({ ...noPolicy, version: 3, officers: ids.map(officer) });
const two = policyOf('one', 'two');
const three = policyOf('one', 'two', 'three');

const user = (id: string, more: object = {}) => ({
  primaryEmail: `${id}@acme.test`,
  suspended: false,
  archived: false,
  isAdmin: false,
  ...more,
});
const facts = (more: Partial<SettingsFacts> = {}): SettingsFacts => ({
  now: NOW,
  requesterId: 'admin',
  users: new Map([
    ['ann', user('ann')],
    ['one', user('one')],
    ['gone', user('gone', { suspended: true })],
    ['admin', user('admin', { isAdmin: true })],
  ]),
  preApprovals: [],
  activeOfficers: 2,
  ...more,
});
const named = (userId: string) => ({ userId, email: `${userId}@acme.test` });
const terms: PreApprovalTerms = {
  requesterIds: ['admin'],
  workflowTypes: ['onboard'],
  actionKinds: ['copyContacts'],
  scope: { domains: ['acme.test'] },
  caps: { targets: 10, contactsPerTarget: 100, deletions: 0 },
  until: NOW + 30 * DAY,
  labels: { admin: 'admin@acme.test' },
};
const vpn = { groupId: 'g-vpn', email: 'vpn@acme.test' };
const chat = { groupId: 'g-chat', email: 'chat@acme.test' };
const preApproval = { ...terms, id: 'p1', madeBy: 'one', confirmedBy: 'two' };

const refusals = (change: SettingsChange, policy: Policy, more: Partial<SettingsFacts> = {}): string[] =>
  checkSettings(change, policy, facts(more)).map((one) => `${one.field}: ${one.problem.code}`);

describe('S42: a change of the settings', () => {
  const possible: readonly [string, SettingsChange, Policy][] = [
    ['appoints somebody', { kind: 'appointOfficer', user: named('ann') }, two],
    ['removes one of three', { kind: 'removeOfficer', user: named('one') }, three],
    ['needs two of three', { kind: 'setNeeded', needed: 2 }, three],
    ['tells others', { kind: 'setNotify', notify: ['it@acme.test'] }, two],
    ['lets imports through', { kind: 'setRiskyOnly', riskyOnly: ['imports'] }, two],
    ['lets nothing through any more', { kind: 'setRiskyOnly', riskyOnly: [] }, { ...two, riskyOnly: ['syncs'] }],
    ['names a group', { kind: 'setAccess', accessGroups: [vpn] }, two],
    ['names a group for Chat', { kind: 'setAccess', accessGroups: [vpn], chatAccess: chat }, { ...two, accessGroups: [vpn] }],
    ['makes a pre-approval', { kind: 'addPreApproval', terms }, two],
    ['allows a delegate', { kind: 'allowDelegate', user: named('ann'), until: NOW + DAY }, two],
  ];
  it.each(possible)('that %s is possible', (_title, change, policy) => expect(refusals(change, policy)).toEqual([]));

  const impossible: readonly [string, SettingsChange, Policy, string][] = [
    ['while nobody is appointed', { kind: 'appointOfficer', user: named('ann') }, noPolicy, 'change: settings.noOfficer'],
    ['for a stranger', { kind: 'appointOfficer', user: named('stranger') }, two, 'user: settings.userUnknown'],
    ['for a suspended user', { kind: 'appointOfficer', user: named('gone') }, two, 'user: settings.userSuspended'],
    ['for an officer', { kind: 'appointOfficer', user: named('one') }, two, 'user: settings.alreadyOfficer'],
    [
      'by notice while two can decide',
      { kind: 'appointOfficer', user: named('ann'), byNotice: true },
      two,
      'user: settings.noticeNotNeeded',
    ],
    ['that removes one of two', { kind: 'removeOfficer', user: named('one') }, two, 'user: settings.lastOfficers'],
    ['that removes nobody', { kind: 'removeOfficer', user: named('ann') }, three, 'user: settings.notOfficer'],
    ['that needs all officers', { kind: 'setNeeded', needed: 2 }, two, 'needed: settings.neededTooMany'],
    ['that needs nobody', { kind: 'setNeeded', needed: 0 }, two, 'needed: settings.neededForm'],
    ['that needs half an officer', { kind: 'setNeeded', needed: 1.5 }, three, 'needed: settings.neededForm'],
    ['that needs as many as now', { kind: 'setNeeded', needed: 1 }, three, 'needed: settings.nothingChanges'],
    ['that tells no address', { kind: 'setNotify', notify: ['it'] }, two, 'notify: settings.addressForm'],
    ['that tells nobody, as now', { kind: 'setNotify', notify: [] }, two, 'notify: settings.nothingChanges'],
    ['that lets nothing through, as now', { kind: 'setRiskyOnly', riskyOnly: [] }, two, 'riskyOnly: settings.nothingChanges'],
    [
      'that lets through what no form offers',
      { kind: 'setRiskyOnly', riskyOnly: ['copies' as 'syncs'] },
      two,
      'riskyOnly: settings.notAsked',
    ],
    [
      'that names the same groups',
      { kind: 'setAccess', accessGroups: [vpn] },
      { ...two, accessGroups: [vpn] },
      'scope: settings.nothingChanges',
    ],
    [
      'that names too many groups',
      { kind: 'setAccess', accessGroups: Array.from({ length: 11 }, (_, index) => ({ ...vpn, groupId: `g${index}` })) },
      two,
      'scope: settings.tooManyGroups',
    ],
    ['of a pre-approval that is gone', { kind: 'endPreApproval', id: 'p2' }, two, 'preApproval: preApproval.gone'],
    ['for a delegate without an end', { kind: 'allowDelegate', user: named('ann'), until: NaN }, two, 'until: settings.untilMissing'],
    ['for a delegate until yesterday', { kind: 'allowDelegate', user: named('ann'), until: NOW - DAY }, two, 'until: settings.untilPast'],
    ['for a delegate for ever', { kind: 'allowDelegate', user: named('ann'), until: NOW + 400 * DAY }, two, 'until: settings.untilTooLate'],
    [
      'for a delegate who may ask anyway',
      { kind: 'allowDelegate', user: named('admin'), until: NOW + DAY },
      two,
      'user: settings.delegateIsAdministrator',
    ],
    ['that ends nobody’s permission', { kind: 'endDelegate', user: named('ann') }, two, 'user: settings.notDelegate'],
  ];
  it.each(impossible)('%s is refused at its field', (_title, change, policy, expected) =>
    expect(refusals(change, policy)).toEqual([expected]),
  );

  it.each<[string, Partial<PreApprovalTerms>, string]>([
    ['for nobody', { requesterIds: [] }, 'requesters: settings.requestersMissing'],
    ['for a stranger', { requesterIds: ['stranger'] }, 'requesters: settings.userUnknown'],
    ['for no type', { workflowTypes: [] }, 'workflowTypes: settings.typesMissing'],
    ['for no action', { actionKinds: [] }, 'actionKinds: settings.actionsMissing'],
    ['without a scope', { scope: {} }, 'scope: settings.scopeMissing'],
    ['with a cap of nothing', { caps: { targets: 0, contactsPerTarget: 1, deletions: 0 } }, 'targets: settings.capForm'],
    ['with a cap that is no number', { caps: { targets: 1, contactsPerTarget: NaN, deletions: 0 } }, 'contactsPerTarget: settings.capForm'],
    ['for two years', { until: NOW + 730 * DAY }, 'until: settings.untilTooLate'],
  ])('S34: a pre-approval %s is refused at its field', (_title, more, expected) =>
    expect(refusals({ kind: 'addPreApproval', terms: { ...terms, ...more } }, two)).toEqual([expected]),
  );

  it('is refused when too few officers could decide about it', () => {
    expect(refusals({ kind: 'appointOfficer', user: named('ann') }, policyOf('one'), { requesterId: 'one' })).toEqual([
      'change: settings.tooFewDeciders',
    ]);
    // S34: of two officers, one asks and the other may use it: nobody is left to confirm.
    const forOne = { ...terms, requesterIds: ['one'] };
    expect(refusals({ kind: 'addPreApproval', terms: forOne }, two, { requesterId: 'two' })).toEqual(['change: settings.tooFewDeciders']);
  });

  it('by notice is possible when fewer officers are active than a decision takes', () => {
    const change: SettingsChange = { kind: 'appointOfficer', user: named('ann'), byNotice: true };
    expect(refusals(change, two, { activeOfficers: 1 })).toEqual([]);
    expect(refusals(change, policyOf('one'), { activeOfficers: 0, requesterId: 'one' })).toEqual([]);
    // Three must approve, two are active: nothing could be decided any more.
    const stuck = { ...policyOf('one', 'two', 'three', 'four'), needed: 3 };
    expect(refusals(change, stuck, { activeOfficers: 2 })).toEqual([]);
    expect(refusals(change, stuck, { activeOfficers: 3 })).toEqual(['user: settings.noticeNotNeeded']);
    expect(noticeMilliseconds).toBe(7 * DAY);
  });
});

describe('who decides about a change', () => {
  it('is neither who asks nor whom it is about', () => {
    const removal: SettingsChange = { kind: 'removeOfficer', user: named('two') };
    expect(concernedBy(removal)).toEqual(['two']);
    expect(decidersFor(removal, three, 'one').map(({ userId }) => userId)).toEqual(['three']);
  });

  it('S34: is two officers for a pre-approval, the one who asks among them unless it is for themself', () => {
    const change: SettingsChange = { kind: 'addPreApproval', terms };
    expect(neededFor(change, two, 'admin')).toBe(2);
    expect(neededFor(change, two, 'one')).toBe(1);
    expect(makersOf(terms, two, 'one', ['two'])).toEqual({ madeBy: 'one', confirmedBy: 'two' });
    expect(makersOf(terms, two, 'admin', ['two'])).toBeUndefined();
    expect(makersOf(terms, two, 'admin', ['one', 'two'])).toEqual({ madeBy: 'one', confirmedBy: 'two' });
    const own = { ...terms, requesterIds: ['one'] };
    expect(neededFor({ kind: 'addPreApproval', terms: own }, three, 'one')).toBe(2);
    expect(makersOf(own, three, 'one', ['two'])).toBeUndefined();
  });
});

describe('the policy after a change', () => {
  it.each<[string, SettingsChange, Partial<Policy>]>([
    [
      'has one officer more',
      { kind: 'appointOfficer', user: named('ann') },
      { officers: [...three.officers, { ...named('ann'), appointedAt: NOW }] },
    ],
    ['has one officer less', { kind: 'removeOfficer', user: named('two') }, { officers: [officer('one'), officer('three')] }],
    ['needs more', { kind: 'setNeeded', needed: 2 }, { needed: 2 }],
    ['tells others', { kind: 'setNotify', notify: ['it@acme.test'] }, { notify: ['it@acme.test'] }],
    ['lets through what has no risk', { kind: 'setRiskyOnly', riskyOnly: ['imports'] }, { riskyOnly: ['imports'] }],
    ['has groups', { kind: 'setAccess', accessGroups: [vpn], chatAccess: chat }, { accessGroups: [vpn], chatAccess: chat }],
    ['has a delegate', { kind: 'allowDelegate', user: named('ann'), until: 5 }, { delegates: [{ ...named('ann'), until: 5 }] }],
    ['has no delegate', { kind: 'endDelegate', user: named('ann') }, { delegates: [] }],
    ['stays, when a pre-approval ends', { kind: 'endPreApproval', id: 'p1' }, {}],
  ])('%s, and another version', (_title, change, expected) => {
    const after = changePolicy(three, change, NOW);
    expect(after).toEqual({ ...three, ...expected, version: 4 });
    expect(decodePolicy(JSON.stringify(after))).toEqual(after);
  });

  it('holds a delegate once, with the later end', () => {
    const before = { ...two, delegates: [{ ...named('ann'), until: 5 }] };
    expect(changePolicy(before, { kind: 'allowDelegate', user: named('ann'), until: 9 }, NOW).delegates).toEqual([
      { ...named('ann'), until: 9 },
    ]);
  });
});

describe('a change in words', () => {
  const day = (at: number): string => `day ${Math.round((at - NOW) / DAY)}`;
  it('says what was and what will be', () => {
    expect(describeSettings({ kind: 'appointOfficer', user: named('ann') }, two, day)).toEqual([
      'Security Officers: one@acme.test, two@acme.test → one@acme.test, two@acme.test, ann@acme.test',
    ]);
    expect(describeSettings({ kind: 'setNeeded', needed: 2 }, three, day)).toEqual(['Officers who must approve a request: 1 → 2']);
    expect(describeSettings({ kind: 'setNotify', notify: ['it@acme.test'] }, two, day)).toEqual([
      'Told of every status: nobody → it@acme.test',
    ]);
    expect(describeSettings({ kind: 'setAccess', accessGroups: [vpn] }, { ...two, accessGroups: [vpn], chatAccess: chat }, day)).toEqual([
      'Group whose members may use Chat: chat@acme.test → none: everybody may',
    ]);
    expect(describeSettings({ kind: 'setRiskyOnly', riskyOnly: [] }, { ...two, riskyOnly: ['syncs'] }, day)).toEqual([
      'Needs an officer only with a risk: contact syncs → nothing',
      'Syncs that no officer approved are held from now on, until one does.',
    ]);
  });

  it('names every bound of a pre-approval, also when it ends', () => {
    const bounds = [
      'Who may use it: admin@acme.test',
      'Workflows: Onboard',
      'Actions: Copy user contacts',
      'Targets: everybody in acme.test',
      'At most 10 targets a day, 100 contacts for each target, 0 deletions a day',
      'Until day 30',
    ];
    expect(describeSettings({ kind: 'addPreApproval', terms }, two, day)).toEqual([
      'Requests within these bounds need no decision:',
      ...bounds,
    ]);
    expect(describeSettings({ kind: 'endPreApproval', id: 'p1' }, two, day, preApproval)).toEqual(['Pre-approval p1 ends:', ...bounds]);
    expect(nameOf({ kind: 'addPreApproval', terms })).toBe('Pre-approval for admin@acme.test');
  });
});
