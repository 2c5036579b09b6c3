import { delegationSetup } from '../oauth/delegationSetup';
import { refusal, writingCompany } from './writingCompany';

const HOUR = 3_600_000;
const LIZ = { primaryEmail: 'liz@acme.test', name: { givenName: 'Elizabeth', familyName: 'Smith' }, password: 'new user password' };

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/insert */
describe('directory.users.insert', () => {
  it('creates a user who has not signed in yet', () => {
    const { call, directory, customer } = writingCompany();
    const { status, json } = call('POST', 'users', {
      ...LIZ,
      orgUnitPath: '/Sales',
      changePasswordAtNextLogin: true,
      phones: [{ value: '+1 555 0100', type: 'work' }],
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      primaryEmail: 'liz@acme.test',
      name: { fullName: 'Elizabeth Smith' },
      orgUnitPath: '/Sales',
      customerId: customer.id,
      agreedToTerms: false,
      changePasswordAtNextLogin: true,
      isMailboxSetup: false,
      includeInGlobalAddressList: true,
      lastLoginTime: '1970-01-01T00:00:00.000Z',
    });
    expect(json).not.toHaveProperty('password');
    expect(directory.userByEmail('LIZ@acme.test')).toMatchObject({ id: json.id, password: 'new user password' });
  });

  it.each<[string, object, number, string]>([
    ['no address', { primaryEmail: undefined }, 400, 'Invalid Input: primary_user_email'],
    ['an address of another domain', { primaryEmail: 'liz@elsewhere.test' }, 404, 'Domain not found.'],
    ['an address of a domain alias', { primaryEmail: 'liz@labs.test' }, 404, 'Domain not found.'],
    ['no name', { name: undefined }, 400, 'Invalid Given/Family Name: GivenName'],
    ['no family name', { name: { givenName: 'Liz' } }, 400, 'Invalid Given/Family Name: FamilyName'],
    ['no password', { password: undefined }, 400, 'Invalid Password'],
    ['an unknown unit', { orgUnitPath: '/Nowhere' }, 400, 'Invalid Input: INVALID_OU_ID'],
    ['an address that is taken', { primaryEmail: 'ben@acme.test' }, 409, 'Entity already exists.'],
  ])('refuses %s', (_what, change, code, message) => {
    const { call, directory } = writingCompany();
    expect(call('POST', 'users', { ...LIZ, ...change })).toMatchObject({ status: code, json: { error: { message } } });
    expect(directory.users.size).toBe(2);
  });

  it('answers 412 to changes for some seconds', () => {
    const { call, change, world } = writingCompany();
    const { id } = call('POST', 'users', LIZ).json;
    const incomplete = refusal(412, 'User creation is not complete.', 'conditionNotMet');
    expect([change(id, { phones: null }), call('DELETE', `users/${id}`)]).toEqual([incomplete, incomplete]);
    expect(call('GET', `users/${id}`).status).toBe(200);
    world.clock.advance(world.directory.settings.creationDelayMs);
    expect(change(id, { phones: null }).status).toBe(200);
  });

  it('or can be changed and acted for at once, as set', () => {
    const { sign, claims, exchange, send, adminToken, world } = delegationSetup();
    Object.assign(world.directory.settings, { creationDelayMs: 0, servicesDelayMs: 0 });
    const request = { token: adminToken, headers: { 'Content-Type': 'application/json' } };
    const users = 'https://admin.googleapis.com/admin/directory/v1/users';
    const created = send('POST', users, { ...request, body: JSON.stringify(LIZ) });
    const { id, isMailboxSetup } = JSON.parse(created.body);
    expect(isMailboxSetup).toBe(true);
    expect(send('PUT', `${users}/${id}`, { ...request, body: JSON.stringify({ phones: null }) }).status).toBe(200);
    expect(exchange(sign(JSON.stringify(claims({ sub: LIZ.primaryEmail }))).json.signedJwt).status).toBe(200);
  });

  it('appears in listings later, as set', () => {
    const { call, world } = writingCompany();
    world.directory.listingLag = HOUR / 2;
    call('POST', 'users', LIZ);
    const found = () => call('GET', 'users?customer=my_customer&query=email:liz*').json.users?.length;
    expect(found()).toBeUndefined();
    world.clock.advance(HOUR / 2);
    expect(found()).toBe(1);
  });

  it('stops at the accounts of the subscription, in which deleted ones count for 20 days', () => {
    const { call, customer, directory, world, ben } = writingCompany();
    customer.userLimit = 2;
    const full = refusal(412, 'Domain user limit reached.', 'limitExceeded');
    expect(call('POST', 'users', LIZ)).toEqual(full);
    directory.deleteUser(ben.id);
    expect(call('POST', 'users', LIZ)).toEqual(full);
    world.clock.advance(20 * 24 * HOUR + 1);
    const token = world.cloud.issueToken({
      userId: directory.userByEmail('ada@acme.test')?.id ?? '',
      scopes: ['https://www.googleapis.com/auth/admin.directory.user'],
      via: 'user',
      project: '123456789012',
    });
    expect(call('POST', 'users', LIZ, token).status).toBe(200);
  });

  it.each([
    ['ignored', 2],
    ['done', 3],
  ] as const)('a delegated administrator’s creation is %s', (delegatedCreates, more) => {
    const { call, directory, delegate } = writingCompany();
    const { token } = delegate('USERS_ALL');
    directory.settings.delegatedCreates = delegatedCreates;
    expect(call('POST', 'users', LIZ, token).status).toBe(200);
    expect(directory.users.size).toBe(more + 1);
  });

  it('may not be found for a while, though the address is taken', () => {
    const { world, call, directory } = writingCompany();
    directory.settings.newUserHiddenMs = 60_000;
    world.clock.advance(60_000);
    const { json } = call('POST', 'users', LIZ);
    expect([call('GET', `users/${LIZ.primaryEmail}`).status, call('GET', `users/${String(json.id)}`).status]).toEqual([404, 404]);
    expect(call('POST', 'users', LIZ).status).toBe(409);
    world.clock.advance(60_000);
    expect(call('GET', `users/${LIZ.primaryEmail}`).status).toBe(200);
  });

  it('can be limited to so many a second in a domain', () => {
    const { call, directory } = writingCompany();
    directory.settings.creationsPerSecond = 10;
    const statuses = Array.from({ length: 11 }, (_, i) => call('POST', 'users', { ...LIZ, primaryEmail: `u${i}@acme.test` }).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 403]);
  });
});

