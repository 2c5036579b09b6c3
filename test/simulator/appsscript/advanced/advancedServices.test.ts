import type { PlatformSettings } from '../../../../simulator/appsscript/PlatformSettings';
import { ScriptProject } from '../../../../simulator/appsscript/ScriptProject';
import { SCOPE, sampleCompany } from '../../network/sampleCompany';

const SCOPES = [
  'admin.directory.user.readonly',
  'admin.directory.group.readonly',
  'admin.directory.orgunit.readonly',
  'admin.directory.domain.readonly',
  'contacts',
];

const SERVICES = [
  { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
  { userSymbol: 'People', serviceId: 'peopleapi', version: 'v1' },
];

/** A script that runs `code` as Ada (or another user) and returns its JSON; an exception is returned as name, message and details. */
function script(scopes: readonly string[] = SCOPES, services: readonly object[] = SERVICES, settings: Partial<PlatformSettings> = {}) {
  const company = sampleCompany();
  const { world, project, ada } = company;
  const run = (code: string, userId = ada.id) => {
    const scriptProject = new ScriptProject(world, {
      scriptId: 'script',
      code: `function main() {
        try { return ${code}; }
        catch (error) { return { name: error.name, message: error.message, details: error.details, isError: error instanceof Error }; }
      }`,
      manifest: {
        timeZone: 'Etc/UTC',
        runtimeVersion: 'V8',
        oauthScopes: scopes.map((scope) => SCOPE + scope),
        dependencies: { enabledAdvancedServices: services },
      },
      project: project.number,
      ownerId: ada.id,
    });
    scriptProject.consent(userId, 'all');
    Object.assign(scriptProject.settings, settings);
    return scriptProject.run({ functionName: 'main', kind: 'editor', effectiveUserId: userId });
  };
  const value = (code: string, userId = ada.id) => JSON.parse(JSON.stringify(run(code, userId).value));
  return { ...company, run, value };
}

/** https://developers.google.com/apps-script/guides/services/advanced */
describe('AdminDirectory', () => {
  it('takes path parameters first and the others as one object', () => {
    const { value, world } = script();
    world.directory.addGroup({ email: 'sales@acme.test' });
    world.directory.addMember('sales@acme.test', { email: 'ben@acme.test' });
    expect(value(`AdminDirectory.Users.list({ customer: 'my_customer', orderBy: 'email', maxResults: 1 }).users[0].primaryEmail`)).toBe(
      'ada@acme.test',
    );
    expect(value(`AdminDirectory.Users.get('ben@acme.test').name.givenName`)).toBe('Ben');
    expect(value(`AdminDirectory.Users.get('ben@acme.test', { fields: 'id' })`)).toEqual({ id: expect.stringMatching(/^\d+$/) });
    expect(value(`AdminDirectory.Groups.list({ domain: 'acme.test' }).groups.length`)).toBe(1);
    expect(value(`AdminDirectory.Members.list('sales@acme.test', { maxResults: 10 }).members[0].email`)).toBe('ben@acme.test');
    expect(value(`AdminDirectory.Members.hasMember('sales@acme.test', 'ben@acme.test').isMember`)).toBe(true);
    expect(value(`AdminDirectory.Orgunits.list('my_customer', { type: 'all' }).organizationUnits.length`)).toBe(3);
    expect(value(`AdminDirectory.Orgunits.get('my_customer', 'Sales/North').name`)).toBe('North');
    expect(value(`AdminDirectory.Domains.list('my_customer').domains[0].domainName`)).toBe('acme.test');
  });

  it('returns objects of the script’s own realm, with absent fields undefined', () => {
    const { value } = script();
    const code = `(() => { const page = AdminDirectory.Users.list({ customer: 'my_customer', query: 'email=none@acme.test' });
      return [page.users === undefined, page instanceof Object, AdminDirectory.Users.list({ customer: 'my_customer' }).users instanceof Array]; })()`;
    expect(value(code)).toEqual([true, true, true]);
  });

  it('throws a GoogleJsonResponseException with details where Google refuses', () => {
    const { value } = script();
    expect(value(`AdminDirectory.Users.get('nobody@acme.test')`)).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to directory.users.get failed with error: Resource Not Found: userKey',
      details: {
        code: 404,
        message: 'Resource Not Found: userKey',
        errors: [{ message: 'Resource Not Found: userKey', domain: 'global', reason: 'notFound' }],
      },
      isError: true,
    });
  });

  it('acts as the effective user with that user’s rights', () => {
    const { value, ben, world } = script();
    expect(value(`AdminDirectory.Users.list({ customer: 'my_customer' })`, ben.id).message).toBe(
      'API call to directory.users.list failed with error: Not Authorized to access this resource/api',
    );
    expect(world.network.log.entries.at(-1)).toMatchObject({ as: 'ben@acme.test', via: 'user' });
  });

  it('says which permissions are missing when none of the scopes is consented', () => {
    const { value, world } = script(['contacts']);
    expect(value(`AdminDirectory.Orgunits.list('my_customer')`)).toMatchObject({
      name: 'Exception',
      message:
        'Specified permissions are not sufficient to call directory.orgunits.list. Required permissions: ' +
        `(${SCOPE}admin.directory.orgunit || ${SCOPE}admin.directory.orgunit.readonly)`,
    });
    expect(world.network.count()).toBe(0);
  });

  it('or lets the API say it, as set', () => {
    const { value } = script(['contacts'], SERVICES, { advancedScopeMissing: 'answer' });
    expect(value(`AdminDirectory.Orgunits.list('my_customer')`)).toMatchObject({
      name: 'GoogleJsonResponseException',
      message: 'API call to directory.orgunits.list failed with error: Request had insufficient authentication scopes.',
      details: { code: 403 },
    });
  });

  it('exists only where the manifest enables it', () => {
    const { value } = script(SCOPES, []);
    expect(value(`AdminDirectory.Users.get('ada@acme.test')`).message).toBe('AdminDirectory is not defined');
  });

  it('needs the API enabled in the Cloud project', () => {
    const { value, project } = script();
    project.enabledApis.delete('admin.googleapis.com');
    expect(value(`AdminDirectory.Users.get('ada@acme.test')`).message).toContain(
      'Admin SDK API has not been used in project 123456789012 before',
    );
  });

  it('has no headers argument', () => {
    expect(script().run(`AdminDirectory.Users.get('ada@acme.test', {}, {})`)).toMatchObject({
      outcome: 'failed',
      error: { message: 'simulator: the headers argument of an advanced service is not simulated' },
    });
  });

  it('refuses a wrong number of arguments', () => {
    const { value } = script();
    expect(value(`AdminDirectory.Members.list()`).message).toBe('Invalid number of arguments provided. Expected 1-2 only');
  });

  it('throws for methods that are not simulated', () => {
    const { run } = script();
    expect(run(`AdminDirectory.Chromeosdevices`).error?.message).toBe('simulator: AdminDirectory.Chromeosdevices is not simulated');
    expect(run(`AdminDirectory.Users.signOut('ada@acme.test')`).error?.message).toBe(
      'simulator: AdminDirectory.Users.signOut is not simulated',
    );
  });

  it('changes users, members and roles: the resource comes first, delete is remove', () => {
    const { value, world, customer, ben } = script([
      ...['admin.directory.user', 'admin.directory.group.member', 'admin.directory.rolemanagement', 'admin.directory.userschema'],
    ]);
    world.directory.addGroup({ email: 'sales@acme.test' });
    const code = `(() => {
      const user = AdminDirectory.Users.update({ phones: [{ value: '1', type: 'work' }] }, 'ben@acme.test');
      AdminDirectory.Users.patch({ suspended: true }, user.id);
      const made = AdminDirectory.Users.insert({ primaryEmail: 'new@acme.test', name: { givenName: 'N', familyName: 'E' }, password: 'password' });
      const member = AdminDirectory.Members.insert({ email: 'ben@acme.test' }, 'sales@acme.test');
      const removed = AdminDirectory.Members.remove('sales@acme.test', member.id);
      const role = AdminDirectory.Roles.list('my_customer').items.find((one) => one.roleName === '_GROUPS_ADMIN_ROLE');
      AdminDirectory.RoleAssignments.insert({ roleId: role.roleId, assignedTo: user.id, scopeType: 'CUSTOMER' }, 'my_customer');
      return { phones: user.phones, made: made.primaryEmail, member: member.role, removed, schemas: AdminDirectory.Schemas.list('my_customer').kind };
    })()`;
    expect(value(code)).toEqual({
      phones: [{ value: '1', type: 'work' }],
      made: 'new@acme.test',
      member: 'MEMBER',
      schemas: 'admin#directory#schemas',
    });
    expect(ben).toMatchObject({ suspended: true, isDelegatedAdmin: true });
    expect(customer.admins.assignmentsTo(ben.id)).toHaveLength(1);
  });

  it('takes time and names its execution in the log', () => {
    const { run, world } = script();
    const before = world.clock.now();
    const { id } = run(`AdminDirectory.Users.get('ada@acme.test').id`);
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(180);
    expect(world.network.count({ executionIds: [id] })).toBe(1);
  });

  it('ends its execution at a fault that kills', () => {
    const { run, world } = script();
    world.faults.add({ at: 'directory.users.get', effect: { kind: 'kill', when: 'after' } });
    expect(run(`AdminDirectory.Users.get('ada@acme.test').id`).outcome).toBe('killed');
  });

  it('throws what a fault answers, also when it is no JSON', () => {
    const { value, world } = script();
    world.faults.add({
      at: 'directory.users.get',
      effect: { kind: 'answer', when: 'before', status: 502, body: '<html>Bad gateway</html>' },
    });
    expect(value(`AdminDirectory.Users.get('ada@acme.test')`).message).toBe(
      'API call to directory.users.get failed with error: Empty response',
    );
  });
});

