import { groupsOf, inGroups, named, peopleClient } from './peopleClient';
import type { Json, PeopleClient } from './peopleClient';

const create = (client: PeopleClient, name: string, extra: object = {}) =>
  client.send('POST', 'contactGroups', {}, { contactGroup: { name, ...extra } });
const modify = (client: PeopleClient, group: string, body: object) => client.send('POST', `${group}/members:modify`, {}, body);
const add = ({ world, userId }: PeopleClient, name: string, memberships = inGroups('myContacts')): Json =>
  world.people.addContact(userId, { ...named(name), memberships });

describe('contactGroups.list', () => {
  test('shows the system groups first, 30 a page, with member counts', () => {
    const client = peopleClient();
    add(client, 'a');
    for (let i = 0; i < 25; i++) client.world.people.addContactGroup(client.userId, `g${i}`);
    const { body } = client.send('GET', 'contactGroups');
    expect(body.contactGroups).toHaveLength(30);
    expect(body.contactGroups[0]).toEqual({
      resourceName: 'contactGroups/myContacts',
      groupType: 'SYSTEM_CONTACT_GROUP',
      name: 'myContacts',
      formattedName: 'My Contacts',
      memberCount: 1,
    });
    expect(body).toMatchObject({ totalItems: 33, nextPageToken: expect.any(String) });
    expect(body.nextSyncToken).toBeUndefined();
    const rest = client.send('GET', 'contactGroups', { pageToken: body.nextPageToken });
    expect(rest.body.contactGroups).toHaveLength(3);
    expect(client.send('GET', 'contactGroups', { pageSize: '1001' }).status).toBe(400);
  });

  test('shows the fields that are asked for and refuses unknown ones', () => {
    const client = peopleClient();
    client.world.people.addContactGroup(client.userId, 'Team');
    const team = client.send('GET', 'contactGroups', { groupFields: 'name' }).body.contactGroups.at(-1);
    expect(Object.keys(team).sort()).toEqual(['etag', 'formattedName', 'name', 'resourceName']);
    expect(client.send('GET', 'contactGroups', { groupFields: 'name,members' }).status).toBe(400);
  });

  test('tells changed and deleted groups since a sync token, after some minutes', () => {
    const client = peopleClient();
    const { world, userId } = client;
    const [kept, gone] = ['kept', 'gone'].map((name) => world.people.addContactGroup(userId, name).resourceName);
    world.clock.advance(600_000);
    const syncToken = client.send('GET', 'contactGroups').body.nextSyncToken;
    world.people.renameContactGroup(userId, kept ?? '', 'renamed');
    world.people.deleteContactGroup(userId, gone ?? '');
    expect(client.send('GET', 'contactGroups', { syncToken }).body.contactGroups).toBeUndefined();
    world.clock.advance(600_000);
    const changed: Json[] = client.send('GET', 'contactGroups', { syncToken }).body.contactGroups;
    expect(changed.map((group) => [group.resourceName, group.metadata.deleted, group.name])).toEqual([
      [kept, undefined, 'renamed'],
      [gone, true, undefined],
    ]);
  });
});

describe('contactGroups.get and batchGet', () => {
  test('name no members unless maxMembers asks for them', () => {
    const client = peopleClient();
    const [a, b] = [add(client, 'a'), add(client, 'b')];
    const { body } = client.send('GET', 'contactGroups/myContacts');
    expect(body).toMatchObject({ memberCount: 2 });
    expect(body.memberResourceNames).toBeUndefined();
    expect(client.send('GET', 'contactGroups/myContacts', { maxMembers: '1' }).body.memberResourceNames).toEqual([a.resourceName]);
    const batch = client.send('GET', 'contactGroups:batchGet', {
      resourceNames: ['contactGroups/myContacts', 'contactGroups/1'],
      maxMembers: '9',
    });
    expect(batch.body.responses).toEqual([
      {
        requestedResourceName: 'contactGroups/myContacts',
        status: {},
        contactGroup: expect.objectContaining({ memberResourceNames: [a.resourceName, b.resourceName] }),
      },
      { requestedResourceName: 'contactGroups/1', status: { code: 5, message: 'Requested entity was not found.' } },
    ]);
    expect(client.send('GET', 'contactGroups/1').status).toBe(404);
    expect(
      client.send('GET', 'contactGroups:batchGet', { resourceNames: Array.from({ length: 201 }, (_, i) => `contactGroups/${i}`) }).status,
    ).toBe(400);
  });
});

