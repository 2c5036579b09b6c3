import { named, peopleClient } from './peopleClient';
import type { Json } from './peopleClient';

const CONTACT_ONLY = 'READ_SOURCE_TYPE_CONTACT';

describe('people.get', () => {
  test('shows the caller and colleagues by profile, and nobody outside the customer', () => {
    const { send, world, userId } = peopleClient();
    world.directory.addCustomer({ domains: ['else.org'] });
    const outsider = world.directory.addUser({ primaryEmail: 'eve@else.org' });
    const ben = world.directory.userByEmail('ben@example.com');
    const me = send('GET', 'people/me', { personFields: 'names,emailAddresses,metadata' }).body;
    expect(me).toMatchObject({ resourceName: `people/${userId}`, names: [{ displayName: 'Ann Archer', metadata: { primary: true } }] });
    expect(me.metadata.sources[0]).toMatchObject({ type: 'PROFILE', id: userId });
    expect(send('GET', `people/${ben?.id}`, { personFields: 'emailAddresses' }).body.emailAddresses[0].value).toBe('ben@example.com');
    expect(send('GET', `people/${outsider.id}`, { personFields: 'names' }).status).toBe(404);
  });

  test('shows metadata only when asked, resource name and etag always', () => {
    const { send, world, userId } = peopleClient();
    const { resourceName } = world.people.addContact(userId, named('A')) as Json;
    const { body } = send('GET', resourceName, { personFields: 'urls' });
    expect(Object.keys(body).sort()).toEqual(['etag', 'resourceName']);
    expect(send('GET', resourceName).status).toBe(400);
  });

  test('shows no contact to a token that may read profiles only', () => {
    const { send, world, userId } = peopleClient({ scopes: ['https://www.googleapis.com/auth/directory.readonly'] });
    const { resourceName } = world.people.addContact(userId, named('A')) as Json;
    expect(send('GET', resourceName, { personFields: 'names' }).status).toBe(403);
    expect(send('GET', 'people/me', { personFields: 'names' }).status).toBe(200);
    expect(send('GET', 'people/me/connections', { personFields: 'names' }).status).toBe(403);
  });

  test("shows another user's contact to nobody", () => {
    const { send, world } = peopleClient();
    const ben = world.directory.userByEmail('ben@example.com')?.id ?? '';
    const { resourceName } = world.people.addContact(ben, named('A')) as Json;
    expect(send('GET', resourceName, { personFields: 'names' }).status).toBe(404);
  });
});

describe('people.getBatchGet', () => {
  test('answers each name, a missing one with its status, and at most 200', () => {
    const { send, world, userId } = peopleClient();
    const { resourceName } = world.people.addContact(userId, named('A')) as Json;
    const { body } = send('GET', 'people:batchGet', { personFields: 'names', resourceNames: [resourceName, 'people/c1'] });
    expect(body.responses).toEqual([
      { httpStatusCode: 200, requestedResourceName: resourceName, status: {}, person: expect.objectContaining({ resourceName }) },
      { httpStatusCode: 404, requestedResourceName: 'people/c1', status: { code: 5, message: 'Requested entity was not found.' } },
    ]);
    expect(
      send('GET', 'people:batchGet', { personFields: 'names', resourceNames: Array.from({ length: 201 }, (_, i) => `people/c${i}`) })
        .status,
    ).toBe(400);
    expect(send('GET', 'people:batchGet', { personFields: 'names' }).status).toBe(400);
  });
});

describe('a contact with the address of a colleague', () => {
  const query = { personFields: 'names,emailAddresses,metadata' };
  const person = { ...named('Cyrus', 'from IT'), emailAddresses: [{ value: 'CYRUS@example.com' }] };

  test('carries the profile as well: two names, the address once each, two sources', () => {
    const { send, world, userId } = peopleClient();
    world.people.addContact(userId, person);
    const [shown] = send('GET', 'people/me/connections', query).body.connections;
    expect(shown.names.map((name: Json) => [name.displayName, name.metadata.source.type, name.metadata.primary])).toEqual([
      ['Cy Clark', 'PROFILE', true],
      ['Cyrus from IT', 'CONTACT', undefined],
    ]);
    expect(shown.emailAddresses.map((email: Json) => email.value)).toEqual(['cy@example.com', 'CYRUS@example.com']);
    expect(shown.metadata.sources.map((source: Json) => source.type)).toEqual(['CONTACT', 'PROFILE']);
  });

  test('can be left alone', () => {
    const { send, world, userId } = peopleClient();
    world.people.settings.mergeProfiles = false;
    world.people.addContact(userId, person);
    const [shown] = send('GET', 'people/me/connections', query).body.connections;
    expect(shown.metadata.sources.map((source: Json) => source.type)).toEqual(['CONTACT']);
  });

  test("shows the contact alone when only the CONTACT source is read, or the address is not a colleague's", () => {
    const { send, world, userId } = peopleClient();
    world.people.addContact(userId, person);
    world.people.addContact(userId, { ...named('D'), emailAddresses: [{ value: 'd@else.org' }] });
    const own = send('GET', 'people/me/connections', { ...query, sources: CONTACT_ONLY }).body.connections;
    expect(own.map((one: Json) => [one.names.length, one.emailAddresses.length, one.metadata.sources.length])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    const merged = send('GET', 'people/me/connections', { ...query, sources: [CONTACT_ONLY, 'READ_SOURCE_TYPE_PROFILE'] }).body.connections;
    expect(merged.map((one: Json) => one.names.length)).toEqual([2, 1]);
    const profiles = send('GET', 'people/me/connections', { ...query, sources: 'READ_SOURCE_TYPE_PROFILE' }).body.connections;
    expect(profiles.map((one: Json) => one.names[0].displayName)).toEqual(['Cy Clark']);
  });
});

describe('people.searchContacts', () => {
  test('finds words by their beginning, but only what its cache knew at the last empty query', () => {
    const { send, world, userId } = peopleClient();
    world.people.addContact(userId, { ...named('foo', 'name'), organizations: [{ name: 'Acme Tools' }] });
    const search = (query: string) => (send('GET', 'people:searchContacts', { query, readMask: 'names' }).body.results ?? []).length;
    expect(search('foo')).toBe(0);
    search('');
    expect(['f', 'fo', 'foo n', 'nam', 'tools', 'oo n'].map(search)).toEqual([1, 1, 1, 1, 1, 0]);
    world.people.addContact(userId, named('food'));
    expect(search('foo')).toBe(1);
  });
});
