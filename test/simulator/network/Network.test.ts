import { SCOPE, sampleCompany } from './sampleCompany';

const USERS = 'https://admin.googleapis.com/admin/directory/v1/users';

describe('routing', () => {
  it('finds the method by verb and path, with the key decoded', () => {
    const { send, adminToken, world } = sampleCompany();
    const response = send('GET', `${USERS}/ben%40acme.test`, { token: adminToken });
    expect(JSON.parse(response.body).primaryEmail).toBe('ben@acme.test');
    expect(world.network.log.entries.map(({ operation, status }) => [operation, status])).toEqual([['directory.users.get', 200]]);
  });

  it('answers 404 as a web page where the host has no such method', () => {
    const { send, adminToken } = sampleCompany();
    const response = send('GET', 'https://admin.googleapis.com/admin/directory/v2/users', { token: adminToken });
    expect([response.status, response.headers['Content-Type']]).toEqual([404, 'text/html; charset=UTF-8']);
  });

  it('refuses plain http', () => {
    const { send, adminToken } = sampleCompany();
    expect(send('GET', 'http://admin.googleapis.com/admin/directory/v1/users?customer=my_customer', { token: adminToken }).status).toBe(
      403,
    );
  });

  it('gives a DNS error for a host that does not exist', () => {
    const { world } = sampleCompany();
    const sent = world.network.send({ method: 'GET', url: 'https://nowhere.example/x', headers: {}, body: '' });
    expect(sent.thrown).toBe('DNS error: https://nowhere.example/x');
    expect(world.network.log.entries[0]).toMatchObject({ operation: undefined, status: 0, committed: false });
  });

  it('does not move the clock; the sender does', () => {
    const { world, read } = sampleCompany();
    const before = world.clock.now();
    read('users?customer=my_customer');
    expect(world.clock.now()).toBe(before);
    expect(world.network.log.entries[0]?.milliseconds).toBeGreaterThan(0);
  });
});

describe('admission', () => {
  it('refuses a request without a token with 401 UNAUTHENTICATED', () => {
    const { send } = sampleCompany();
    const response = send('GET', `${USERS}?customer=my_customer`);
    const { error } = JSON.parse(response.body);
    expect([response.status, error.status, error.errors[0].reason]).toEqual([401, 'UNAUTHENTICATED', 'required']);
  });

  it.each([
    ['unknown', () => 'ya29.nonsense'],
    [
      'of a suspended user',
      ({ world, ada, adminToken }: ReturnType<typeof sampleCompany>) => (world.directory.suspendUser(ada.id), adminToken),
    ],
    [
      'of a deleted user',
      ({ world, ada, adminToken }: ReturnType<typeof sampleCompany>) => (world.directory.deleteUser(ada.id), adminToken),
    ],
    ['one hour old', ({ world, adminToken }: ReturnType<typeof sampleCompany>) => (world.clock.advance(3_600_000), adminToken)],
  ])('refuses a token that is %s with 401 authError', (_what, tokenOf) => {
    const company = sampleCompany();
    const response = company.send('GET', `${USERS}?customer=my_customer`, { token: tokenOf(company) });
    expect([response.status, JSON.parse(response.body).error.errors[0].reason]).toEqual([401, 'authError']);
  });

  it('takes a token until its hour is over', () => {
    const { world, read } = sampleCompany();
    world.clock.advance(3_599_999);
    expect(read('users?customer=my_customer').status).toBe(200);
  });

  it('refuses a token without one of the scopes and names them in the header', () => {
    const { send, tokenOf, ada } = sampleCompany();
    const response = send('GET', `${USERS}?customer=my_customer`, { token: tokenOf(ada.id, ['contacts']) });
    const { error } = JSON.parse(response.body);
    expect([response.status, error.message, error.details[0].reason]).toEqual([
      403,
      'Request had insufficient authentication scopes.',
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    ]);
    expect(response.headers['WWW-Authenticate']).toContain(`${SCOPE}admin.directory.user.readonly`);
  });

  it('refuses a call to an API that the Cloud project has not enabled', () => {
    const { project, read } = sampleCompany();
    project.enabledApis.delete('admin.googleapis.com');
    const { status, json } = read('users?customer=my_customer');
    expect([status, json.error.errors[0].reason, json.error.details[0].reason]).toEqual([403, 'accessNotConfigured', 'SERVICE_DISABLED']);
    expect(json.error.message).toContain('Admin SDK API has not been used in project 123456789012 before or it is disabled.');
  });
});