describe('writing contact groups', () => {
  test('creates a group with clientData and refuses a name that is taken', () => {
    const client = peopleClient();
    const { body } = client.send(
      'POST',
      'contactGroups',
      {},
      { contactGroup: { name: 'Team', clientData: [{ key: 'k', value: 'v' }] }, readGroupFields: 'name,clientData' },
    );
    expect(body).toMatchObject({ name: 'Team', formattedName: 'Team', clientData: [{ key: 'k', value: 'v' }] });
    expect(create(client, 'Team')).toMatchObject({ status: 409, body: { error: { status: 'ALREADY_EXISTS' } } });
    expect(create(client, 'myContacts').status).toBe(409);
    expect(create(client, ' ').status).toBe(400);
    expect(create(client, 'Other', { members: [] }).body.error.message).toContain(`Unknown name "members" at 'contact_group'`);
    expect(client.world.people.contactGroupsOf(client.userId).map((group) => group.name)).toEqual(['Team']);
  });

  test("can take the names of system groups for a person's own", () => {
    const client = peopleClient();
    client.world.people.settings.systemGroupNamesTaken = false;
    expect(create(client, 'myContacts')).toMatchObject({ status: 200, body: { groupType: 'USER_CONTACT_GROUP' } });
  });

  test('renames with the current etag only, to a free name', () => {
    const client = peopleClient();
    create(client, 'Taken');
    const { resourceName, etag } = create(client, 'Team').body;
    const put = (contactGroup: object, extra: object = {}) => client.send('PUT', resourceName, {}, { contactGroup, ...extra });
    expect(put({ name: 'New' }).status).toBe(400);
    expect(put({ name: 'Taken', etag }).status).toBe(409);
    const renamed = put({ name: 'New', etag }).body;
    expect(renamed.name).toBe('New');
    expect(put({ name: 'Newer', etag })).toMatchObject({ status: 409, body: { error: { message: 'Contact group etag is outdated' } } });
    const marked = put(
      { etag: renamed.etag, clientData: [{ key: 'k', value: 'v' }] },
      { updateGroupFields: 'clientData', readGroupFields: 'name,clientData,memberCount' },
    );
    expect(marked.body).toMatchObject({ name: 'New', clientData: [{ key: 'k', value: 'v' }] });
    expect(client.send('PUT', 'contactGroups/myContacts', {}, { contactGroup: { name: 'Mine', etag: 'x' } }).status).toBe(400);
  });

  test('deletes a group and leaves its contacts, each with a membership, or deletes them when told to', () => {
    const client = peopleClient();
    const { world, userId } = client;
    const [one, two] = [create(client, 'one').body.resourceName, create(client, 'two').body.resourceName];
    const only = add(client, 'only', inGroups(one));
    add(client, 'member', inGroups('myContacts', two));
    expect(client.send('DELETE', one)).toEqual({ status: 200, body: {} });
    expect(groupsOf(world.people.contact(userId, only.resourceName))).toEqual(['contactGroups/myContacts']);
    expect(client.send('DELETE', two, { deleteContacts: 'true' }).status).toBe(200);
    expect(world.people.contactsOf(userId).map((person: Json) => person.resourceName)).toEqual([only.resourceName]);
    expect(client.send('DELETE', one).status).toBe(404);
    expect(client.send('DELETE', 'contactGroups/starred').status).toBe(400);
  });
});

describe('contactGroups.members.modify', () => {
  test('adds and removes, and names what was not found and what would be left without a group', () => {
    const client = peopleClient();
    const team = create(client, 'Team').body.resourceName;
    const [a, b] = [add(client, 'a'), add(client, 'b', inGroups(team))];
    const { status, body } = modify(client, team, {
      resourceNamesToAdd: [a.resourceName, 'people/c1'],
      resourceNamesToRemove: [b.resourceName],
    });
    expect(status).toBe(200);
    expect(body).toEqual({ notFoundResourceNames: ['people/c1'], canNotRemoveLastContactGroupResourceNames: [b.resourceName] });
    const after: Json = client.world.people.contact(client.userId, a.resourceName);
    expect(groupsOf(after)).toEqual(['contactGroups/myContacts', team]);
    expect(after.etag).not.toBe(a.etag);
    expect(modify(client, team, { resourceNamesToRemove: [a.resourceName] }).body).toEqual({});
  });

  test('takes at most 1,000 names, adds to no deprecated system group, but removes from one', () => {
    const client = peopleClient();
    const a = add(client, 'a', inGroups('myContacts', 'friends'));
    const names = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `people/c${from + i}`);
    expect(
      modify(client, 'contactGroups/starred', { resourceNamesToAdd: names(0, 600), resourceNamesToRemove: names(600, 1001) }).status,
    ).toBe(400);
    expect(modify(client, 'contactGroups/friends', { resourceNamesToAdd: [a.resourceName] }).status).toBe(400);
    expect(modify(client, 'contactGroups/friends', { resourceNamesToRemove: [a.resourceName] }).status).toBe(200);
    expect(modify(client, 'contactGroups/starred', { resourceNamesToAdd: [a.resourceName] }).status).toBe(200);
    expect(modify(client, 'contactGroups/1', { resourceNamesToAdd: [a.resourceName] }).status).toBe(404);
    expect(groupsOf(client.world.people.contact(client.userId, a.resourceName))).toEqual([
      'contactGroups/myContacts',
      'contactGroups/starred',
    ]);
  });

  test('can refuse a group for the first seconds of its life', () => {
    const client = peopleClient();
    client.world.people.settings.newGroupDelayMs = 2000;
    const team = create(client, 'Team').body.resourceName;
    const a = add(client, 'a');
    expect(modify(client, team, { resourceNamesToAdd: [a.resourceName] }).status).toBe(400);
    expect(client.send('POST', 'people:createContact', {}, { ...named('b'), memberships: inGroups(team) }).status).toBe(400);
    client.world.clock.advance(2000);
    expect(modify(client, team, { resourceNamesToAdd: [a.resourceName] }).status).toBe(200);
  });
});
