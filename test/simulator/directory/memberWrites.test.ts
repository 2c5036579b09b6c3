import { refusal, writingCompany } from './writingCompany';

/** https://developers.google.com/workspace/admin/directory/v1/guides/manage-group-members */
function company() {
  const base = writingCompany();
  const { directory } = base;
  const [all, sales] = [directory.addGroup({ email: 'all@acme.test' }), directory.addGroup({ email: 'sales@acme.test' })];
  const insert = (group: string, body: object, token?: string) => base.call('POST', `groups/${group}/members`, body, token);
  const membersOf = (group: { members: readonly { id: string; role: string }[] }) => group.members.map(({ id, role }) => [id, role]);
  return { ...base, all, sales, insert, membersOf };
}

const MEMBER_EXISTS = refusal(409, 'Member already exists.', 'duplicate');

describe('directory.members.insert', () => {
  it('adds users and groups by address or id, as members unless a role is given', () => {
    const { insert, sales, all, ada, ben, membersOf } = company();
    expect(insert('sales@acme.test', { email: 'BEN@acme.test' })).toMatchObject({
      status: 200,
      json: { kind: 'admin#directory#member', id: ben.id, email: 'ben@acme.test', role: 'MEMBER', type: 'USER', status: 'ACTIVE' },
    });
    expect(insert(sales.id, { id: ada.id, role: 'MANAGER', delivery_settings: 'DIGEST' }).json.delivery_settings).toBe('DIGEST');
    expect(insert('all@acme.test', { email: 'sales@acme.test' }).json.type).toBe('GROUP');
    expect(membersOf(sales)).toEqual([
      [ben.id, 'MEMBER'],
      [ada.id, 'MANAGER'],
    ]);
    expect(membersOf(all)).toEqual([[sales.id, 'MEMBER']]);
  });

  it('answers 409 to who is a member already, also with another role, by alias too', () => {
    const { insert, directory, sales, ben, membersOf } = company();
    directory.addAlias(ben.id, 'bo@acme.test');
    insert('sales@acme.test', { email: 'ben@acme.test' });
    for (const body of [{ email: 'ben@acme.test', role: 'OWNER' }, { email: 'bo@acme.test' }, { id: ben.id }]) {
      expect(insert('sales@acme.test', body)).toEqual(MEMBER_EXISTS);
    }
    expect(membersOf(sales)).toEqual([[ben.id, 'MEMBER']]);
  });

  it('takes people from outside, unless the group does not', () => {
    const { insert, sales } = company();
    expect(insert('sales@acme.test', { email: 'partner@outside.example' }).json.email).toBe('partner@outside.example');
    expect(insert('sales@acme.test', { email: 'Partner@outside.example' })).toEqual(MEMBER_EXISTS);
    sales.allowExternalMembers = false;
    expect(insert('sales@acme.test', { email: 'other@outside.example' }).status).toBe(412);
  });

  it.each([
    ['nobody', {}, 400, 'Missing required field: memberKey', 'required'],
    ['an address of ours that nobody has', { email: 'nobody@acme.test' }, 404, 'Resource Not Found: memberKey', 'notFound'],
    ['an unknown id', { id: '123' }, 404, 'Resource Not Found: memberKey', 'notFound'],
    ['an address that is none', { email: '@acme.test' }, 400, 'Invalid Input: memberKey', 'invalid'],
    ['an unknown role', { email: 'ben@acme.test', role: 'BOSS' }, 400, 'Invalid Input: role', 'invalid'],
  ])('refuses %s', (_what, body, code, message, reason) => {
    const { insert, sales } = company();
    expect(insert('sales@acme.test', body)).toEqual(refusal(code, message, reason));
    expect(sales.members).toEqual([]);
  });

  it('refuses an unknown group', () => {
    expect(company().insert('none@acme.test', { email: 'ben@acme.test' })).toEqual(
      refusal(404, 'Resource Not Found: groupKey', 'notFound'),
    );
  });

  it.each([412, 400] as const)('refuses circles of any length with %s, as set', (code) => {
    const { insert, directory, all } = company();
    directory.settings.cyclicMembership = code;
    directory.addGroup({ email: 'north@acme.test' });
    insert('all@acme.test', { email: 'sales@acme.test' });
    insert('sales@acme.test', { email: 'north@acme.test' });
    const cyclic = refusal(code, 'Cyclic memberships not allowed', 'conditionNotMet');
    expect([insert('north@acme.test', { email: 'all@acme.test' }), insert('all@acme.test', { id: all.id })]).toEqual([cyclic, cyclic]);
  });

  it('lets nobody into a dynamic group, only our users and security groups into a security group', () => {
    const { insert, sales, directory } = company();
    const safe = directory.addGroup({ email: 'safe@acme.test', security: true });
    directory.addGroup({ email: 'keys@acme.test', security: true });
    for (const email of ['sales@acme.test', 'partner@outside.example']) expect(insert('safe@acme.test', { email }).status).toBe(412);
    for (const email of ['ben@acme.test', 'keys@acme.test']) expect(insert('safe@acme.test', { email }).status).toBe(200);
    expect(safe.members).toHaveLength(2);
    sales.dynamic = true;
    expect(insert('sales@acme.test', { email: 'ben@acme.test' }).status).toBe(412);
  });

  it('asks for the privilege, and for a super administrator where the group is locked', () => {
    const { insert, delegate, sales } = company();
    const { user, token } = delegate('GROUPS_RETRIEVE');
    expect(insert('sales@acme.test', { email: 'ben@acme.test' }, token).status).toBe(403);
    user.adminPrivileges.add('GROUPS_ALL');
    expect(insert('sales@acme.test', { email: 'ben@acme.test' }, token).status).toBe(200);
    sales.locked = true;
    expect(insert('sales@acme.test', { email: 'ada@acme.test' }, token).status).toBe(403);
    expect(insert('sales@acme.test', { email: 'ada@acme.test' }).status).toBe(200);
  });
});

