import { refusal, writingCompany } from './writingCompany';

const CONDITION =
  "api.getAttribute('cloudidentity.googleapis.com/groups.labels', []).hasAny(['groups.security']) && resource.type == 'cloudidentity.googleapis.com/Group'";
const NOT_AUTHORIZED = refusal(403, 'Not Authorized to access this resource/api', 'forbidden');

/** https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles */
function company() {
  const base = writingCompany();
  const { customer, call, directory } = base;
  const role = (name: string) => customer.admins.roleNamed(name);
  const users = role('_USER_MANAGEMENT_ADMIN_ROLE').roleId;
  const assign = (body: object, token?: string) => call('POST', 'customer/my_customer/roleassignments', body, token);
  const assignmentsOf = (query = '') => call('GET', `customer/my_customer/roleassignments?${query}`).json.items ?? [];
  const sales = [...customer.orgUnits.values()].find(({ orgUnitPath }) => orgUnitPath === '/Sales')?.orgUnitId ?? '';
  const keys = directory.addGroup({ email: 'keys@acme.test', security: true });
  return { ...base, role, users, assign, assignmentsOf, sales, keys };
}

describe('directory.roles and privileges', () => {
  it('list the system’s roles and our own, by pages of at most 100', () => {
    const { call, customer } = company();
    customer.admins.addRole({ roleName: 'Badge office', privileges: ['USERS_UPDATE'] });
    const { items } = call('GET', `customer/${customer.id}/roles`).json;
    expect(items.find(({ roleName }: { roleName: string }) => roleName === '_SEED_ADMIN_ROLE')).toMatchObject({
      roleId: expect.stringMatching(/^\d{17}$/),
      isSystemRole: true,
      isSuperAdminRole: true,
    });
    expect(items.at(-1)).toMatchObject({
      roleName: 'Badge office',
      rolePrivileges: [{ privilegeName: 'USERS_UPDATE', serviceId: '00haapch16h1ysv' }],
    });
    expect(items.at(-1)).not.toHaveProperty('isSystemRole');
    expect(call('GET', `customer/my_customer/roles/${items.at(-1).roleId}`).json).toEqual(items.at(-1));
    expect(call('GET', 'customer/my_customer/roles?maxResults=1').json.nextPageToken).toEqual(expect.any(String));
    expect(call('GET', 'customer/my_customer/roles?maxResults=101').status).toBe(400);
    expect(call('GET', 'customer/my_customer/roles/1').status).toBe(404);
  });

  it('show privileges as trees', () => {
    const { items } = company().call('GET', 'customer/my_customer/roles/ALL/privileges').json;
    const users = items.find(({ privilegeName }: { privilegeName: string }) => privilegeName === 'USERS_ALL');
    expect(users.childPrivileges.map(({ privilegeName }: { privilegeName: string }) => privilegeName)).toContain('USERS_UPDATE');
  });
});

