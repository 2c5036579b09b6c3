import { groupsOf, inGroups, named, peopleClient } from './peopleClient';
import type { Json, PeopleClient } from './peopleClient';

const ETAG_MISSING = 'Request must set person.etag or person.metadata.sources.etag for the source that is being updated.';
const ETAG_DIFFERENT = 'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.';

function contact(client: PeopleClient, person: object = named('Old')): Json {
  return client.world.people.addContact(client.userId, person);
}

const update = (client: PeopleClient, resourceName: string, mask: string, person: object) =>
  client.send('PATCH', `${resourceName}:updateContact`, { updatePersonFields: mask }, person);

describe('people.updateContact', () => {
  test('replaces the fields of the mask, clears those it names and the person lacks, and leaves the others', () => {
    const client = peopleClient();
    const before = contact(client, { ...named('Old', 'Name'), urls: [{ value: 'https://else.org' }], nicknames: [{ value: 'O' }] });
    const { status, body } = update(client, before.resourceName, 'names,urls', {
      etag: before.etag,
      names: [{ givenName: 'New' }],
      nicknames: [{ value: 'ignored' }],
    });
    expect(status).toBe(200);
    expect(body.names[0].displayName).toBe('New');
    expect(body.names[0].familyName).toBeUndefined();
    expect(body.urls).toBeUndefined();
    expect(body.nicknames[0].value).toBe('O');
    expect(client.world.people.contact(client.userId, before.resourceName)).toEqual(body);
  });

  test('needs the etag of the contact, its own or in metadata.sources, and refuses an older one', () => {
    const client = peopleClient();
    const { resourceName, etag, metadata } = contact(client);
    expect(update(client, resourceName, 'names', named('A')).body.error.message).toBe(ETAG_MISSING);
    expect(
      update(client, resourceName, 'names', { ...named('A'), metadata: { sources: [{ type: 'PROFILE', id: '1', etag: 'x' }] } }).body.error
        .message,
    ).toBe(ETAG_MISSING);
    const [{ type, id, etag: sourceEtag }] = metadata.sources;
    const updated = update(client, resourceName, 'names', { ...named('A'), metadata: { sources: [{ type, id, etag: sourceEtag }] } });
    expect(updated.status).toBe(200);
    const stale = update(client, resourceName, 'names', { ...named('B'), etag });
    expect(stale).toMatchObject({ status: 400, body: { error: { status: 'FAILED_PRECONDITION', message: ETAG_DIFFERENT } } });
    expect(update(client, resourceName, 'names', { ...named('B'), etag: updated.body.etag }).status).toBe(200);
  });

  test('needs metadata.sources where the etag of the person is not enough', () => {
    const client = peopleClient();
    client.world.people.settings.personEtag = 'refused';
    const { resourceName, etag, metadata } = contact(client);
    expect(update(client, resourceName, 'names', { ...named('A'), etag }).body.error.message).toBe(ETAG_MISSING);
    expect(update(client, resourceName, 'names', { ...named('A'), metadata: { sources: metadata.sources } }).status).toBe(200);
  });

  test('refuses a mask that is absent, unknown, or names what cannot be updated', () => {
    const client = peopleClient();
    const { resourceName, etag } = contact(client);
    expect(client.send('PATCH', `${resourceName}:updateContact`, {}, { etag, ...named('A') }).status).toBe(400);
    for (const mask of ['photos', 'coverPhotos', 'skills', 'fileAses', 'metadata', 'shoeSize', 'names, urls']) {
      expect(update(client, resourceName, mask, { etag, ...named('A') }).body.error.message).toContain(
        'Invalid updatePersonFields mask path',
      );
    }
  });

  test('refuses people/me, a user and an unknown contact', () => {
    const client = peopleClient();
    expect(update(client, 'people/me', 'names', named('A')).body.error.message).toBe(
      'Resource name "people/me" is not a valid contact person resource.',
    );
    expect(update(client, `people/${client.userId}`, 'names', named('A')).status).toBe(400);
    expect(update(client, 'people/c1', 'names', { etag: 'x', ...named('A') }).body.error).toMatchObject({ code: 404, status: 'NOT_FOUND' });
  });

  test('replaces the set of memberships, keeps at least one, and lets a closed system group stay but not be joined', () => {
    const client = peopleClient();
    const team = client.world.people.addContactGroup(client.userId, 'Team');
    const { resourceName, etag } = contact(client, { ...named('A'), memberships: inGroups('myContacts', 'friends') });
    expect(update(client, resourceName, 'memberships', { etag }).status).toBe(400);
    const { body } = update(client, resourceName, 'memberships', { etag, memberships: inGroups('friends', team.resourceName) });
    expect(groupsOf(body)).toEqual(['contactGroups/friends', team.resourceName]);
    expect(update(client, resourceName, 'memberships', { etag: body.etag, memberships: inGroups('family') }).status).toBe(400);
  });

  test('refuses two names of the contact, ignores a merged profile name', () => {
    const client = peopleClient();
    const { resourceName, etag } = contact(client);
    const profile = { givenName: 'P', metadata: { source: { type: 'PROFILE', id: '1' } } };
    expect(update(client, resourceName, 'names', { etag, names: [{ givenName: 'A' }, { givenName: 'B' }] }).body.error.message).toBe(
      'Cannot have more than one person.names per source.',
    );
    expect(update(client, resourceName, 'names', { etag, names: [profile, { givenName: 'A' }] }).body.names).toHaveLength(1);
  });
});