describe('parameters and bodies', () => {
  it('refuses an unknown query parameter', () => {
    const { read } = sampleCompany();
    const { status, json } = read('users?customer=my_customer&pageSize=10');
    expect([status, json.error.status]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(json.error.message).toBe(
      `Invalid JSON payload received. Unknown name "pageSize": Cannot bind query parameter. Field 'pageSize' could not be found in request message.`,
    );
  });

  it('knows the common parameters', () => {
    const { read } = sampleCompany();
    expect(read('users?customer=my_customer&alt=json&key=k&quotaUser=me&prettyPrint=false').status).toBe(200);
    expect(read('users?customer=my_customer&alt=xml').status).toBe(400);
  });

  it('returns only the fields asked for', () => {
    const { read } = sampleCompany();
    const { json } = read('users?customer=my_customer&orderBy=email&fields=users(primaryEmail,name/givenName)');
    expect(json).toEqual({
      users: [
        { primaryEmail: 'ada@acme.test', name: { givenName: 'Ada' } },
        { primaryEmail: 'ben@acme.test', name: { givenName: 'Ben' } },
      ],
    });
  });

  it('refuses fields that cannot be read', () => {
    const { read } = sampleCompany();
    expect(read('users?customer=my_customer&fields=users(id').status).toBe(400);
  });

  it('refuses a body that is not JSON', () => {
    const { send, adminToken } = sampleCompany();
    const response = send('POST', 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/x:signJwt', {
      token: adminToken,
      body: '{"payload":',
      headers: { 'Content-Type': 'application/json' },
    });
    expect([response.status, JSON.parse(response.body).error.message]).toEqual([
      400,
      'Invalid JSON payload received. Unexpected token.\n{"payload":\n^',
    ]);
  });

  it.each([
    ['GET', `${USERS}?customer=my_customer`],
    ['DELETE', 'https://people.googleapis.com/v1/people/c1:deleteContact'],
  ])('refuses a field in the body of a %s', (method, url) => {
    const { send, adminToken } = sampleCompany();
    const response = send(method, url, { token: adminToken, body: '{"maxResults":5}', headers: { 'Content-Type': 'application/json' } });
    expect([response.status, JSON.parse(response.body).error.message]).toEqual([
      400,
      'Invalid JSON payload received. Unknown name "maxResults": Cannot find field.',
    ]);
  });

  it('reads JSON sent under the form type as the name of a parameter, as Google does', () => {
    const { send, adminToken } = sampleCompany();
    const response = send('POST', 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/x:signJwt', {
      token: adminToken,
      body: '{"payload":"{}"}',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body).error.message).toContain('Unknown name "{\\"payload\\":\\"{}\\"}"'.replace(/\\"/g, '"'));
  });

  it('indents answers unless prettyPrint=false', () => {
    const { send, adminToken } = sampleCompany();
    expect(send('GET', `${USERS}/ada@acme.test`, { token: adminToken }).body).toContain('\n  "kind"');
    expect(send('GET', `${USERS}/ada@acme.test?prettyPrint=false`, { token: adminToken }).body).not.toContain('\n');
  });
});

describe('faults', () => {
  const create = (company: ReturnType<typeof sampleCompany>) =>
    company.send('POST', 'https://people.googleapis.com/v1/contactGroups', {
      token: company.adminToken,
      body: JSON.stringify({ contactGroup: { name: 'Vendors' } }),
      headers: { 'Content-Type': 'application/json' },
    });

  it('answers before the work: nothing is written', () => {
    const company = sampleCompany();
    company.world.faults.add({
      at: 'people.contactGroups.create',
      effect: {
        kind: 'answer',
        when: 'before',
        status: 503,
        body: { error: { code: 503, message: 'The service is currently unavailable.' } },
      },
    });
    expect(create(company).status).toBe(503);
    expect(company.world.network.log.entries.at(-1)?.committed).toBe(false);
    expect(create(company).status).toBe(200);
  });

  it('answers after the work: it is written all the same', () => {
    const company = sampleCompany();
    company.world.faults.add({
      at: 'people.contactGroups.create',
      effect: { kind: 'answer', when: 'after', status: 500, body: 'Internal error' },
    });
    expect(create(company).status).toBe(500);
    expect(company.world.network.log.entries.at(-1)).toMatchObject({ status: 500, committed: true });
    expect(create(company).status).toBe(409);
  });

  it('throws or kills instead of answering, at the call that was counted', () => {
    const company = sampleCompany();
    const list = () =>
      company.world.network.send({
        method: 'GET',
        url: `${USERS}?customer=my_customer`,
        headers: { Authorization: `Bearer ${company.adminToken}` },
        body: '',
      });
    company.world.faults.add({
      at: 'directory.users.list',
      skip: 1,
      effect: { kind: 'throw', when: 'before', message: 'Address unavailable' },
    });
    company.world.faults.add({ at: 'directory.users.list', skip: 2, effect: { kind: 'kill', when: 'after' } });
    expect(list().response.status).toBe(200);
    expect(list()).toMatchObject({ thrown: 'Address unavailable', response: { status: 0 } });
    expect(list()).toMatchObject({ killed: true });
    expect(list().response.status).toBe(200);
  });

  it('makes a call slower, and lets something happen meanwhile', () => {
    const company = sampleCompany();
    company.world.faults.add({ at: 'directory.users.get', effect: { kind: 'slow', milliseconds: 5000 } });
    company.world.faults.add({
      at: 'directory.users.get',
      effect: { kind: 'meanwhile', do: () => company.world.directory.renameUser(company.ben.id, 'benjamin@acme.test') },
    });
    expect(company.read('users/ben@acme.test').json.primaryEmail).toBe('benjamin@acme.test');
    expect(company.world.network.log.entries.at(-1)?.milliseconds).toBe(5180);
  });
});

describe('the log', () => {
  it('counts by effect, operation, time and execution', () => {
    const { world, read, adminToken } = sampleCompany();
    read('users?customer=my_customer');
    world.clock.advance(1000);
    const since = world.clock.now();
    world.network.send(
      { method: 'GET', url: `${USERS}/ada@acme.test`, headers: { Authorization: `Bearer ${adminToken}` }, body: '' },
      { executionId: 'e1' },
    );
    expect(world.network.count()).toBe(2);
    expect(world.network.count({ effect: 'read', since })).toBe(1);
    expect(world.network.count({ operation: 'directory.users.list' })).toBe(1);
    expect(world.network.count({ executionIds: ['e1'] })).toBe(1);
    expect(world.network.log.entries[1]).toMatchObject({ as: 'ada@acme.test', via: 'user', executionId: 'e1', committed: true });
  });
});
