import { named, peopleClient, withoutQuotas } from './peopleClient';
import type { PeopleClient } from './peopleClient';

const DAY = 86_400_000;
const add = ({ world, userId }: PeopleClient, name: string) => String(world.people.addContact(userId, named(name))['resourceName']);
const batchDelete = (client: PeopleClient, resourceNames: readonly string[]) =>
  client.send('POST', 'people:batchDeleteContacts', {}, { resourceNames });

describe('deleting contacts', () => {
  test('moves a contact to the trash for 30 days, from which a person can take it back', () => {
    const client = peopleClient();
    const { world, userId, send } = client;
    const [a, b] = [add(client, 'a'), add(client, 'b')];
    expect(send('DELETE', `${a}:deleteContact`)).toEqual({ status: 200, body: {} });
    expect(send('DELETE', `${b}:deleteContact`).status).toBe(200);
    expect(send('DELETE', `${a}:deleteContact`).status).toBe(404);
    expect(send('GET', a, { personFields: 'names' }).body.error).toMatchObject({ code: 404, message: 'Requested entity was not found.' });
    expect(world.people.trashOf(userId)).toHaveLength(2);
    world.people.restoreContact(userId, a);
    expect(send('GET', a, { personFields: 'names' }).status).toBe(200);
    world.clock.advance(31 * DAY);
    expect(world.people.trashOf(userId)).toEqual([]);
    expect(() => world.people.restoreContact(userId, b)).toThrow('not in the trash');
  });

  test('takes up to 500 names in a batch and refuses profiles', () => {
    const client = withoutQuotas(peopleClient());
    const names = [add(client, 'a'), add(client, 'b')];
    expect(batchDelete(client, names)).toEqual({ status: 200, body: {} });
    expect(client.world.people.contactsOf(client.userId)).toEqual([]);
    expect(
      batchDelete(
        client,
        Array.from({ length: 501 }, (_, i) => `people/c${i}`),
      ).status,
    ).toBe(400);
    expect(batchDelete(client, []).status).toBe(400);
    expect(batchDelete(client, [`people/${client.userId}`]).body.error.message).toContain('is not a valid contact person resource');
  });

  test.each([
    ['fail', 404, 1],
    ['ignore', 200, 0],
  ] as const)('with missing names set to %s, a batch with an unknown name answers %s and leaves %s', (missing, status, left) => {
    const client = peopleClient();
    client.world.people.settings.batchDeleteMissing = missing;
    expect(batchDelete(client, [add(client, 'a'), 'people/c1']).status).toBe(status);
    expect(client.world.people.contactsOf(client.userId)).toHaveLength(left);
  });
});