describe('services of a new user', () => {
  const created = () => {
    const setup = delegationSetup();
    const response = setup.send('POST', 'https://admin.googleapis.com/admin/directory/v1/users', {
      token: setup.adminToken,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(LIZ),
    });
    expect(response.status).toBe(200);
    const contacts = (token: string) =>
      setup.send('GET', 'https://people.googleapis.com/v1/people/me/connections?personFields=names', { token });
    return { ...setup, contacts };
  };

  it('are not there at first: no token', () => {
    const { world, act } = created();
    expect(act({ sub: 'liz@acme.test' })).toMatchObject({ status: 403, json: { error: 'access_denied' } });
    world.clock.advance(world.directory.settings.servicesDelayMs);
    expect(act({ sub: 'liz@acme.test' }).status).toBe(200);
  });

  it('or, as set, the user is not known to it', () => {
    const { world, act } = created();
    Object.assign(world.directory.settings, { servicesNotReady: 'unknownUser' });
    expect(act({ sub: 'liz@acme.test' })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    world.clock.advance(world.directory.settings.servicesDelayMs);
    expect(act({ sub: 'liz@acme.test' }).status).toBe(200);
  });

  it('or, as set, no contacts', () => {
    const { world, act, contacts } = created();
    Object.assign(world.directory.settings, { servicesNotReady: 'people' });
    const { access_token: token } = act({ sub: 'liz@acme.test' }).json;
    expect(contacts(token).status).toBe(403);
    world.clock.advance(world.directory.settings.servicesDelayMs);
    expect(contacts(token).status).toBe(200);
  });
});

describe('directory.users.delete and undelete', () => {
  it('delete answers without a body; the user can be brought back for 20 days', () => {
    const { call, directory, ben } = writingCompany();
    directory.addGroup({ email: 'sales@acme.test' });
    directory.addMember('sales@acme.test', { email: 'ben@acme.test' });
    expect(call('DELETE', 'users/ben@acme.test')).toEqual({ status: 204, json: undefined });
    expect(call('GET', `users/${ben.id}`).status).toBe(404);
    expect(call('POST', `users/${ben.id}/undelete`, { orgUnitPath: '/Office' })).toEqual({ status: 204, json: undefined });
    expect(call('GET', 'users/ben@acme.test').json).toMatchObject({ id: ben.id, orgUnitPath: '/Office' });
    expect(call('GET', 'groups/sales@acme.test/members').json.members).toBeUndefined();
  });

  it('undelete refuses an address that somebody else has by now, and who is not deleted', () => {
    const { call, directory, ada, ben } = writingCompany();
    call('DELETE', `users/${ben.id}`);
    directory.addUser({ primaryEmail: 'ben@acme.test' });
    expect(call('POST', `users/${ben.id}/undelete`, {})).toEqual(refusal(409, 'Entity already exists.', 'duplicate'));
    expect(call('POST', `users/${ada.id}/undelete`, {}).status).toBe(412);
  });

  it('frees the address at once', () => {
    const { call } = writingCompany();
    call('DELETE', 'users/ben@acme.test');
    expect(call('POST', 'users', { ...LIZ, primaryEmail: 'ben@acme.test' }).status).toBe(200);
  });
});