describe('directory.members.update and patch', () => {
  it('change the role; only update changes how mail is delivered', () => {
    const { call, insert, sales } = company();
    insert('sales@acme.test', { email: 'ben@acme.test' });
    const change = (method: string, body: object) => call(method, 'groups/sales@acme.test/members/ben@acme.test', body);
    expect(change('PATCH', { role: 'OWNER', delivery_settings: 'NONE' }).json.role).toBe('OWNER');
    expect(sales.members[0]).toMatchObject({ role: 'OWNER', deliverySettings: 'ALL_MAIL' });
    expect(change('PUT', { delivery_settings: 'NONE' }).json).toMatchObject({ role: 'OWNER', delivery_settings: 'NONE' });
    expect(call('PATCH', 'groups/sales@acme.test/members/ada@acme.test', { role: 'OWNER' }).status).toBe(404);
  });
});

describe('directory.members.delete', () => {
  it('removes by address or id and answers without a body', () => {
    const { call, insert, sales, ben } = company();
    insert('sales@acme.test', { email: 'ben@acme.test' });
    insert('sales@acme.test', { email: 'partner@outside.example' });
    expect(call('DELETE', `groups/sales@acme.test/members/${ben.id}`)).toEqual({ status: 204, json: undefined });
    expect(call('DELETE', 'groups/sales@acme.test/members/Partner@outside.example').status).toBe(204);
    expect(sales.members).toEqual([]);
  });

  it.each([
    [404, 'Resource Not Found: memberKey', 'notFound'],
    [400, 'Missing required field: memberKey', 'required'],
  ] as const)('says %s for an address nobody has, as set, and 404 for who is no member', (code, message, reason) => {
    const { call, directory } = company();
    directory.settings.unknownMember = code;
    expect(call('DELETE', 'groups/sales@acme.test/members/nobody@acme.test')).toEqual(refusal(code, message, reason));
    expect(call('DELETE', 'groups/sales@acme.test/members/ben@acme.test').status).toBe(404);
  });
});
