import { sampleCompany } from '../network/sampleCompany';

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users and its guides. */
function company() {
  const base = sampleCompany();
  const { directory } = base.world;
  directory.addSchema(base.customer.id, 'employment', [
    { fieldName: 'level', fieldType: 'INT64' },
    { fieldName: 'projects', multiValued: true },
  ]);
  directory.addSchema(base.customer.id, 'badge', [{ fieldName: 'number' }]);
  const cleo = directory.addUser({
    primaryEmail: 'cleo@acme-labs.test',
    name: { givenName: 'Cleo', familyName: "O'Neill" },
    orgUnitPath: '/Sales',
    aliases: ['cleopatra@acme.test'],
    organizations: [{ title: 'Account manager', department: 'Field Sales', primary: true }],
    phones: [{ value: '+1 555 0100', type: 'work' }],
    relations: [{ type: 'manager', value: 'ben@acme.test' }],
    customSchemas: { employment: { level: 3, projects: [{ value: 'Apollo' }] }, badge: { number: '77' } },
  });
  directory.addUser({
    primaryEmail: 'dan@acme.test',
    name: { givenName: 'Dan', familyName: 'Ada' },
    orgUnitPath: '/Salesforce',
    suspended: true,
  });
  Object.assign(base.ben, { relations: [{ type: 'manager', value: 'ada@acme.test' }] });
  const emails = (path: string) =>
    (base.read(path).json.users ?? []).map((user: { primaryEmail: string }) => user.primaryEmail.split('@')[0]);
  const search = (query: string) => emails(`users?customer=my_customer&orderBy=email&query=${encodeURIComponent(query)}`);
  return { ...base, directory, cleo, emails, search };
}

describe('directory.users.get', () => {
  it('finds a user by primary address, alias and immutable id', () => {
    const { read, cleo } = company();
    for (const key of ['cleo@acme-labs.test', 'CLEOPATRA@acme.test', cleo.id]) expect(read(`users/${key}`).json.id).toBe(cleo.id);
    expect(cleo.id).toMatch(/^\d{21}$/);
  });

  it('keeps the old address as an alias after a rename', () => {
    const { read, directory, ben } = company();
    directory.renameUser(ben.id, 'benjamin@acme.test');
    expect(read('users/ben@acme.test').json).toMatchObject({ id: ben.id, primaryEmail: 'benjamin@acme.test', aliases: ['ben@acme.test'] });
  });

  it('lists the account’s own addresses among the emails', () => {
    const { read } = company();
    expect(read('users/cleo@acme-labs.test').json.emails).toEqual([
      { address: 'cleo@acme-labs.test', primary: true },
      { address: 'cleopatra@acme.test' },
      { address: 'cleo@labs.test' },
    ]);
  });

  it('finds a user at a domain alias', () => {
    const { read, cleo } = company();
    expect(read('users/cleo@labs.test').json).toMatchObject({ id: cleo.id, nonEditableAliases: ['cleo@labs.test'] });
    expect(read('users/ada@acme.test').json.nonEditableAliases).toEqual(['ada@acme.test.test-google-a.com']);
    expect(read('users/ada@labs.test').status).toBe(404);
  });

  it('gives custom schemas only to the projections that ask for them', () => {
    const { read } = company();
    expect(read('users/cleo@acme-labs.test').json.customSchemas).toBeUndefined();
    expect(Object.keys(read('users/cleo@acme-labs.test?projection=full').json.customSchemas)).toEqual(['employment', 'badge']);
    expect(Object.keys(read('users/cleo@acme-labs.test?projection=custom&customFieldMask=badge').json.customSchemas)).toEqual(['badge']);
  });

  it('has a suspension reason only while suspended', () => {
    const { read, directory, ben } = company();
    expect(read('users/dan@acme.test').json).toMatchObject({ suspended: true, suspensionReason: 'ADMIN' });
    directory.suspendUser(ben.id);
    directory.unsuspendUser(ben.id);
    expect(read(`users/${ben.id}`).json).not.toHaveProperty('suspensionReason');
  });

  it('changes its etag when the user changes, and only then', () => {
    const { read, directory, ben } = company();
    const first = read(`users/${ben.id}`).json.etag;
    expect(read(`users/${ben.id}`).json.etag).toBe(first);
    directory.moveUser(ben.id, '/Office');
    expect(read(`users/${ben.id}`).json.etag).not.toBe(first);
  });

  it.each([
    ['an address nobody has', 'nobody@acme.test', 404, 'Resource Not Found: userKey', 'notFound'],
    ['an id nobody has', '123456789', 404, 'Resource Not Found: userKey', 'notFound'],
    ['an address of another company', 'x@elsewhere.test', 403, 'Not Authorized to access this resource/api', 'forbidden'],
    ['the address of a group', 'team@acme.test', 400, 'Type not supported: userKey', 'invalid'],
  ])('refuses %s', (_what, key, status, message, reason) => {
    const { read, directory } = company();
    directory.addGroup({ email: 'team@acme.test' });
    const answer = read(`users/${key}`);
    expect(answer).toEqual({ status, json: { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } } });
  });

  it('no longer finds a deleted user', () => {
    const { read, directory, ben } = company();
    directory.deleteUser(ben.id);
    expect([read('users/ben@acme.test').status, read(`users/${ben.id}`).status]).toEqual([404, 404]);
  });
});

