import * as fc from 'fast-check';
import type { ListedTarget } from '../../../src/core/directory/TargetList';
import { actionKinds, findActionKinds } from '../../../src/core/workflows/actionKinds';
import { intentDigest, type BoundCopy, type Intent } from '../../../src/core/workflows/Intent';
import { missingInTypeStep, missingInWorkflow } from '../../../src/core/workflows/missing';
import { changeDraft, decodeDraft, emptyDraft, type WorkflowDraft } from '../../../src/core/workflows/WorkflowDraft';
import { targetIdsOf, toOrder } from '../../../src/core/workflows/WorkflowOrder';

const complete: WorkflowDraft = {
  ...emptyDraft('d'),
  name: 'New colleagues',
  type: 'modify',
  selection: { selectors: [{ kind: 'user', userId: 'u1', label: 'u1@acme.test' }], excludedUserIds: [] },
  confirmed: { listId: 'l', digest: 'd', targets: 3 },
  actions: [{ actionId: 'a', kind: 'copyContacts', createLabel: true, source: { userId: 's', email: 's@acme.test', fullName: 'S' } }],
};
const intent: Intent = {
  kind: 'workflow',
  plannerVersion: 1,
  requestId: 'r',
  requesterId: 'p',
  workflow: { name: 'n', type: 'modify', description: '' },
  targetIds: ['u1', 'u2'],
  actions: [
    {
      kind: 'copyContacts',
      sourceUserId: 's',
      createLabel: false,
      source: { contacts: 2, fingerprint: 'f' },
      creates: { u1: 1, u2: 2 },
      contacts: 'c',
    },
  ],
  deletions: 0,
  tolerance: 0,
  needed: 1,
  expiresAt: 5,
  preApproval: { id: 'a', digest: 'b' },
};

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

describe('S4–S23: what a workflow still misses', () => {
  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['type', { type: undefined }],
    ['description', { description: 'x'.repeat(2001) }],
    ['startAt', { startLater: true }],
    ['startAt', { startLater: true, startAt: NOW }],
    ['startAt', { startLater: true, startAt: NOW + 14 * DAY }],
    ['tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['tags', { tags: ['x'.repeat(21)] }],
  ])('is named at the field %s', (field, change) => {
    expect(missingInTypeStep({ ...complete, ...change }, NOW).map((one) => one.field)).toEqual([field]);
  });

  it.each([
    ['search', { selection: { selectors: [], excludedUserIds: [] } }],
    ['confirm', { confirmed: undefined }],
    ['confirm', { confirmed: { listId: 'l', digest: 'd', targets: 0 } }],
    ['actions', { actions: [] }],
    ['source', { actions: [{ actionId: 'a', kind: 'copyContacts' as const, createLabel: false }] }],
  ])('%s', (field, change) => {
    expect(missingInWorkflow(complete, NOW)).toEqual([]);
    expect(missingInWorkflow({ ...complete, ...change }, NOW).map((one) => one.field)).toEqual([field]);
  });
});

describe('a draft', () => {
  it('needs a new preview after any change, and a new confirmation after its targets changed', () => {
    const previewed = { ...complete, requestId: 'r', previewed: true };
    expect(changeDraft(previewed, { name: 'Other' })).toMatchObject({ previewed: false, confirmed: complete.confirmed });
    expect(changeDraft(previewed, { selection: complete.selection }).confirmed).toBeUndefined();
    expect(changeDraft(previewed, { admitSuspended: true }).confirmed).toBeUndefined();
  });

  it('is the same after it was stored, and none when the stored text is something else', () => {
    expect(decodeDraft(JSON.stringify(complete))).toEqual(complete);
    for (const text of ['', 'null', '{}', '[]', '{"id":"x"}']) expect(decodeDraft(text)).toBeUndefined();
  });
});

