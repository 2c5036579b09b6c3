import type { Answer } from '../../src/google/Call';
import { snippetProject, type SnippetProject } from '../support/snippetProject';

const source = `
  import { sendByFetchAll } from './src/gas/fetchAllDriver';
  import { toCall } from './src/google/request';
  const self = { kind: 'self' } as const;
  const user = (key: string) => toCall('directory.users.get', self, { path: { userKey: key } });
  export const users = (keys: string[]) => sendByFetchAll(keys.map(user));
  export const groups = (token: string) => sendByFetchAll([toCall('people.contactGroups.list', { kind: 'user', userId: '1', token }, { query: { pageSize: 1000, groupFields: 'name,clientData' } })]);
  export const createGroup = (token: string, name: string) => sendByFetchAll([toCall('people.contactGroups.create', { kind: 'user', userId: '1', token }, { body: { contactGroup: { name } } })]);
  export const token = (assertion: string) => sendByFetchAll([toCall('oauth2.token', { kind: 'none' }, { body: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }, encoding: 'form' })]);
  export const elsewhere = () => sendByFetchAll([{ ...user('admin@acme.test') , url: 'https://example.test/' }, user('admin@acme.test')]);
`;

const company = (): SnippetProject & { send(name: string, ...args: unknown[]): Answer[] } => {
  const project = snippetProject(source);
  project.world.cloud.addProject({
    number: '1',
    enabledApis: ['admin.googleapis.com', 'people.googleapis.com', 'iamcredentials.googleapis.com'],
  });
  return { ...project, send: (name, ...args) => project.run(name, args) as Answer[] };
};

describe('the fetchAll driver', () => {
  it('answers each call in order, refusals too', () => {
    const { send, admin, plain } = company();
    const [first, second, third] = send('users', ['plain@acme.test', 'nobody@acme.test', 'admin@acme.test']);
    expect(first).toMatchObject({ kind: 'answered', status: 200, body: { id: plain } });
    expect(second).toMatchObject({ kind: 'answered', status: 404, body: { error: { code: 404 } } });
    expect(third).toMatchObject({ kind: 'answered', status: 200, body: { id: admin } });
  });

  it('sends one wave at once', () => {
    const { send, world } = company();
    const keys = Array.from({ length: 20 }, () => 'plain@acme.test');
    const from = world.clock.now();
    send('users', keys);
    expect(world.network.count({ operation: 'directory.users.get' })).toBe(20);
    expect(world.clock.now() - from).toBeLessThan(1000);
  });

  it('sends nothing for no calls', () => {
    const { send, world, project, admin } = company();
    const left = project.fetches.left(admin);
    expect(send('users', [])).toEqual([]);
    expect(project.fetches.left(admin)).toBe(left);
    expect(world.network.count()).toBe(0);
  });

  it('sends a delegated token for its user, and JSON bodies', () => {
    const { send, world, plain } = company();
    const token = world.cloud.issueToken({
      userId: plain,
      scopes: ['https://www.googleapis.com/auth/contacts'],
      via: 'delegation',
      project: '1',
    });
    expect(send('createGroup', token, 'Käufer')).toMatchObject([{ kind: 'answered', status: 200 }]);
    expect(world.people.contactGroupsOf(plain).map(({ name }) => name)).toEqual(['Käufer']);
    expect(send('groups', token)).toMatchObject([
      { kind: 'answered', status: 200, body: { contactGroups: expect.arrayContaining([expect.objectContaining({ name: 'Käufer' })]) } },
    ]);
    expect(send('groups', 'ya29.wrong')).toMatchObject([{ kind: 'answered', status: 401 }]);
  });

  it('sends form bodies without any token', () => {
    const { send } = company();
    expect(send('token', 'not.a.jwt')).toMatchObject([{ kind: 'answered', status: 400, body: { error: expect.any(String) } }]);
  });

  it('gives a body that is no JSON as text', () => {
    const { send, world } = company();
    world.faults.add({
      at: 'directory.users.get',
      effect: { kind: 'answer', when: 'before', status: 502, body: '<html>Bad Gateway</html>' },
    });
    const [answer] = send('users', ['plain@acme.test']);
    expect(answer).toMatchObject({ kind: 'answered', status: 502 });
    expect((answer as { body: unknown }).body).toContain('Bad Gateway');
  });

  it('takes every call of a wave that threw as of unknown outcome, also those that Google has answered', () => {
    const { send, world } = company();
    world.faults.add({
      at: 'directory.users.get',
      skip: 1,
      effect: { kind: 'throw', when: 'after', message: 'Address unavailable: https://admin.googleapis.com/' },
    });
    expect(send('users', ['plain@acme.test', 'admin@acme.test', 'plain@acme.test'])).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'unknown', message: 'Address unavailable: https://admin.googleapis.com/' })),
    );
    expect(world.network.count({ operation: 'directory.users.get' })).toBe(3);
  });

  it('gives up a call after a minute', () => {
    const { send, world } = company();
    world.faults.add({ at: 'directory.users.get', effect: { kind: 'slow', milliseconds: 200_000 } });
    const from = world.clock.now();
    expect(send('users', ['plain@acme.test'])).toMatchObject([{ kind: 'unknown' }]);
    expect(world.clock.now() - from).toBeLessThan(65_000);
  });

  it('says that the day is over when the quota of fetches is spent, and sends nothing', () => {
    const { send, world, project, admin } = company();
    project.fetches.take(admin, project.fetches.left(admin) - 1);
    const stopped = { kind: 'stopped', problem: { code: 'platform.quotaSpent', data: { service: 'urlfetch' } } };
    expect(send('users', ['plain@acme.test', 'admin@acme.test'])).toEqual([stopped, stopped]);
    expect(world.network.count()).toBe(0);
  });

  it('names the scope that is missing', () => {
    const { send, project, admin } = company();
    project.withdraw(admin, ['https://www.googleapis.com/auth/script.external_request']);
    expect(send('users', ['plain@acme.test'])).toMatchObject([
      {
        kind: 'stopped',
        problem: { code: 'platform.scopeMissing', data: { scope: 'https://www.googleapis.com/auth/script.external_request' } },
      },
    ]);
  });

  it('reaches no host that the manifest does not list', () => {
    const { send, world } = company();
    expect(send('elsewhere')).toMatchObject([{ kind: 'unknown' }, { kind: 'unknown' }]);
    expect(world.network.count()).toBe(0);
  });
});