describe('people.batchUpdateContacts', () => {
  const send = (client: PeopleClient, contacts: unknown, extra: object = {}) =>
    client.send('POST', 'people:batchUpdateContacts', {}, { contacts, updateMask: 'names', readMask: 'names', ...extra });

  test('updates a map of contacts and answers by resource name; an empty readMask answers nothing', () => {
    const client = peopleClient();
    const [a, b] = [contact(client), contact(client)];
    const { body } = send(client, { [a.resourceName]: { etag: a.etag, ...named('A') }, [b.resourceName]: { etag: b.etag, ...named('B') } });
    expect(body.updateResult[b.resourceName].person.names[0].givenName).toBe('B');
    const etag = body.updateResult[a.resourceName].person.etag;
    expect(send(client, { [a.resourceName]: { etag, ...named('C') } }, { readMask: '' }).body).toEqual({});
    expect(client.world.people.contact(client.userId, a.resourceName)).toMatchObject({ names: [{ givenName: 'C' }] });
  });

  test('refuses a list, more than 200, none, and missing masks', () => {
    const client = peopleClient();
    const a = contact(client);
    expect(send(client, [a]).body.error.message).toContain(`Cannot bind a list to map for field 'contacts'`);
    expect(send(client, Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`people/c${i}`, named('A')]))).status).toBe(400);
    expect(send(client, {}).status).toBe(400);
    const one = { [a.resourceName]: { etag: a.etag, ...named('A') } };
    expect(send(client, one, { updateMask: undefined }).status).toBe(400);
    expect(send(client, one, { readMask: undefined }).status).toBe(400);
  });

  test('writes nothing when one contact cannot be updated, and names it', () => {
    const client = peopleClient();
    const [a, b] = [contact(client), contact(client)];
    const { body } = send(client, {
      [a.resourceName]: { etag: a.etag, ...named('A') },
      [b.resourceName]: { etag: 'stale', ...named('B') },
    });
    expect(body.error).toMatchObject({ code: 400, status: 'FAILED_PRECONDITION' });
    expect(body.error.details).toEqual([
      {
        '@type': 'type.googleapis.com/google.people.v1.BatchUpdateContactsErrorDetails',
        contactErrors: { [b.resourceName]: { code: 9, message: ETAG_DIFFERENT } },
      },
    ]);
    expect(client.world.people.contact(client.userId, a.resourceName)).toMatchObject({ names: [{ givenName: 'Old' }] });
  });
});
