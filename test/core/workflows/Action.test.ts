import type { Delivery } from '../../../src/core/removal/RemoveContactsAction';
import { admitsSuspended, firstConflict, type Action } from '../../../src/core/workflows/Action';
import { actionKinds, findActionKinds } from '../../../src/core/workflows/actionKinds';
import { describeAction, lineOfAction, splitActionLine } from '../../../src/core/workflows/describeAction';
import { missingInAction } from '../../../src/core/workflows/missing';
import { newAction } from '../../../src/core/workflows/newAction';
import { decodeDraft, emptyDraft, type ActionDraft } from '../../../src/core/workflows/WorkflowDraft';
import { toAction } from '../../../src/core/workflows/WorkflowOrder';

const copy: Action = { kind: 'copyContacts', sourceUserId: 's', createLabel: false };
const team = { groupId: 'g', email: 'team@example.com' };
const title: Action = { kind: 'setUserFields', fields: [{ field: 'title', value: 'Manager' }] };
const remove = (delivery: Delivery): Action => ({ kind: 'removeContacts', delivery });
const suspend: Action = { kind: 'suspendUser' };

test.each<[string, Action[], number | undefined]>([
  ['a copy, then a suspension', [copy, suspend], undefined],
  ['a copy to those who were suspended before', [suspend, copy], 1],
  ['a suspension and its opposite', [suspend, { kind: 'restoreUser' }], 1],
  ['one field twice', [title, copy, title], 2],
  ['two fields', [title, { kind: 'setUserFields', fields: [{ field: 'company', value: '' }] }], undefined],
  [
    'one group in and out',
    [
      { kind: 'addToGroups', groups: [team] },
      { kind: 'removeFromGroups', groups: [team] },
    ],
    1,
  ],
  ['a copy, then a removal of it', [copy, remove({ kind: 'source', userId: 's', email: '' })], 1],
  ['a copy, then a removal of everything', [copy, remove({ kind: 'all' })], 1],
  ['a copy, then a removal of what came from somebody else', [copy, remove({ kind: 'source', userId: 'o', email: '' })], undefined],
  ['a removal, then a copy', [remove({ kind: 'source', userId: 'o', email: '' }), copy], 1],
  ['a removal, then a suspension', [remove({ kind: 'all' }), suspend], undefined],
  ['a suspension, then a removal', [suspend, remove({ kind: 'all' })], 1],
  [
    'removals of two users’ contacts',
    [remove({ kind: 'source', userId: 'o', email: '' }), remove({ kind: 'source', userId: 's', email: '' })],
    undefined,
  ],
  [
    'removals of a user’s and of a request’s contacts, which may be the same',
    [remove({ kind: 'source', userId: 'o', email: '' }), remove({ kind: 'request', requestId: 'r', name: '' })],
    1,
  ],
  ['shown and hidden', [{ kind: 'showInDirectory' }, { kind: 'hideFromDirectory' }], 1],
])('%s: the action that would find other than its preview saw is %#', (_, actions, position) => {
  expect(firstConflict(actions)).toBe(position);
});

test('suspended users take part when they were let in, or when the run suspends them itself', () => {
  expect(admitsSuspended({ actions: [copy, title] })).toBe(false);
  expect(admitsSuspended({ admitSuspended: true, actions: [title] })).toBe(true);
  expect(admitsSuspended({ actions: [suspend, title] })).toBe(true);
});

test('the list of actions is found by words (S17)', () => {
  expect(findActionKinds('group').map(({ kind }) => kind)).toEqual(['addToGroups', 'removeFromGroups']);
  expect(findActionKinds('job TITLE').map(({ kind }) => kind)).toEqual(['setUserFields']);
});

const filled: readonly ActionDraft[] = [
  { actionId: 'a', kind: 'setUserFields', fields: [{ field: 'title', value: 'Manager' }] },
  { actionId: 'a', kind: 'addToGroups', groups: [team] },
  { actionId: 'a', kind: 'moveToOrgUnit', orgUnitId: 'o', orgUnitPath: '/Sales' },
  { actionId: 'a', kind: 'hideFromDirectory' },
];

test.each<[string, Delivery]>([
  ['everything that Roster copied', { kind: 'all' }],
  ['what was copied from ann@example.com', { kind: 'source', userId: 'u', email: 'ann@example.com' }],
  ['what “Customers” copied', { kind: 'request', requestId: 'r', name: 'Customers' }],
])('a removal of %s is kept as a draft, and sent without what only the card needs', (settings, delivery) => {
  const action: ActionDraft = { actionId: 'a', kind: 'removeContacts', chooses: delivery.kind, delivery };
  expect(decodeDraft(JSON.stringify({ ...emptyDraft('d'), actions: [action] }))?.actions).toEqual([action]);
  expect(toAction(action)).toEqual([{ kind: 'removeContacts', delivery }]);
  expect(lineOfAction(action)).toBe(`Remove contacts that Roster copied: ${settings}`);
  expect(missingInAction({ ...action, chooses: delivery.kind === 'source' ? 'request' : 'source' })).toHaveLength(1);
});

test.each(filled.map((one) => [one.kind, one] as const))('%s: complete, kept as a draft, sent without its id (S17–S19)', (_, action) => {
  expect(missingInAction(action)).toEqual([]);
  const draft = { ...emptyDraft('d'), actions: [action] };
  expect(decodeDraft(JSON.stringify(draft))).toEqual(draft);
  const { actionId: _id, ...sent } = action;
  expect(toAction(action)).toEqual([sent]);
});

test('every kind begins as a draft that is kept; what it lacks is named', () => {
  const missing = actionKinds.map(({ kind }) => {
    const action = newAction('a', kind)!;
    expect(decodeDraft(JSON.stringify({ ...emptyDraft('d'), openedAction: action }))?.openedAction).toEqual(action);
    return missingInAction(action).map(({ field }) => field);
  });
  expect(missing).toEqual([['source'], ['source'], ['field'], ['group'], ['group'], ['orgUnit'], [], [], [], [], ['space']]);
});

test.each([
  { kind: 'setUserFields', fields: [{ field: 'password', value: 'x' }] },
  { kind: 'addToGroups', groups: [{ groupId: 1 }] },
  { kind: 'moveToOrgUnit', orgUnitId: 'o' },
  { kind: 'addToSpaces', spaces: [{ space: 'spaces/a' }] },
  { kind: 'removeContacts', chooses: 'everything' },
  { kind: 'removeContacts', chooses: 'source', delivery: { kind: 'source', userId: 'u' } },
  { kind: 'undoChanges', requestId: 'r', action: 0, changed: '' },
  { kind: 'toString' },
])('a draft with %p is none', (action) => {
  expect(decodeDraft(JSON.stringify({ ...emptyDraft('d'), actions: [{ actionId: 'a', ...action }] }))).toBeUndefined();
});

test('a line of what was asked says kind and settings, and is read again', () => {
  const action = {
    kind: 'setUserFields',
    fields: [
      { field: 'title', value: 'A: b' },
      { field: 'company', value: '' },
    ],
  } as const;
  expect(describeAction(action)).toBe('Job title: “A: b”, Company: cleared');
  expect(splitActionLine(lineOfAction(action))).toEqual({ title: 'Set user fields', settings: describeAction(action) });
  expect(splitActionLine(lineOfAction({ kind: 'suspendUser' })).title).toBe('Suspend users');
  expect(splitActionLine('From ann@example.com, all contacts')).toEqual({
    title: 'Copy user contacts',
    settings: 'From ann@example.com, all contacts',
  });
});
