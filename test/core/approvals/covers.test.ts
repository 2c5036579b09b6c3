import { covers, type CoveredIntent, type CoverFacts, unusedCaps } from '../../../src/core/approvals/covers';
import { noPolicy } from '../../../src/core/approvals/Policy';
import { decodePreApproval, type PreApproval } from '../../../src/core/approvals/PreApproval';

const record: PreApproval = {
  id: 'p1',
  madeBy: 'officer1',
  confirmedBy: 'officer2',
  requesterIds: ['admin'],
  workflowTypes: ['onboard'],
  actionKinds: ['copyContacts'],
  scope: { orgUnitIds: ['sales'], groupIds: ['crew'], domains: ['b.example'], userIds: ['u9'] },
  caps: { targets: 3, contactsPerTarget: 10, deletions: 0 },
  until: 1000,
};
const intent: CoveredIntent = {
  requesterId: 'admin',
  workflow: { type: 'onboard' },
  targetIds: ['u1', 'u2'],
  actions: [{ kind: 'copyContacts', creates: { u1: 10, u2: 0 } }],
  deletions: 0,
};
const officers = (...ids: string[]) => ids.map((userId) => ({ userId, email: `${userId}@a.example`, appointedAt: 1 }));
const policy = { ...noPolicy, officers: officers('officer1', 'officer2', 'officer3') };
const facts: CoverFacts = {
  policy,
  standings: {
    u1: { orgUnitIds: ['root', 'sales'], groupIds: [], domain: 'a.example' },
    u2: { orgUnitIds: ['root'], groupIds: ['crew'], domain: 'a.example' },
    u3: { orgUnitIds: ['root'], groupIds: [], domain: 'b.example' },
    stranger: { orgUnitIds: ['root'], groupIds: ['others'], domain: 'a.example' },
  },
  usedToday: unusedCaps,
};
const why = (result: ReturnType<typeof covers>): unknown => (result.ok ? 'covered' : result.problem.data['why']);

describe('S34: a pre-approval', () => {
  it('lets through what is inside every bound', () => {
    expect(why(covers(record, intent, facts, 999))).toBe('covered');
    expect(why(covers(record, { ...intent, targetIds: ['u1', 'u3', 'u9'] }, facts, 999))).toBe('covered');
  });

  const cases: [string, string, PreApproval, CoveredIntent, CoverFacts, number][] = [
    ['at its end date', 'ended', record, intent, facts, 1000],
    ['for a requester it does not name', 'requester', record, { ...intent, requesterId: 'somebody' }, facts, 1],
    ['for a workflow type it does not name', 'workflowType', record, { ...intent, workflow: { type: 'modify' } }, facts, 1],
    ['for an action it does not name', 'action', { ...record, actionKinds: [] }, intent, facts, 1],
    ['for a request without an action', 'action', record, { ...intent, actions: [] }, facts, 1],
    ['when a target is outside the scope', 'scope', record, { ...intent, targetIds: ['u1', 'stranger'] }, facts, 1],
    ['when a target is unknown to the directory', 'scope', record, { ...intent, targetIds: ['nobody'] }, facts, 1],
    ['when its scope names nothing', 'scope', { ...record, scope: {} }, intent, facts, 1],
    ['when there are more targets than its cap', 'targets', record, { ...intent, targetIds: ['u1', 'u2', 'u3', 'u9'] }, facts, 1],
    [
      'when other requests of the day used its targets up',
      'targets',
      record,
      intent,
      { ...facts, usedToday: { targets: 2, deletions: 0 } },
      1,
    ],
    [
      'when a target gets more contacts than its cap',
      'contactsPerTarget',
      record,
      { ...intent, actions: [{ kind: 'copyContacts', creates: { u1: 11 } }] },
      facts,
      1,
    ],
    [
      'when two actions together give a target more than its cap',
      'contactsPerTarget',
      record,
      { ...intent, actions: [intent.actions[0]!, { kind: 'copyContacts', creates: { u1: 1 } }] },
      facts,
      1,
    ],
    [
      'when other requests of the day used its deletions up',
      'deletions',
      { ...record, caps: { ...record.caps, deletions: 3 } },
      { ...intent, deletions: 2 },
      { ...facts, usedToday: { targets: 0, deletions: 2 } },
      1,
    ],
    ['when something would be deleted beyond its cap', 'deletions', record, { ...intent, deletions: 1 }, facts, 1],
    [
      'when who made it is no officer any more',
      'void',
      record,
      intent,
      { ...facts, policy: { ...policy, officers: officers('officer2', 'x') } },
      1,
    ],
    [
      'when who confirmed it is no officer any more',
      'void',
      record,
      intent,
      { ...facts, policy: { ...policy, officers: officers('officer1') } },
      1,
    ],
    ['where nobody is an officer', 'void', record, intent, { ...facts, policy: noPolicy }, 1],
    [
      'for a delegate (S43)',
      'delegate',
      record,
      intent,
      { ...facts, policy: { ...policy, delegates: [{ userId: 'admin', email: 'admin@a.example', until: 9 }] } },
      1,
    ],
    ['when one person made and confirmed it', 'notConfirmedByAnother', { ...record, confirmedBy: 'officer1' }, intent, facts, 1],
    ['when an officer made it for themself', 'madeForThemself', { ...record, requesterIds: ['admin', 'officer1'] }, intent, facts, 1],
  ];
  it.each(cases)('covers nothing %s', (_title, reason, oneRecord, oneIntent, oneFacts, now) => {
    expect(why(covers(oneRecord, oneIntent, oneFacts, now))).toBe(reason);
  });

  it('permits nothing when its stored text is not complete', () => {
    expect(decodePreApproval(JSON.stringify(record))).toEqual(record);
    for (const key of Object.keys(record)) {
      const { [key as keyof PreApproval]: _left, ...rest } = record;
      expect(decodePreApproval(JSON.stringify(rest))).toBeUndefined();
    }
    for (const text of ['', 'null', '[]', 'x']) expect(decodePreApproval(text)).toBeUndefined();
  });
});