describe('who may read users', () => {
  it('refuses the administrator view to a plain user', () => {
    const { read, tokenOf, ben } = company();
    for (const path of ['users/ada@acme.test', 'users?customer=my_customer']) {
      const { status, json } = read(path, tokenOf(ben.id));
      expect([status, json.error.message]).toEqual([403, 'Not Authorized to access this resource/api']);
    }
  });

  it('gives a plain user the public view, without administrative fields or hidden users', () => {
    const { read, tokenOf, ben, ada, directory } = company();
    ada.includeInGlobalAddressList = false;
    const { json } = read('users?customer=my_customer&viewType=domain_public&orderBy=email', tokenOf(ben.id));
    expect(json.users.map((user: { primaryEmail: string }) => user.primaryEmail)).toEqual(['ben@acme.test', 'cleo@acme-labs.test']);
    for (const name of ['orgUnitPath', 'isAdmin', 'suspended', 'recoveryEmail']) expect(json.users[0]).not.toHaveProperty(name);
    expect(read('users/ada@acme.test?viewType=domain_public', tokenOf(ben.id)).status).toBe(404);
    expect(directory.users.size).toBe(4);
  });

  it('lets a delegated administrator read who has the privilege, and no other', () => {
    const { read, tokenOf, directory } = company();
    const reader = directory.addUser({ primaryEmail: 'reader@acme.test', isDelegatedAdmin: true, adminPrivileges: ['USERS_RETRIEVE'] });
    expect(read('users?customer=my_customer', tokenOf(reader.id)).status).toBe(200);
    expect(read('groups?customer=my_customer', tokenOf(reader.id)).status).toBe(403);
  });

  it('refuses another customer', () => {
    const { read, directory } = company();
    directory.addCustomer({ id: 'C0other', domains: ['other.test'] });
    directory.addUser({ primaryEmail: 'eve@other.test' });
    expect(read('users?customer=C0other').status).toBe(403);
    expect(read('users/eve@other.test').status).toBe(403);
    expect(read('users?domain=other.test').json.error.message).toBe('Domain not found.');
  });
});

