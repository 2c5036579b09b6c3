import { named, peopleClient, withoutQuotas } from './peopleClient';
import type { Json } from './peopleClient';

const LIST = 'people/me/connections';
const names = (body: Json) => (body.connections ?? []).map((person: Json) => person.names[0].givenName);
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('people.connections.list', () => {
  test('refuses a listing without personFields, with an unknown one, and with fileAses', () => {
    const { send } = peopleClient();
    expect(send('GET', LIST).body.error).toMatchObject({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: expect.stringContaining('personFields mask is required'),
    });
    expect(send('GET', LIST, { personFields: 'names,shoeSize' }).body.error.message).toContain(
      'Invalid personFields mask path: "shoeSize"',
    );
    expect(send('GET', LIST, { personFields: 'fileAses' }).status).toBe(400);
  });

  test('accepts the older request mask', () => {
    const { send, world, userId } = peopleClient();
    world.people.addContact(userId, { ...named('Dora'), emailAddresses: [{ value: 'dora@else.org' }] });
    const { body } = send('GET', LIST, { 'requestMask.includeField': 'person.email_addresses' });
    expect(body.connections[0].emailAddresses[0].value).toBe('dora@else.org');
    expect(body.connections[0].names).toBeUndefined();
  });

  test('gives 100 contacts a page when no page size is asked for, and at most 1000', () => {
    const client = withoutQuotas(peopleClient());
    for (let i = 0; i < 101; i++) client.world.people.addContact(client.userId, named(`n${i}`));
    const first = client.send('GET', LIST, { personFields: 'names' });
    expect(first.body.connections).toHaveLength(100);
    expect(first.body).toMatchObject({ totalItems: 101, totalPeople: 101 });
    const second = client.send('GET', LIST, { personFields: 'names', pageToken: first.body.nextPageToken });
    expect(names(second.body)).toEqual(['n100']);
    expect(second.body.nextPageToken).toBeUndefined();
    expect(client.send('GET', LIST, { personFields: 'names', pageSize: '1000' }).body.connections).toHaveLength(101);
    expect(client.send('GET', LIST, { personFields: 'names', pageSize: '0' }).body.connections).toHaveLength(100);
    expect(client.send('GET', LIST, { personFields: 'names', pageSize: '1001' }).status).toBe(400);
    expect(client.send('GET', LIST, { personFields: 'names', pageSize: 'many' }).body.error.message).toBe(
      `Invalid value at 'page_size' (TYPE_INT32), "many"`,
    );
  });

  test('refuses a page token with other parameters, of another user, or made up', () => {
    const { world, userId, send } = peopleClient();
    for (const name of ['a', 'b']) world.people.addContact(userId, named(name));
    const query = { personFields: 'names', pageSize: '1' };
    const pageToken = send('GET', LIST, query).body.nextPageToken;
    expect(send('GET', LIST, { ...query, pageToken }).status).toBe(200);
    expect(send('GET', LIST, { ...query, personFields: 'names,urls', pageToken }).status).toBe(400);
    expect(peopleClient({ as: 'ben' }, world).send('GET', LIST, { ...query, pageToken }).status).toBe(400);
    expect(send('GET', LIST, { ...query, pageToken: 'abc' }).status).toBe(400);
  });

  test('keeps its entries while contacts change between pages, and leaves out what was deleted meanwhile', () => {
    const { world, userId, send } = peopleClient();
    const people = ['a', 'b', 'c', 'd'].map((name) => world.people.addContact(userId, named(name)));
    const query = { personFields: 'names', pageSize: '2' };
    const first = send('GET', LIST, query).body;
    world.people.editContact(userId, String(people[0]?.['resourceName']), named('edited'));
    world.people.deleteContact(userId, String(people[2]?.['resourceName']));
    expect(names(send('GET', LIST, { ...query, pageToken: first.nextPageToken }).body)).toEqual(['d']);
  });

  test('sorts by last change, or by first or last name', () => {
    const { world, userId, send } = peopleClient();
    const add = (given: string, family: string) => {
      world.clock.advance(1000);
      return world.people.addContact(userId, named(given, family));
    };
    const first = add('Zoe', 'Abel');
    add('Ali', 'Young');
    add('Mia', 'Moss');
    world.clock.advance(1000);
    world.people.editContact(userId, String(first['resourceName']), { nicknames: [{ value: 'Zo' }] });
    const order = (sortOrder?: string) => names(send('GET', LIST, { personFields: 'names', ...(sortOrder ? { sortOrder } : {}) }).body);
    expect(order()).toEqual(['Ali', 'Mia', 'Zoe']);
    expect(order('LAST_MODIFIED_DESCENDING')).toEqual(['Zoe', 'Mia', 'Ali']);
    expect(order('FIRST_NAME_ASCENDING')).toEqual(['Ali', 'Mia', 'Zoe']);
    expect(order('LAST_NAME_ASCENDING')).toEqual(['Zoe', 'Mia', 'Ali']);
    expect(send('GET', LIST, { personFields: 'names', sortOrder: 'BY_AGE' }).status).toBe(400);
  });

  test('lists only the caller, cuts long lists of addresses, and refuses an unknown source', () => {
    const { world, userId, send } = peopleClient();
    const emailAddresses = Array.from({ length: 120 }, (_, i) => ({ value: `a${i}@else.org` }));
    const person = world.people.addContact(userId, { emailAddresses });
    expect(send('GET', `people/${userId}/connections`, { personFields: 'names' }).status).toBe(400);
    expect(send('GET', LIST, { personFields: 'emailAddresses' }).body.connections[0].emailAddresses).toHaveLength(100);
    expect(send('GET', String(person['resourceName']), { personFields: 'emailAddresses' }).body.emailAddresses).toHaveLength(120);
    expect(send('GET', LIST, { personFields: 'names', sources: 'CONTACT' }).body.error.message).toContain(
      'google.people.v1.ReadSourceType',
    );
  });
});

