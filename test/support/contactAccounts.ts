import { currentVersion } from '../../simulator/people/StoredContact';
import { World } from '../../simulator/World';

/** A company of two people without contacts. */
export function twoAccounts() {
  const world = new World();
  world.directory.addCustomer({ domains: ['example.com'] });
  const [first, second] = ['ana', 'bo'].map((name) => world.directory.addUser({ primaryEmail: `${name}@example.com` }).id);
  return { world, first: first!, second: second! };
}

/** Adds a contact. Its groups: names of the person's own, and Google's as they are. */
export function addTo(world: World, userId: string, person: object, groups: readonly string[]) {
  const names = groups.map((name) => (name.startsWith('contactGroups/') ? name : world.people.addContactGroup(userId, name).resourceName));
  const memberships = names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } }));
  return world.people.addContact(userId, { ...person, memberships });
}

const OF_THE_ACCOUNT = ['resourceName', 'etag', 'metadata', 'photos'];

/** What the account holds, without what only tells whose contact it is. */
export function contentsOf(world: World, userId: string) {
  return world.people.contactsOf(userId).map(({ memberships, ...person }) => ({
    fields: Object.fromEntries(
      Object.entries(JSON.parse(JSON.stringify(person, (key, value) => (key === 'source' ? undefined : value)))).filter(
        ([name]) => !OF_THE_ACCOUNT.includes(name),
      ),
    ),
    // The People API accepts them and never shows them.
    fileAses: currentVersion(world.people.bookOf(userId).find(person['resourceName'] as string)!).fields['fileAses'],
    groups: (memberships as { contactGroupMembership: { contactGroupResourceName: string } }[])
      .map((one) => world.people.bookOf(userId).group(one.contactGroupMembership.contactGroupResourceName)!.name)
      .sort(),
  }));
}
