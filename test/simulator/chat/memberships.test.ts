import { chatCompany, refused } from './chatCompany';

/** https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members */
describe('chat.spaces.members.create with administrator access', () => {
  it('adds a user by id or address and answers the canonical names', () => {
    const { add, team, cleo, ada, peopleIn } = chatCompany();
    expect(add(cleo.id)).toMatchObject({
      status: 200,
      json: {
        name: `${team.name}/members/${cleo.id}`,
        state: 'JOINED',
        role: 'ROLE_MEMBER',
        member: { name: `users/${cleo.id}`, type: 'HUMAN' },
      },
    });
    expect(add('ada@acme.test').json.member.name).toBe(`users/${ada.id}`);
    expect(peopleIn()).toEqual(['ben', 'cleo', 'ada']);
  });

  it('invites who does not accept automatically; listings show them when asked', () => {
    const { add, call, chat, cleo, team } = chatCompany();
    chat.autoAcceptOff.add(cleo.id);
    expect(add(cleo.id).json.state).toBe('INVITED');
    const listed = (more = '') =>
      call('GET', `${team.name}/members?useAdminAccess=true&filter=${encodeURIComponent('member.type = "HUMAN"')}${more}`).json.memberships;
    expect([listed().length, listed('&showInvited=true').length]).toEqual([1, 2]);
  });

  it.each([
    ['conflict', 409],
    ['existing', 200],
  ] as const)('answers who is there already with %s: %s', (duplicateMember, status) => {
    const { add, chat, ben, team } = chatCompany();
    chat.settings.duplicateMember = duplicateMember;
    expect(add(ben.id).status).toBe(status);
    expect(team.memberships).toHaveLength(1);
  });

  it('refuses a name that is none, apps, strangers and unknown spaces', () => {
    const { add, call, directory } = chatCompany();
    directory.addCustomer({ domains: ['other.test'] });
    const eve = directory.addUser({ primaryEmail: 'eve@other.test' });
    expect(call('POST', 'spaces/none/members?useAdminAccess=true', { member: { name: 'users/1' } })).toEqual(refused(404, 'NOT_FOUND'));
    expect(add('app')).toEqual(refused(400, 'INVALID_ARGUMENT'));
    expect(add('nobody@acme.test')).toEqual(refused(404, 'NOT_FOUND'));
    expect(add(eve.id)).toEqual(refused(403, 'PERMISSION_DENIED'));
  });

  it('says which form a member’s name has', () => {
    const { call, team } = chatCompany();
    const malformed = (body: object) => call('POST', `${team.name}/members?useAdminAccess=true`, body).json.error.message;
    for (const body of [{}, { member: { name: 'people/1' } }])
      expect(malformed(body)).toContain('Missing or malformed user resource name in the request.');
    expect(malformed({ user: 'x' })).toContain('Unknown name "user"');
  });

  it('refuses whom Chat is off for, as set', () => {
    const { add, chat, customer, cleo, peopleIn } = chatCompany();
    chat.access.setUnit(customer.id, '/Sales', false);
    expect(add(cleo.id)).toEqual(refused(400, 'FAILED_PRECONDITION'));
    chat.settings.memberServiceOff = { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' };
    expect(add(cleo.id)).toEqual(refused(403, 'PERMISSION_DENIED'));
    expect(peopleIn()).toEqual(['ben']);
  });

  it.each([60_000, 0])('takes them %s ms after an access group has let them in, as set', (accessDelayMs) => {
    const { add, chat, customer, world, directory, cleo } = chatCompany();
    chat.settings.accessDelayMs = accessDelayMs;
    chat.access.setUnit(customer.id, '/', false);
    const access = directory.addGroup({ email: 'chat-users@acme.test' });
    chat.access.addGroup(access.id);
    directory.addMember(access.id, { id: cleo.id });
    if (accessDelayMs > 0) expect(add(cleo.id).status).toBe(400);
    world.clock.advance(accessDelayMs);
    expect(add(cleo.id).status).toBe(200);
  });

  it('lets a unit decide otherwise than the one above', () => {
    const { add, chat, customer, ben, cleo, team } = chatCompany();
    chat.removeMember(team, ben.id);
    chat.access.setUnit(customer.id, '/', false);
    chat.access.setUnit(customer.id, '/Sales', true);
    expect([add(cleo.id).status, add('ada@acme.test').status]).toEqual([200, 400]);
  });

  it('adds groups by id only', () => {
    const { call, team, directory } = chatCompany();
    const sales = directory.addGroup({ email: 'sales@acme.test' });
    const addGroup = (name: string) => call('POST', `${team.name}/members?useAdminAccess=true`, { groupMember: { name } });
    expect(addGroup(`groups/${sales.id}`).json.groupMember.name).toBe(`groups/${sales.id}`);
    expect(addGroup('groups/sales@acme.test')).toEqual(refused(400, 'INVALID_ARGUMENT'));
  });
});

describe('who may change memberships', () => {
  it('asks for the administrator scope and the privilege', () => {
    const { add, cleo, ada, tokenOf, tokens, directory, customer, ben } = chatCompany();
    const weak = add(cleo.id, tokenOf(ada.id, ['chat.memberships']));
    expect(weak.json.error).toMatchObject({ status: 'PERMISSION_DENIED', message: 'Request had insufficient authentication scopes.' });
    expect(add(cleo.id, tokens.ben)).toEqual(refused(403, 'PERMISSION_DENIED'));
    const { roleId } = customer.admins.addRole({ roleName: 'Chat', privileges: ['MANAGE_DYNAMITE_SPACES'] });
    directory.assignRole(ben.id, roleId);
    expect(add(cleo.id, tokens.ben).status).toBe(200);
  });

  it('without administrator access asks for membership, and for a manager to remove others', () => {
    const { call, team, cleo, tokens, tokenOf, peopleIn } = chatCompany();
    const body = { member: { name: `users/${cleo.id}`, type: 'HUMAN' } };
    expect(call('POST', `${team.name}/members`, body, tokens.ada)).toEqual(refused(403, 'PERMISSION_DENIED'));
    expect(call('POST', `${team.name}/members`, body, tokens.ben).status).toBe(200);
    const cleoToken = tokenOf(cleo.id);
    expect(call('DELETE', `${team.name}/members/ben@acme.test`, undefined, cleoToken)).toEqual(refused(403, 'PERMISSION_DENIED'));
    expect(call('DELETE', `${team.name}/members/${cleo.id}`, undefined, cleoToken).status).toBe(200);
    expect(peopleIn()).toEqual(['ben']);
  });

  it('refuses callers for whom Chat is off, and projects without a Chat app', () => {
    const { call, chat, customer, project, tokens } = chatCompany();
    chat.access.setUnit(customer.id, '/Sales', false);
    expect(call('GET', 'spaces', undefined, tokens.ben)).toEqual(refused(403, 'PERMISSION_DENIED'));
    chat.projectsWithoutApp.add(project.number);
    expect(call('GET', 'spaces').json.error).toMatchObject({ code: 404, message: expect.stringContaining('Google Chat app not found.') });
  });
});

describe('chat.spaces.members.get, patch and delete', () => {
  it('find a member by id or address', () => {
    const { call, team, ben } = chatCompany();
    for (const key of [ben.id, 'ben@acme.test'])
      expect(call('GET', `${team.name}/members/${key}?useAdminAccess=true`).json).toMatchObject({ role: 'ROLE_MANAGER', state: 'JOINED' });
    expect(call('GET', `${team.name}/members/cleo@acme.test?useAdminAccess=true`)).toEqual(refused(404, 'NOT_FOUND'));
  });

  it('change the role, which creating ignores', () => {
    const { call, team, cleo } = chatCompany();
    const body = { member: { name: `users/${cleo.id}` }, role: 'ROLE_MANAGER' };
    expect(call('POST', `${team.name}/members?useAdminAccess=true`, body).json.role).toBe('ROLE_MEMBER');
    const patch = (mask: string) =>
      call('PATCH', `${team.name}/members/${cleo.id}?useAdminAccess=true&updateMask=${mask}`, { role: 'ROLE_MANAGER' });
    expect(patch('state').status).toBe(400);
    expect(patch('role').json.role).toBe('ROLE_MANAGER');
  });

  it('remove anybody with administrator access', () => {
    const { call, team, ben } = chatCompany();
    expect(call('DELETE', `${team.name}/members/${ben.id}?useAdminAccess=true`).json).toMatchObject({ state: 'NOT_A_MEMBER' });
    expect(team.memberships).toEqual([]);
    expect(call('DELETE', `${team.name}/members/${ben.id}?useAdminAccess=true`)).toEqual(refused(404, 'NOT_FOUND'));
  });
});

describe('chat.spaces.members.list', () => {
  const list = (company: ReturnType<typeof chatCompany>, filter?: string, more = '') =>
    company.call(
      'GET',
      `${company.team.name}/members?useAdminAccess=true${filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`}${more}`,
    );

  it('needs a filter for people with administrator access', () => {
    const company = chatCompany();
    expect(list(company).status).toBe(400);
    expect(list(company, 'role = "ROLE_MANAGER"').status).toBe(400);
    expect(list(company, 'member.type = "BOT"').status).toBe(400);
    for (const filter of ['member.type = "HUMAN"', 'member.type != "BOT"', 'member.type = "HUMAN" AND role = "ROLE_MANAGER"'])
      expect(list(company, filter).json.memberships).toHaveLength(1);
    expect(list(company, 'member.type = "HUMAN" AND role = "ROLE_MEMBER"').json).toEqual({});
  });

  it.each(['member.type = "HUMAN" AND member.type = "BOT"', 'role = "ROLE_MANAGER" AND role = "ROLE_MEMBER"', 'role = BOSS', 'x = "y"'])(
    'refuses %s',
    (filter) => {
      const { call, team, tokens } = chatCompany();
      expect(call('GET', `${team.name}/members?filter=${encodeURIComponent(filter)}`, undefined, tokens.ben)).toEqual(
        refused(400, 'INVALID_ARGUMENT'),
      );
    },
  );

  it('pages by 100 and at most 1,000, with tokens bound to their parameters', () => {
    const company = chatCompany();
    const { chat, directory, team } = company;
    for (let i = 0; i < 1100; i++) chat.addMember(team, directory.addUser({ primaryEmail: `u${i}@acme.test` }).id);
    const human = 'member.type = "HUMAN"';
    expect(list(company, human).json.memberships).toHaveLength(100);
    const first = list(company, human, '&pageSize=5000').json;
    expect(first.memberships).toHaveLength(1000);
    expect(list(company, human, `&pageSize=5000&pageToken=${first.nextPageToken}`).json.memberships).toHaveLength(101);
    expect(list(company, 'member.type != "BOT"', `&pageToken=${first.nextPageToken}`).status).toBe(400);
    expect(list(company, human, '&pageSize=-1').status).toBe(400);
  });

  it('leaves out who is gone from the directory', () => {
    const company = chatCompany();
    company.directory.deleteUser(company.ben.id);
    expect(list(company, 'member.type = "HUMAN"').json).toEqual({});
  });
});

describe('Chat’s quotas', () => {
  it('let 300 membership writes through in a minute of a project', () => {
    const { add, cleo, world } = chatCompany();
    const statuses = Array.from({ length: 301 }, () => add(cleo.id).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(add(cleo.id).json.error).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining("limit 'Membership writes per minute'"),
    });
    world.clock.advance(60_000);
    expect(add(cleo.id).status).toBe(409);
  });

  it('let one write a second into a space, as set', () => {
    const { add, chat, cleo, world } = chatCompany();
    chat.settings.spaceWritesPerSecond = 1;
    expect([add(cleo.id).status, add('ada@acme.test').status]).toEqual([200, 429]);
    world.clock.advance(1000);
    expect(add('ada@acme.test').status).toBe(200);
  });

  it('let 15 reads a second of a space through, as set', () => {
    const { call, chat, team } = chatCompany();
    chat.settings.spaceReadsPerSecond = 15;
    const statuses = Array.from({ length: 16 }, () => call('GET', `${team.name}?useAdminAccess=true`).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});