describe('directory.users.list', () => {
  it('lists a whole customer or one domain', () => {
    const { emails, customer } = company();
    expect(emails('users?customer=my_customer&orderBy=email')).toEqual(['ada', 'ben', 'cleo', 'dan']);
    expect(emails(`users?customer=${customer.id}&orderBy=email&sortOrder=DESCENDING`)).toEqual(['dan', 'cleo', 'ben', 'ada']);
    expect(emails('users?domain=acme-labs.test')).toEqual(['cleo']);
    expect(emails('users?customer=my_customer&orderBy=familyName')).toEqual(['dan', 'ada', 'cleo', 'ben']);
  });

  it('needs a customer or a domain', () => {
    const { read } = company();
    expect(read('users').json.error).toMatchObject({ code: 400, message: 'Bad Request', errors: [{ reason: 'badRequest' }] });
  });

  it('gives 100 a page by default and at most 500', () => {
    const { read, directory } = company();
    for (let i = 0; i < 600; i++) directory.addUser({ primaryEmail: `u${i}@acme.test` });
    expect(read('users?customer=my_customer').json.users).toHaveLength(100);
    expect(read('users?customer=my_customer&maxResults=500').json.users).toHaveLength(500);
    expect(read('users?customer=my_customer&maxResults=501').status).toBe(400);
  });

  it('continues behind the last user when the list changes between pages', () => {
    const { read, directory } = company();
    const first = read('users?customer=my_customer&orderBy=email&maxResults=2').json;
    directory.addUser({ primaryEmail: 'aaron@acme.test' });
    const second = read(`users?customer=my_customer&orderBy=email&maxResults=2&pageToken=${first.nextPageToken}`).json;
    expect(second.users.map((user: { primaryEmail: string }) => user.primaryEmail)).toEqual(['cleo@acme-labs.test', 'dan@acme.test']);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('refuses a page token with other parameters or after three days', () => {
    const { read, world, tokenOf, ada } = company();
    const { nextPageToken } = read('users?customer=my_customer&maxResults=1').json;
    expect(read(`users?domain=acme.test&maxResults=1&pageToken=${nextPageToken}`).status).toBe(400);
    world.clock.advance(3 * 24 * 3_600_000 + 1);
    expect(read(`users?customer=my_customer&maxResults=1&pageToken=${nextPageToken}`, tokenOf(ada.id)).status).toBe(400);
  });

  it('ends a listing that takes longer than an hour with 503, however often it is tried', () => {
    const { read, world, tokenOf, ada } = company();
    const next = (token: string) => read(`users?customer=my_customer&maxResults=1&pageToken=${token}`, tokenOf(ada.id));
    const { nextPageToken } = read('users?customer=my_customer&maxResults=1').json;
    world.clock.advance(50 * 60_000);
    const second = next(nextPageToken);
    expect(second.status).toBe(200);
    world.clock.advance(11 * 60_000);
    for (const token of [nextPageToken, second.json.nextPageToken]) {
      expect(next(token)).toMatchObject({ status: 503, json: { error: { errors: [{ reason: 'backendError' }] } } });
    }
  });

  it('shows deleted users instead of the others for 20 days', () => {
    const { read, emails, directory, ben, world, tokenOf, ada } = company();
    directory.deleteUser(ben.id);
    expect(emails('users?customer=my_customer&showDeleted=true')).toEqual(['ben']);
    expect(read('users?customer=my_customer&showDeleted=true').json.users[0]).toHaveProperty('deletionTime');
    expect(emails('users?customer=my_customer&orderBy=email')).toEqual(['ada', 'cleo', 'dan']);
    world.clock.advance(21 * 24 * 3_600_000);
    expect(read('users?customer=my_customer&showDeleted=true', tokenOf(ada.id)).json).not.toHaveProperty('users');
  });

  it('shows a new user late when listings lag', () => {
    const { emails, directory, world, read } = company();
    world.clock.advance(60_000);
    directory.listingLag = 60_000;
    const zoe = directory.addUser({ primaryEmail: 'zoe@acme.test' });
    expect(emails('users?customer=my_customer')).not.toContain('zoe');
    expect(read(`users/${zoe.id}`).status).toBe(200);
    world.clock.advance(60_000);
    expect(emails('users?customer=my_customer')).toContain('zoe');
  });

  it('allows 2,400 queries per minute and user, then answers 403 until the minute is over', () => {
    const { read, world } = company();
    world.clock.advanceTo(Math.ceil(world.clock.now() / 60_000) * 60_000);
    for (let i = 0; i < 2400; i++)
      world.directory.queries.charge('123456789012', [...world.directory.users.keys()][0] ?? '', world.clock.now());
    const { status, json } = read('users?customer=my_customer');
    expect([status, json.error.errors[0].reason]).toEqual([403, 'userRateLimitExceeded']);
    world.clock.advance(60_000);
    expect(read('users?customer=my_customer').status).toBe(200);
  });
});

describe('searching users', () => {
  it.each<[string, string[]]>([
    ['email=cleopatra@acme.test', ['cleo']],
    ['email:cleo*', ['cleo']],
    ['email:acme-labs', ['cleo']],
    ["familyName='O\\'Neill'", ['cleo']],
    ['givenName:a*', ['ada']],
    ['familyName:A*', ['dan']],
    ["name='Ben Okri'", ['ben']],
    ["name:'en ok'", ['ben']],
    ['isSuspended=true', ['dan']],
    ['isAdmin=true', ['ada']],
    ['isSuspended=false isAdmin=false', ['ben', 'cleo']],
    ["orgUnitPath='/Sales'", ['ben', 'cleo']],
    ['orgUnitPath=/sales/north', ['ben']],
    ['orgTitle:manager', ['cleo']],
    ["orgDepartment='Field Sales'", ['cleo']],
    ["phone='+1 555 0100'", ['cleo']],
    ['directManager=ada@acme.test', ['ben']],
    ['manager=ada@acme.test', ['ben', 'cleo']],
    ['employment.level=3', ['cleo']],
    ['employment.projects=Apollo', ['cleo']],
    ['ada', ['ada', 'dan']],
    ['email=nobody@acme.test', []],
  ])('%s', (query, expected) => {
    expect(company().search(query)).toEqual(expected);
  });

  it('refuses an org unit that does not exist', () => {
    const { status, json } = company().read(`users?customer=my_customer&query=${encodeURIComponent("orgUnitPath='/Nowhere'")}`);
    expect([status, json.error.message]).toEqual([400, 'Invalid Input: INVALID_OU_ID']);
  });

  it.each(['colour=red', 'isAdmin:true', 'name:be*', "name='open", 'phone:+1*', '=x'])('refuses %s', (query) => {
    const { read } = company();
    const { status, json } = read(`users?customer=my_customer&query=${encodeURIComponent(query)}`);
    expect([status, json.error.errors[0].reason]).toEqual([400, 'invalid']);
  });
});
