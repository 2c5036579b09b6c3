import { sampleCompany } from '../network/sampleCompany';

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups, …/members. */
function company() {
  const base = sampleCompany();
  const { directory } = base.world;
  const all = directory.addGroup({ email: 'all@acme.test', name: 'Everybody', aliases: ['staff@acme.test'] });
  const sales = directory.addGroup({ email: 'sales@acme.test', name: 'Sales', description: 'Who sells' });
  directory.addMember(sales.id, { email: 'ben@acme.test', role: 'OWNER' });
  directory.addMember(sales.id, { email: 'Partner@outside.example' });
  directory.addMember(all.id, { email: 'sales@acme.test' });
  directory.addMember(all.id, { email: 'ada@acme.test', role: 'MANAGER' });
  const members = (path: string) =>
    (base.read(path).json.members ?? []).map((one: { email?: string; role: string }) => `${one.email}:${one.role}`);
  return { ...base, directory, all, sales, members };
}

describe('directory.groups', () => {
  it('finds a group by address, alias and id', () => {
    const { read, all } = company();
    for (const key of ['all@acme.test', 'STAFF@acme.test', all.id]) {
      expect(read(`groups/${key}`).json).toMatchObject({
        id: all.id,
        email: 'all@acme.test',
        directMembersCount: '2',
        aliases: ['staff@acme.test'],
      });
    }
  });

  it('refuses a user’s address and an unknown one', () => {
    const { read } = company();
    expect(read('groups/ben@acme.test').json.error).toMatchObject({ code: 400, message: 'Type not supported: groupKey' });
    expect(read('groups/none@acme.test').json.error).toMatchObject({ code: 404, message: 'Resource Not Found: groupKey' });
  });

  it.each<[string, string[]]>([
    ['customer=my_customer', ['all@acme.test', 'sales@acme.test']],
    ['domain=acme-labs.test', []],
    ['userKey=ben@acme.test', ['sales@acme.test']],
    ['customer=my_customer&query=email:sal*', ['sales@acme.test']],
    ["customer=my_customer&query=name='Everybody'", ['all@acme.test']],
    ['customer=my_customer&query=memberKey=sales@acme.test', ['all@acme.test']],
    ['customer=my_customer&query=memberKey=partner@outside.example', ['sales@acme.test']],
    ['customer=my_customer&orderBy=email&sortOrder=DESCENDING', ['sales@acme.test', 'all@acme.test']],
  ])('lists groups by %s', (query, expected) => {
    const { read } = company();
    expect((read(`groups?${query}`).json.groups ?? []).map((group: { email: string }) => group.email)).toEqual(expected);
  });

  it.each([
    '',
    'customer=my_customer&userKey=ben@acme.test',
    'customer=my_customer&query=memberKey=ben@acme.test name:s*',
    'customer=my_customer&query=name:Every',
  ])('refuses to list by "%s"', (query) => {
    expect(company().read(`groups?${query}`).status).toBe(400);
  });

  it('gives at most 200 groups a page', () => {
    const { read, directory } = company();
    for (let i = 0; i < 250; i++) directory.addGroup({ email: `g${i}@acme.test` });
    const first = read('groups?customer=my_customer&maxResults=1000').json;
    expect(first.groups).toHaveLength(200);
    expect(read(`groups?customer=my_customer&pageToken=${first.nextPageToken}`).json.groups).toHaveLength(52);
  });

  it('is closed to plain users, members or not', () => {
    const { read, tokenOf, ben } = company();
    for (const path of ['groups?customer=my_customer', 'groups/sales@acme.test', 'groups/sales@acme.test/members']) {
      expect(read(path, tokenOf(ben.id)).status).toBe(403);
    }
  });
});

describe('directory.members', () => {
  it('lists direct members with role, type and current address', () => {
    const { read, members, directory, ben } = company();
    expect(members('groups/all@acme.test/members')).toEqual(['sales@acme.test:MEMBER', 'ada@acme.test:MANAGER']);
    directory.renameUser(ben.id, 'benjamin@acme.test');
    expect(read('groups/sales@acme.test/members').json.members).toMatchObject([
      { id: ben.id, email: 'benjamin@acme.test', role: 'OWNER', type: 'USER', status: 'ACTIVE' },
      { email: 'Partner@outside.example', role: 'MEMBER', type: 'USER' },
    ]);
  });

  it('adds the members of member groups when derived ones are asked for', () => {
    const { members, directory } = company();
    directory.addMember('sales@acme.test', { email: 'all@acme.test' });
    expect(members('groups/all@acme.test/members?includeDerivedMembership=true')).toEqual([
      'sales@acme.test:MEMBER',
      'ada@acme.test:MANAGER',
      'ben@acme.test:MEMBER',
      'Partner@outside.example:MEMBER',
      'all@acme.test:MEMBER',
    ]);
  });

  it('filters by roles', () => {
    const { members, read } = company();
    expect(members('groups/all@acme.test/members?roles=OWNER,MANAGER')).toEqual(['ada@acme.test:MANAGER']);
    expect(read('groups/all@acme.test/members?roles=BOSS').status).toBe(400);
  });

  it('shows the whole customer as a member without an address', () => {
    const { directory, read, customer } = company();
    directory.addMember('all@acme.test', { type: 'CUSTOMER' });
    const member = read('groups/all@acme.test/members').json.members[2];
    expect(member).toMatchObject({ type: 'CUSTOMER', id: customer.id });
    expect(member).not.toHaveProperty('email');
  });

  it('pages by 200', () => {
    const { directory, read } = company();
    const big = directory.addGroup({ email: 'big@acme.test' });
    for (let i = 0; i < 201; i++) directory.addMember(big.id, { email: `x${i}@outside.example` });
    const first = read('groups/big@acme.test/members').json;
    expect(first.members).toHaveLength(200);
    expect(read(`groups/big@acme.test/members?pageToken=${first.nextPageToken}`).json.members).toHaveLength(1);
  });

  it('gets one member and says when there is none', () => {
    const { read } = company();
    expect(read('groups/sales@acme.test/members/ben@acme.test').json).toMatchObject({ role: 'OWNER', delivery_settings: 'ALL_MAIL' });
    expect(read('groups/sales@acme.test/members/ada@acme.test').json.error).toMatchObject({
      code: 404,
      message: 'Resource Not Found: memberKey',
    });
  });

  it('answers whether somebody is a member, also through groups, and refuses outsiders', () => {
    const { read } = company();
    expect(read('groups/all@acme.test/hasMember/ben@acme.test').json).toEqual({ isMember: true });
    expect(read('groups/sales@acme.test/hasMember/ada@acme.test').json).toEqual({ isMember: false });
    expect(read('groups/sales@acme.test/hasMember/partner@outside.example').status).toBe(400);
  });

  it('loses members who are deleted or removed', () => {
    const { members, directory, ben } = company();
    directory.deleteUser(ben.id);
    directory.removeMember('sales@acme.test', 'partner@outside.example');
    expect(members('groups/sales@acme.test/members')).toEqual([]);
  });
});
