import { classOf } from '../../src/google/classOf';
import { listCustomFields } from '../../src/google/customFields';
import { translate } from '../../src/google/errors';
import { listLabelledGroups } from '../../src/google/labelledGroups';
import type { OperationId } from '../../src/google/operations';
import { assignRole, listRoleAssignments, listRoles, unassignRole } from '../../src/google/roles';
import { feedTask, inOrder, refusal, silence, success } from '../support/feedTask';

const self = { kind: 'self' } as const;
const empty = { kind: 'answered', status: 204, body: '' } as const;
const assignment = (roleAssignmentId: string, more: object = {}) => ({
  roleAssignmentId,
  roleId: 'r',
  assignedTo: '7',
  scopeType: 'CUSTOMER',
  ...more,
});

describe('roles of administrators (I19)', () => {
  it('are called as people know them, and the super administrators’ is told apart', () => {
    const items = [
      { roleId: '1', roleName: '_SEED_ADMIN_ROLE', roleDescription: 'Super Admin', isSystemRole: true, isSuperAdminRole: true },
      { roleId: '2', roleName: '_NEW_ROLE', isSystemRole: true },
      { roleId: '3', roleName: 'Badge office', roleDescription: 'Makes badges' },
    ];
    const { calls, value } = feedTask(
      listRoles(self),
      inOrder(success({ items: items.slice(0, 1), nextPageToken: 'x' }), success({ items: items.slice(1) })),
    );
    expect(calls.map(({ parameters }) => [parameters['maxResults'], parameters['pageToken']])).toEqual([
      [100, undefined],
      [100, 'x'],
    ]);
    expect(value).toEqual({
      ok: true,
      value: [
        { roleId: '1', title: 'Super Admin', isSuperAdmin: true },
        { roleId: '2', title: '_NEW_ROLE', isSuperAdmin: false },
        { roleId: '3', title: 'Badge office', isSuperAdmin: false },
      ],
    });
  });

  it('are held everywhere, in a unit, or under a condition', () => {
    const items = [assignment('a'), assignment('b', { scopeType: 'ORG_UNIT', orgUnitId: 'id:03' }), assignment('c', { condition: 'if' })];
    const { calls, value } = feedTask(listRoleAssignments(self, '7'), inOrder(success({ items })));
    expect(calls[0]!.parameters).toMatchObject({ customer: 'my_customer', userKey: '7', maxResults: 200 });
    const held = { roleId: 'r', assignedTo: '7' };
    expect(value).toEqual({
      ok: true,
      value: [
        { ...held, assignmentId: 'a' },
        { ...held, assignmentId: 'b', orgUnitId: '03' },
        { ...held, assignmentId: 'c', condition: 'if' },
      ],
    });
  });

  it.each([
    ['everywhere', {}, { scopeType: 'CUSTOMER' }],
    ['in a unit, by its id without the prefix', { orgUnitId: 'id:03' }, { scopeType: 'ORG_UNIT', orgUnitId: '03' }],
    ['under a condition', { condition: 'if' }, { scopeType: 'CUSTOMER', condition: 'if' }],
  ])('are given %s', (_, where, body) => {
    const { calls } = feedTask(assignRole(self, '7', { roleId: 'r', ...where }), inOrder(success({})));
    expect(calls[0]).toMatchObject({ method: 'POST', body: { roleId: 'r', assignedTo: '7', ...body }, repeatable: false });
  });

  it.each([
    ['a new one', success({}), undefined],
    ['one that is there, by 500', refusal(500, { message: 'Role assignment exists: role r, assignee 7' }), undefined],
    ['one that is there, by 409', refusal(409, { message: 'Entity already exists.' }), undefined],
    ['without an answer: it must be looked for', silence, 'google.unknownOutcome'],
    ['while Google fails: likewise', refusal(503, { message: 'Backend Error' }), 'google.unknownOutcome'],
    [
      'without being a super administrator',
      refusal(403, { message: 'Not Authorized to access this resource/api' }),
      'google.rolesNotAuthorized',
    ],
    ['over the limit', refusal(400, { message: 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT' }), 'google.rolesFull'],
  ])('giving %s', (_, answer, code) => {
    const { value } = feedTask(assignRole(self, '7', { roleId: 'r' }), inOrder(answer));
    expect(value.ok ? undefined : value.problem.code).toBe(code);
  });

  it('are taken away where they are held so, and nowhere else', () => {
    const items = [assignment('a'), assignment('b', { scopeType: 'ORG_UNIT', orgUnitId: '03' }), assignment('c', { roleId: 'other' })];
    const taken = (where: object) =>
      feedTask(unassignRole(self, '7', { roleId: 'r', ...where }), ({ method }) =>
        method === 'GET' ? success({ items }) : empty,
      ).calls.slice(1);
    expect(taken({}).map(({ parameters }) => parameters['roleAssignmentId'])).toEqual(['a']);
    expect(taken({ orgUnitId: '03' }).map(({ parameters }) => parameters['roleAssignmentId'])).toEqual(['b']);
    expect(taken({ condition: 'if' })).toEqual([]);
  });

  it('that are gone meanwhile need no removal', () => {
    const gone = refusal(404, { message: 'Resource Not Found: roleAssignmentId' });
    expect(feedTask(unassignRole(self, '7', { roleId: 'r' }), inOrder(success({ items: [assignment('a')] }), gone)).value.ok).toBe(true);
  });
});

test('fields of the organization’s own are called as the Admin console shows them, with their category where two are alike', () => {
  const field = (fieldName: string, more: object = {}) => ({ fieldName, fieldType: 'STRING', ...more });
  const schemas = [
    {
      schemaName: 'work',
      displayName: 'Work',
      fields: [field('level', { displayName: 'Level', fieldType: 'INT64' }), field('new', { fieldType: 'COLOUR' })],
    },
    {
      schemaName: 'gym',
      fields: [field('l', { displayName: 'Level' }), field('teams', { multiValued: true, readAccessType: 'ADMINS_AND_SELF' })],
    },
  ];
  const { value } = feedTask(listCustomFields(self), inOrder(success({ schemas })));
  expect(value).toEqual({
    ok: true,
    value: [
      { schema: 'work', field: 'level', type: 'INT64', several: false, isPrivate: false, title: 'Level (Work)' },
      { schema: 'gym', field: 'l', type: 'STRING', several: false, isPrivate: false, title: 'Level (gym)' },
      { schema: 'gym', field: 'teams', type: 'STRING', several: true, isPrivate: true, title: 'teams' },
    ],
  });
  expect(feedTask(listCustomFields(self), inOrder(success({}))).value).toEqual({ ok: true, value: [] });
});

test('groups with a label are known by id and by address, whole or not at all (I22)', () => {
  const page = (id: string, nextPageToken?: string) =>
    success({ groups: [{ name: `groups/${id}`, groupKey: { id: `${id}@Example.com` } }], nextPageToken });
  const { calls, value } = feedTask(listLabelledGroups(self, 'C1', 'security'), inOrder(page('a', 'x'), page('b')));
  expect(calls[0]!.parameters).toMatchObject({
    pageSize: 1000,
    query: "parent == 'customers/C1' && 'cloudidentity.googleapis.com/groups.security' in labels",
  });
  expect(value).toEqual({ ok: true, value: new Set(['a', 'a@example.com', 'b', 'b@example.com']) });
  expect(feedTask(listLabelledGroups(self, 'C1', 'dynamic'), inOrder(page('a', 'x'), silence)).value.ok).toBe(false);
});

test.each<[string, OperationId, Parameters<typeof translate>[0], string, string]>([
  ['roles, to whom may not see them', 'directory.roles.list', refusal(403, { message: 'Not Authorized' }), 'rolesNotAuthorized', 'setup'],
  [
    'labels, to whom may not see groups',
    'cloudidentity.groups.search',
    refusal(403, {
      status: 'PERMISSION_DENIED',
      message: 'Error(2028): Permission denied for resource customers/C1 (or it may not exist).',
    }),
    'notAuthorized',
    'setup',
  ],
  [
    'the Cloud Identity API is off',
    'cloudidentity.groups.search',
    refusal(403, { status: 'PERMISSION_DENIED', message: 'Cloud Identity API has not been used in project 1 before or it is disabled.' }),
    'apiNotEnabled',
    'setup',
  ],
])('%s', (_, operation, answer, code, kind) => {
  const found = translate(answer, operation);
  expect([found.code, classOf(found)]).toEqual([`google.${code}`, kind]);
});