describe('an order', () => {
  it('names the confirmed list by its digest and creates no label without one (S14, S23)', () => {
    const selection = { ...complete.selection, excludedUserIds: ['u9', 'u3'] };
    expect(toOrder({ ...complete, selection, admitSuspended: true })).toEqual({
      workflow: { name: 'New colleagues', type: 'modify', description: '' },
      targets: { listId: 'l', digest: 'd', excludedUserIds: ['u3', 'u9'], admitSuspended: true },
      actions: [{ kind: 'copyContacts', sourceUserId: 's', createLabel: false }],
    });
  });

  it('of type Onboard creates its users before anything else (S4–S9), and needs nothing else', () => {
    const onboard: WorkflowDraft = { ...complete, type: 'onboard' };
    expect(toOrder(onboard).actions.map(({ kind }) => kind)).toEqual(['createUsers', 'copyContacts']);
    const list = { id: 'l', selectors: '', kept: 'sent', digest: 'd', lookedUpAt: 1, left: [] } as const;
    expect(missingInWorkflow({ ...onboard, list, actions: [] }, NOW)).toEqual([]);
    expect(missingInWorkflow(onboard, NOW).map(({ field }) => field)).toEqual(['tab']);
  });

  const listed = ['u3', 'u2', 's', 'u1'].map((userId): ListedTarget => ({
    userId,
    email: `${userId}@acme.test`,
    fullName: userId,
    orgUnitPath: '/',
    from: 'Sales',
    suspended: userId === 'u2',
  }));
  it.each([
    ['all of the list but the source', { admitSuspended: true }, ['u1', 'u2', 'u3']],
    ['without suspended users', {}, ['u1', 'u3']],
    ['without those left out', { admitSuspended: true, excludedUserIds: ['u3', 'nobody'] }, ['u1', 'u2']],
  ])('has as targets %s (S15–S16)', (_title, change, ids) => {
    const targets = { listId: 'l', digest: 'd', excludedUserIds: [], admitSuspended: false, ...change };
    expect(targetIdsOf({ ...toOrder(complete), targets }, listed)).toEqual(ids);
  });
});

describe('B2: the digest of an intent', () => {
  it('does not depend on the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(intent).reverse()) as unknown as Intent;
    expect(intentDigest(turned)).toBe(intentDigest(intent));
  });

  const copy = intent.actions[0] as BoundCopy;
  const changes: Partial<Intent>[] = [
    { plannerVersion: 2 },
    { requestId: 'x' },
    { requesterId: 'x' },
    { workflow: { ...intent.workflow, type: 'onboard' } },
    { targetIds: ['u1'] },
    { targetIds: ['u1', 'u2', 'u3'] },
    { actions: [{ ...copy, sourceUserId: 'x' }] },
    { actions: [{ ...copy, sourceGroup: { resourceName: 'contactGroups/1', name: 'x' } }] },
    { actions: [{ ...copy, createLabel: true }] },
    { actions: [{ ...copy, source: { contacts: 2, fingerprint: 'x' } }] },
    { actions: [{ ...copy, creates: { u1: 1, u2: 3 } }] },
    { deletions: 1 },
    { undoes: 'another' },
    { tolerance: 0.1 },
    { expiresAt: 6 },
    { preApproval: undefined },
    { preApproval: { id: 'a', digest: 'x' } },
  ];
  it.each(changes.map((change) => [JSON.stringify(change), change] as const))('changes with %s', (_title, change) => {
    expect(intentDigest({ ...intent, ...change })).not.toBe(intentDigest(intent));
  });
});

describe('S17: the list of actions', () => {
  it('is found by any words of an action, whatever their case and order', () => {
    const words = `${actionKinds[0].title} ${actionKinds[0].summary}`.split(/[^\w]+/).filter((word) => word !== '');
    fc.assert(
      fc.property(fc.shuffledSubarray(words), (some) => {
        expect(findActionKinds(some.join(' ').toUpperCase())).toContain(actionKinds[0]);
      }),
    );
    expect(findActionKinds('contacts zebra')).toEqual([]);
  });
});