describe('incremental listings', () => {
  const full = { personFields: 'names,metadata', requestSyncToken: 'true' };

  test('give the token on the last page only, and only when it was asked for', () => {
    const { world, userId, send } = peopleClient();
    for (const name of ['a', 'b']) world.people.addContact(userId, named(name));
    const query = { ...full, pageSize: '1' };
    const first = send('GET', LIST, query).body;
    expect(first.nextSyncToken).toBeUndefined();
    expect(send('GET', LIST, { ...query, pageToken: first.nextPageToken }).body.nextSyncToken).toEqual(expect.any(String));
    expect(send('GET', LIST, { personFields: 'names' }).body.nextSyncToken).toBeUndefined();
  });

  test('show changes and deletions after some minutes, and former names after a merge', () => {
    const { world, userId, send } = peopleClient();
    const [keep, gone, merged] = ['keep', 'gone', 'merged'].map((name) =>
      String(world.people.addContact(userId, named(name))['resourceName']),
    );
    world.clock.advance(10 * MINUTE);
    const syncToken = send('GET', LIST, full).body.nextSyncToken;
    world.people.deleteContact(userId, gone ?? '');
    world.people.mergeContacts(userId, keep ?? '', merged ?? '');
    const query = { personFields: 'names,metadata', syncToken };
    expect(send('GET', LIST, query).body.connections).toBeUndefined();
    world.clock.advance(5 * MINUTE);
    const people: Json[] = send('GET', LIST, query).body.connections;
    expect(
      people
        .filter((person) => person.metadata.deleted)
        .map((person) => person.resourceName)
        .sort(),
    ).toEqual([gone, merged].sort());
    expect(people.find((person) => person.resourceName === keep).metadata.previousResourceNames).toEqual([merged]);
    const next = send('GET', LIST, query).body.nextSyncToken;
    world.clock.advance(5 * MINUTE);
    expect(send('GET', LIST, { personFields: 'names,metadata', syncToken: next }).body.connections).toBeUndefined();
  });

  test('lose no change that was written just before the full listing', () => {
    const { world, userId, send } = peopleClient();
    const syncToken = send('GET', LIST, full).body.nextSyncToken;
    world.people.addContact(userId, named('late'));
    world.clock.advance(5 * MINUTE);
    expect(names(send('GET', LIST, { personFields: 'names,metadata', syncToken }).body)).toEqual(['late']);
  });

  test('refuse a token with other fields, and one older than 7 days', () => {
    const { world, send } = peopleClient();
    const syncToken = send('GET', LIST, full).body.nextSyncToken;
    expect(send('GET', LIST, { personFields: 'names', syncToken }).status).toBe(400);
    world.clock.advance(7 * DAY + MINUTE);
    const { status, body } = send('GET', LIST, { personFields: 'names,metadata', syncToken });
    expect(status).toBe(400);
    expect(body.error.message).toBe('Sync token is expired. Clear local cache and retry call without the sync token.');
    expect(body.error.details[0]).toMatchObject({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'EXPIRED_SYNC_TOKEN' });
  });

  test.each([
    [false, 400],
    [true, 200],
  ])('with renewal of tokens %s, the token of day 6 answers %s on day 8', (renews, status) => {
    const { world, send } = peopleClient();
    world.people.settings.syncTokenRenews = renews;
    const query = { personFields: 'names,metadata' };
    const first = send('GET', LIST, full).body.nextSyncToken;
    world.clock.advance(6 * DAY);
    const second = send('GET', LIST, { ...query, syncToken: first }).body.nextSyncToken;
    world.clock.advance(2 * DAY);
    expect(send('GET', LIST, { ...query, syncToken: second }).status).toBe(status);
  });
});

describe('reads after writes', () => {
  test('are current by default', () => {
    const { send } = peopleClient();
    send('POST', 'people:createContact', {}, named('new'));
    expect(names(send('GET', LIST, { personFields: 'names' }).body)).toEqual(['new']);
  });

  test('can be stale: a new contact is missing, a changed one is old and its etag is refused, a deleted one is still there', () => {
    const client = peopleClient();
    const { world, userId, send } = client;
    world.people.settings.readLagMs = 10_000;
    const old = String(world.people.addContact(userId, named('old'))['resourceName']);
    const doomed = String(world.people.addContact(userId, named('doomed'))['resourceName']);
    world.clock.advance(MINUTE);
    send('POST', 'people:createContact', {}, named('new'));
    world.people.editContact(userId, old, named('edited'));
    send('DELETE', `${doomed}:deleteContact`);
    expect(names(send('GET', LIST, { personFields: 'names' }).body).sort()).toEqual(['doomed', 'old']);
    const { etag } = send('GET', old, { personFields: 'metadata' }).body;
    const refused = send('PATCH', `${old}:updateContact`, { updatePersonFields: 'names' }, { etag, ...named('x') });
    expect(refused.body.error.status).toBe('FAILED_PRECONDITION');
    world.clock.advance(10_000);
    expect(names(send('GET', LIST, { personFields: 'names' }).body).sort()).toEqual(['edited', 'new']);
  });
});
