import { admitsSuspended, firstConflict, type Action } from '../../../src/core/workflows/Action';
import { actionKinds, findActionKinds } from '../../../src/core/workflows/actionKinds';
import { describeAction, lineOfDirectoryAction, splitActionLine } from '../../../src/core/workflows/describeAction';
import { missingInAction } from '../../../src/core/workflows/missing';
import { newAction } from '../../../src/core/workflows/newAction';
import { decodeDraft, emptyDraft, type ActionDraft } from '../../../src/core/workflows/WorkflowDraft';
import { toAction } from '../../../src/core/workflows/WorkflowOrder';

const copy: Action = { kind: 'copyContacts', sourceUserId: 's', createLabel: false };
const team = { groupId: 'g', email: 'team@example.com' };
const title: Action = { kind: 'setUserFields', fields: [{ field: 'title', value: 'Manager' }] };
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
  expect(missing).toEqual([['source'], ['field'], ['group'], ['group'], ['orgUnit'], [], [], [], []]);
});

test.each([
  { kind: 'setUserFields', fields: [{ field: 'password', value: 'x' }] },
  { kind: 'addToGroups', groups: [{ groupId: 1 }] },
  { kind: 'moveToOrgUnit', orgUnitId: 'o' },
  { kind: 'addToSpaces', spaces: [] },
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
  expect(splitActionLine(lineOfDirectoryAction(action))).toEqual({ title: 'Set user fields', settings: describeAction(action) });
  expect(splitActionLine(lineOfDirectoryAction({ kind: 'suspendUser' })).title).toBe('Suspend users');
  expect(splitActionLine('From ann@example.com, all contacts')).toEqual({
    title: 'Copy user contacts',
    settings: 'From ann@example.com, all contacts',
  });
});
