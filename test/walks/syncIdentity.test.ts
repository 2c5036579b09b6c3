import { customers } from '../support/rosterCompany';
import type { OfficerCompany } from '../support/officers';
import { night, syncedCompany } from '../support/syncHands';

const resourceNames = (company: OfficerCompany): string[] =>
  company.world.people
    .contactsOf(company.sam.id)
    .map(({ resourceName }) => resourceName as string)
    .sort();

describe('G39: what Roster knows a contact by is a mark that nobody sees', () => {
  it('not its name, its addresses or its label: changed all at once, the same contacts are put back, and none is made twice', () => {
    const company = syncedCompany();
    const { people } = company.world;
    const before = resourceNames(company);
    const [label] = people.contactGroupsOf(company.sam.id);
    before.forEach((resourceName, index) => {
      people.editContact(company.sam.id, resourceName, {
        names: [{ givenName: `Somebody ${index}` }],
        emailAddresses: [{ value: `other${index}@elsewhere.test` }],
      });
    });
    people.renameContactGroup(company.sam.id, label!.resourceName, 'Mine');
    night(company);
    expect(resourceNames(company)).toEqual(before);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Customers']);
    expect(company.troubles()).toEqual([]);
  });

  it('a contact that looks the same without it is its owner’s: it is not written, and not deleted when the source’s is', () => {
    const company = syncedCompany();
    const { people } = company.world;
    const twin = people.addContact(company.sam.id, {
      names: [{ givenName: 'Ada Byron' }],
      emailAddresses: [{ value: 'ada.byron@customer.test', type: 'work' }],
      nicknames: [{ value: 'Mine' }],
    });
    night(company);
    const ada = people
      .contactsOf(company.source.id)
      .find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === 'Ada Byron')!;
    people.deleteContact(company.source.id, ada.resourceName as string);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(people.contactsOf(company.sam.id).find(({ resourceName }) => resourceName === twin.resourceName)).toMatchObject({
      nicknames: [{ value: 'Mine' }],
    });
    expect(company.troubles()).toEqual([]);
  });
});
