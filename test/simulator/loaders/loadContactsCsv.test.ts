import { loadContactsCsv } from '../../../simulator/loaders/loadContactsCsv';
import { World } from '../../../simulator/World';

test('contacts land in the account with their labels, the star and nothing else', () => {
  const world = new World();
  world.directory.addCustomer({ domains: ['example.com'] });
  const { id } = world.directory.addUser({ primaryEmail: 'lead@example.com' });
  const report = loadContactsCsv(
    world,
    id,
    'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nAnn,Berg,Customers ::: * myContacts ::: * starred,* Work,ann@example.net\nBo,,Customers ::: Press ::: * myContacts,,\n,,Press ::: * myContacts,,\nCy,,* myContacts,,',
  );
  expect(report).toMatchObject({ loaded: 3, skipped: [{ row: 4, reason: 'has no data' }], labels: { Customers: 2, Press: 1 } });
  const groups = new Map(world.people.contactGroupsOf(id).map(({ name, resourceName }) => [name, resourceName]));
  const namesIn = (group: string) =>
    world.people.membersOf(id, group).map((one) => (one['names'] as { givenName: string }[])[0]!.givenName);
  expect([...groups.keys()]).toEqual(['Customers', 'Press']);
  expect(namesIn(groups.get('Customers')!)).toEqual(['Ann', 'Bo']);
  expect(namesIn('contactGroups/myContacts')).toEqual(['Ann', 'Bo', 'Cy']);
  expect(namesIn('contactGroups/starred')).toEqual(['Ann']);
  expect(world.people.contactsOf(id)[0]).toMatchObject({
    emailAddresses: [{ value: 'ann@example.net', type: 'work', metadata: { sourcePrimary: true } }],
  });
});

test('contacts of a user who does not exist are not loaded anywhere', () => {
  const world = new World();
  expect(() => loadContactsCsv(world, 'nobody', 'First Name,Labels\nAnn,* myContacts')).toThrow('no user nobody');
});
