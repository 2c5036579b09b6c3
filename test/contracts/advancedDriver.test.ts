import { snippetProject, type SnippetProject } from '../support/snippetProject';

const source = `
  import { runByAdvancedServices } from './src/gas/advancedDriver';
  import { getUser, listDomains, listGroups, listMembers, listOrgUnits, listUsers } from './src/google/directory';
  import { createContact, listContactGroups, batchCreateContacts } from './src/google/people';
  import { exchange, toCall } from './src/google/request';
  import { ok } from './src/core/base/Result';
  const self = { kind: 'self' } as const;
  const tasks: any = {
    user: (key: string) => getUser(self, key),
    users: () => listUsers(self),
    groups: () => listGroups(self),
    members: (key: string) => listMembers(self, key),
    orgUnits: () => listOrgUnits(self),
    domains: () => listDomains(self),
    labels: () => listContactGroups(self),
    answer: function* (key: string) { return ok(yield* exchange('directory.users.get', self, { path: { userKey: key } })); },
    create: function* (person: object) { return ok(yield* exchange('people.people.createContact', self, { query: { personFields: 'names' }, body: person })); },
    bug: function* () { yield toCall('directory.users.list', { kind: 'user', userId: '1', token: 't' }); },
    cleaned: function* (key: string) { try { yield* exchange('directory.users.get', self, { path: { userKey: key } }); yield* exchange('directory.users.get', self, { path: { userKey: key } }); } finally { PropertiesService.getScriptProperties().setProperty('cleaned', '1'); } },
  };
  export const run = (name: string, calls: number, ...args: unknown[]) => runByAdvancedServices(tasks[name](...args), { calls });
`;

const company = (changes: object = {}): SnippetProject & { as(userId: string, name: string, ...args: unknown[]): unknown } => {
  const project = snippetProject(source, changes as Record<string, unknown>);
  project.world.cloud.addProject({ number: '1', enabledApis: ['admin.googleapis.com', 'people.googleapis.com'] });
  const { directory } = project.world;
  directory.addGroup({ email: 'sales@acme.test', name: 'Sales' });
  directory.addMember('sales@acme.test', { email: 'plain@acme.test' });
  return {
    ...project,
    as: (userId, name, ...args) => project.run('run', [name, 20, ...args], { kind: 'addon', effectiveUserId: userId }),
  };
};

describe('the advanced services driver', () => {
  it('does Directory tasks as the signed-in person', () => {
    const { as, admin, plain } = company();
    expect(as(admin, 'user', 'plain@acme.test')).toMatchObject({
      ok: true,
      value: { id: plain, primaryEmail: 'plain@acme.test', isAdmin: false },
    });
    expect(as(admin, 'users')).toMatchObject({
      ok: true,
      value: [{ primaryEmail: 'admin@acme.test' }, { primaryEmail: 'plain@acme.test' }],
    });
    expect(as(admin, 'groups')).toMatchObject({ ok: true, value: [{ email: 'sales@acme.test', name: 'Sales' }] });
    expect(as(admin, 'members', 'sales@acme.test')).toMatchObject({ ok: true, value: [{ id: plain }] });
    expect(as(admin, 'orgUnits')).toMatchObject({ ok: true, value: [{ orgUnitPath: '/' }] });
    expect(as(admin, 'domains')).toMatchObject({ ok: true, value: [{ domainName: 'acme.test', isPrimary: true }] });
  });

  it('does People tasks with the person’s own contacts', () => {
    const { as, world, plain } = company();
    world.people.addContactGroup(plain, 'Friends of mine');
    expect(as(plain, 'labels')).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ name: 'Friends of mine' })]),
    });
  });

  it('sends the body first, then the query', () => {
    const { as, world, admin, project } = company({ oauthScopes: ['https://www.googleapis.com/auth/contacts'] });
    project.consent(admin);
    expect(as(admin, 'create', { names: [{ givenName: 'Ana' }] })).toMatchObject({ ok: true, value: { kind: 'answered', status: 200 } });
    expect(world.people.contactsOf(admin)).toMatchObject([{ names: [{ givenName: 'Ana' }] }]);
  });

  it('gives Google’s refusal back to the task, with status and body', () => {
    const { as, admin, plain } = company();
    expect(as(admin, 'answer', 'nobody@acme.test')).toMatchObject({
      value: {
        kind: 'answered',
        status: 404,
        body: { error: { code: 404, message: expect.stringContaining('userKey'), errors: [{ reason: 'notFound' }] } },
      },
    });
    expect(as(admin, 'user', 'nobody@acme.test')).toMatchObject({ ok: false, problem: { code: 'google.notFound' } });
    expect(as(plain, 'users')).toMatchObject({ ok: false, problem: { code: 'google.notAuthorized' } });
  });

  it('ends the task with the scope that the person declined', () => {
    const { as, admin, project, world } = company();
    project.withdraw(
      admin,
      ['user.readonly', 'user'].map((one) => `https://www.googleapis.com/auth/admin.directory.${one}`),
    );
    expect(as(admin, 'user', 'plain@acme.test')).toMatchObject({
      ok: false,
      problem: { code: 'platform.scopeMissing', data: { scope: 'https://www.googleapis.com/auth/admin.directory.user.readonly' } },
    });
    expect(world.network.count()).toBe(0);
  });

  it('ends the task in the same way when the API says so', () => {
    const { as, admin, project } = company();
    project.settings.advancedScopeMissing = 'answer';
    for (const [name, scope] of [
      ['user', 'admin.directory.user.readonly'],
      ['orgUnits', 'admin.directory.orgunit.readonly'],
      ['labels', 'contacts.readonly'],
    ] as const) {
      // The scope of changes would do, too.
      project.withdraw(
        admin,
        [scope, scope.replace('.readonly', '')].map((one) => `https://www.googleapis.com/auth/${one}`),
      );
      expect(as(admin, name, 'plain@acme.test')).toMatchObject({
        ok: false,
        problem: { code: 'platform.scopeMissing', data: { scope: `https://www.googleapis.com/auth/${scope}` } },
      });
    }
  });

  it('ends the task when it takes more calls than it may, and lets it clean up', () => {
    const { run, world, project } = company();
    const request = { kind: 'addon' } as const;
    expect(run('run', ['cleaned', 1, 'admin@acme.test'], request)).toEqual({
      ok: false,
      problem: { code: 'platform.tooManyCalls', data: { limit: 1 } },
    });
    expect(world.network.count()).toBe(1);
    expect(project.scriptProperties.get('cleaned')).toBe('1');
  });

  it('takes a broken connection as an unknown outcome', () => {
    const { as, admin, world } = company();
    world.faults.add({
      at: 'directory.users.get',
      effect: { kind: 'throw', when: 'before', message: 'Address unavailable: https://admin.googleapis.com/' },
    });
    expect(as(admin, 'answer', 'plain@acme.test')).toMatchObject({
      value: { kind: 'unknown', message: expect.stringContaining('Address unavailable') },
    });
  });

  it('never sends what is meant for another user', () => {
    const { as, admin, world } = company();
    expect(() => as(admin, 'bug')).toThrow('as user through an advanced service');
    expect(world.network.count()).toBe(0);
  });
});