describe('People', () => {
  it('lists, creates and deletes by the generated names', () => {
    const { value } = script();
    expect(value(`People.ContactGroups.list({ pageSize: 200 }).contactGroups.some((group) => group.name === 'myContacts')`)).toBe(true);
    const code = `(() => {
      const group = People.ContactGroups.create({ contactGroup: { name: 'Vendors' } });
      const person = People.People.createContact({ names: [{ givenName: 'Zoe' }] }, { personFields: 'names' });
      People.ContactGroups.Members.modify({ resourceNamesToAdd: [person.resourceName] }, group.resourceName);
      const listed = People.People.Connections.list('people/me', { personFields: 'names,memberships', sources: ['READ_SOURCE_TYPE_CONTACT'] });
      const got = People.People.get(person.resourceName, { personFields: 'names' });
      const removed = People.ContactGroups.remove(group.resourceName, { deleteContacts: false });
      return { listed: listed.connections.length, name: got.names[0].givenName, removed };
    })()`;
    expect(value(code)).toEqual({ listed: 1, name: 'Zoe', removed: {} });
  });

  it('throws Google’s text for a name that exists', () => {
    const { value } = script();
    const code = `[1, 2].map(() => People.ContactGroups.create({ contactGroup: { name: 'Vendors' } }))`;
    expect(value(code)).toMatchObject({ name: 'GoogleJsonResponseException', details: { code: 409 } });
  });
});