describe('directory.roleAssignments', () => {
  it('make a user a delegated administrator, with the role’s privileges, and take it back', () => {
    const { assign, users, ben, call, change, tokenOf, ada, directory } = company();
    const other = directory.addUser({ primaryEmail: 'other@acme.test' });
    const { status, json } = assign({ roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER' });
    expect([status, json]).toMatchObject([200, { roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER', assigneeType: 'user' }]);
    expect(call('GET', `users/${ben.id}`).json).toMatchObject({ isDelegatedAdmin: true, isAdmin: false });
    expect(change(other.id, { suspended: true }, tokenOf(ben.id)).status).toBe(200);
    expect(change(ada.id, { suspended: true }, tokenOf(ben.id))).toEqual(NOT_AUTHORIZED);
    expect(call('GET', `customer/my_customer/roleassignments/${json.roleAssignmentId}`).json).toEqual(json);
    expect(call('DELETE', `customer/my_customer/roleassignments/${json.roleAssignmentId}`)).toEqual({ status: 204, json: undefined });
    expect(call('GET', `users/${ben.id}`).json.isDelegatedAdmin).toBe(false);
    expect(change(other.id, { suspended: false }, tokenOf(ben.id))).toEqual(NOT_AUTHORIZED);
    expect(call('DELETE', `customer/my_customer/roleassignments/${json.roleAssignmentId}`).status).toBe(404);
  });

  it('have the super administrators among them', () => {
    const { assign, assignmentsOf, role, ada, ben, directory } = company();
    const { roleId } = role('_SEED_ADMIN_ROLE');
    expect(assignmentsOf(`roleId=${roleId}`)).toMatchObject([{ assignedTo: ada.id }]);
    assign({ roleId, assignedTo: ben.id, scopeType: 'CUSTOMER' });
    expect(ben.isAdmin).toBe(true);
    directory.makeAdmin(ben.id, false);
    expect([ben.isAdmin, assignmentsOf(`userKey=${ben.id}`)]).toEqual([false, []]);
  });

  it('are found by user and, when asked for, through groups', () => {
    const { assign, assignmentsOf, users, keys, ben, directory, change, tokenOf } = company();
    directory.addMember(keys.id, { id: ben.id });
    expect(assign({ roleId: users, assignedTo: keys.id, scopeType: 'CUSTOMER' }).json.assigneeType).toBe('group');
    expect(assignmentsOf('userKey=ben@acme.test')).toEqual([]);
    expect(assignmentsOf('userKey=ben@acme.test&includeIndirectRoleAssignments=true')).toHaveLength(1);
    expect(assignmentsOf('userKey=keys@acme.test')).toHaveLength(1);
    expect(change(directory.addUser({ primaryEmail: 'x@acme.test' }).id, { phones: null }, tokenOf(ben.id)).status).toBe(200);
  });

  it('can be limited to a unit, whose id is sent without its prefix', () => {
    const { assign, users, sales, ben } = company();
    const body = { roleId: users, assignedTo: ben.id, scopeType: 'ORG_UNIT' };
    expect(assign({ ...body, orgUnitId: sales })).toEqual(refusal(400, 'Invalid Input: orgUnitId', 'invalid'));
    const orgUnitId = sales.replace('id:', '');
    expect(assign({ ...body, orgUnitId }).json).toMatchObject({ scopeType: 'ORG_UNIT', orgUnitId });
  });

  it('of Groups Editor and Groups Reader may have a condition, in Google’s words', () => {
    const { assign, assignmentsOf, role, ben } = company();
    const body = { roleId: role('_GROUPS_READER_ROLE').roleId, assignedTo: ben.id, scopeType: 'CUSTOMER' };
    for (const condition of [CONDITION, `!${CONDITION}`]) expect(assign({ ...body, condition }).json).toMatchObject({ condition });
    expect(assign({ ...body, condition: CONDITION }).status).toBe(500);
    expect(assignmentsOf(`userKey=${ben.id}`)).toHaveLength(2);
  });

  it('answer 500 to an assignment that exists', () => {
    const { assign, users, ben } = company();
    const body = { roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER' };
    assign(body);
    expect(assign(body)).toMatchObject({ status: 500, json: { error: { message: expect.stringMatching(/^Role assignment exists: /) } } });
  });

  it('refuse who and what is unknown, groups without the security label, and what cannot be limited to a unit', () => {
    const { assign, users, role, sales, keys, ben, directory } = company();
    const open = directory.addGroup({ email: 'open@acme.test' });
    const statusOf = (body: object) => assign({ roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER', ...body }).status;
    expect([statusOf({ roleId: '1' }), statusOf({ assignedTo: '1' }), statusOf({ assignedTo: open.id })]).toEqual([404, 404, 412]);
    expect(statusOf({ assignedTo: keys.id, roleId: role('_SEED_ADMIN_ROLE').roleId })).toBe(412);
    const unit = { scopeType: 'ORG_UNIT', orgUnitId: sales.replace('id:', '') };
    expect(statusOf({ ...unit, roleId: role('_GROUPS_ADMIN_ROLE').roleId })).toBe(400);
    expect(statusOf({ condition: 'true' })).toBe(400);
    expect(statusOf({ condition: CONDITION })).toBe(400);
    expect(statusOf({ condition: 'true', roleId: role('_GROUPS_EDITOR_ROLE').roleId })).toBe(400);
  });

  it('stop at their number in a unit, as set', () => {
    const { assign, users, sales, directory } = company();
    directory.settings.roleAssignmentsPerUnit = 2;
    const scope = { roleId: users, scopeType: 'ORG_UNIT', orgUnitId: sales.replace('id:', '') };
    const statuses = [1, 2, 3].map(
      (n) => assign({ ...scope, assignedTo: directory.addUser({ primaryEmail: `u${n}@acme.test` }).id }).status,
    );
    expect(statuses).toEqual([200, 200, 400]);
  });

  it('are for super administrators only', () => {
    const { assign, call, users, ben, delegate } = company();
    const { token } = delegate('USERS_ALL', 'GROUPS_ALL');
    expect(assign({ roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER' }, token)).toEqual(NOT_AUTHORIZED);
    expect(call('GET', 'customer/my_customer/roleassignments', undefined, token)).toEqual(NOT_AUTHORIZED);
    expect(call('GET', 'customer/my_customer/roles', undefined, token)).toEqual(NOT_AUTHORIZED);
  });

  it('go with the user who is deleted', () => {
    const { assign, assignmentsOf, users, ben, directory } = company();
    assign({ roleId: users, assignedTo: ben.id, scopeType: 'CUSTOMER' });
    directory.deleteUser(ben.id);
    expect(assignmentsOf(`roleId=${users}`)).toEqual([]);
  });
});

describe('directory.schemas', () => {
  it('list the custom fields of users, and get one schema by name or id', () => {
    const { call, customer, directory, tokenOf, ben } = company();
    expect(call('GET', 'customer/my_customer/schemas').json.schemas).toBeUndefined();
    const { schemaId } = directory.addSchema(customer.id, 'employment', [
      { fieldName: 'level', fieldType: 'INT64' },
      { fieldName: 'projects', multiValued: true, readAccessType: 'ADMINS_AND_SELF' },
    ]);
    const [schema] = call('GET', 'customer/my_customer/schemas').json.schemas;
    expect(schema).toMatchObject({
      schemaId,
      schemaName: 'employment',
      fields: [
        { fieldName: 'level', fieldType: 'INT64', readAccessType: 'ALL_DOMAIN_USERS' },
        { fieldName: 'projects', fieldType: 'STRING', multiValued: true, readAccessType: 'ADMINS_AND_SELF' },
      ],
    });
    for (const key of ['employment', encodeURIComponent(schemaId)])
      expect(call('GET', `customer/my_customer/schemas/${key}`).json).toEqual(schema);
    expect(call('GET', 'customer/my_customer/schemas/badge').status).toBe(404);
    expect(call('GET', 'customer/my_customer/schemas', undefined, tokenOf(ben.id))).toEqual(NOT_AUTHORIZED);
  });
});
