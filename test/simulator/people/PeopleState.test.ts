import { groupsOf, inGroups, named, peopleClient } from './peopleClient';
import type { Json } from './peopleClient';

describe('what people do in Google Contacts', () => {
  test('an edit changes the etag, keeps other fields, and clears a field by an empty list', () => {
    const { world, userId } = peopleClient();
    const before: Json = world.people.addContact(userId, { ...named('A'), urls: [{ value: 'https://else.org' }] });
    const edited: Json = world.people.editContact(userId, before.resourceName, { names: [{ givenName: 'B' }] });
    expect(edited.etag).not.toBe(before.etag);
    expect(edited).toMatchObject({ names: [{ givenName: 'B' }], urls: [{ value: 'https://else.org' }] });
    expect((world.people.editContact(userId, before.resourceName, { urls: [] }) as Json).urls).toBeUndefined();
  });

  test('a merge unites values and groups under one name', () => {
    const { world, userId } = peopleClient();
    const team = world.people.addContactGroup(userId, 'Team');
    const mark = (value: string) => ({ clientData: [{ key: 'mark', value }] });
    const keep: Json = world.people.addContact(userId, { ...named('A'), ...mark('1'), emailAddresses: [{ value: 'a@else.org' }] });
    const absorbed: Json = world.people.addContact(userId, {
      ...named('B'),
      ...mark('2'),
      emailAddresses: [{ value: 'a@else.org' }, { value: 'b@else.org' }],
      memberships: inGroups(team.resourceName),
    });
    const merged: Json = world.people.mergeContacts(userId, keep.resourceName, absorbed.resourceName);
    expect(merged.names).toHaveLength(1);
    expect(merged.clientData.map((one: Json) => one.value)).toEqual(['1', '2']);
    expect(merged.emailAddresses.map((one: Json) => one.value)).toEqual(['a@else.org', 'b@else.org']);
    expect(groupsOf(merged)).toEqual(['contactGroups/myContacts', team.resourceName]);
    expect(world.people.contactsOf(userId)).toHaveLength(1);
    expect(world.people.trashOf(userId)).toEqual([]);
  });

  test('a group of a name exists once, and an unknown user, contact or group is a mistake of the test', () => {
    const { world, userId } = peopleClient();
    expect(world.people.addContactGroup(userId, 'Team')).toBe(world.people.addContactGroup(userId, 'Team'));
    expect(() => world.people.addContact('1', named('A'))).toThrow('no user 1');
    expect(() => world.people.deleteContact(userId, 'people/c1')).toThrow('no contact people/c1');
    expect(() => world.people.addContact(userId, { ...named('A'), memberships: inGroups('nowhere') })).toThrow('no contact group');
  });

  test('emptying the trash makes room', () => {
    const { world, userId } = peopleClient();
    const { resourceName } = world.people.addContact(userId, named('A')) as Json;
    world.people.deleteContact(userId, resourceName);
    world.people.emptyTrash(userId);
    expect(world.people.trashOf(userId)).toEqual([]);
  });

  test('a user without the Contacts service gets a refusal, as it is set', () => {
    const { world, userId, send } = peopleClient();
    world.people.switchService(userId, false);
    expect(send('GET', 'people/me/connections', { personFields: 'names' }).body.error).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
    });
    world.people.settings.serviceOff = { code: 400, status: 'FAILED_PRECONDITION', message: 'Service off' };
    expect(send('POST', 'people:createContact', {}, named('A')).body.error).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: 'Service off',
    });
    world.people.switchService(userId, true);
    expect(send('POST', 'people:createContact', {}, named('A')).status).toBe(200);
  });

  test('a photo is set by JPEG or PNG bytes and taken away again', () => {
    const { world, userId, send } = peopleClient();
    const { resourceName, photos } = world.people.addContact(userId, named('A')) as Json;
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
    expect(
      send('PATCH', `${resourceName}:updateContactPhoto`, {}, { photoBytes: Buffer.from('GIF89a').toString('base64') }).body.error.message,
    ).toBe('Invalid photo format');
    expect(send('PATCH', `${resourceName}:updateContactPhoto`, {}, { photoBytes: png }).body).toEqual({});
    const shown: Json = world.people.contact(userId, resourceName);
    expect(shown.photos[0].default).toBeUndefined();
    const { body } = send('DELETE', `${resourceName}:deleteContactPhoto`, { personFields: 'photos' });
    expect(body.person.photos).toEqual(photos);
  });
});
