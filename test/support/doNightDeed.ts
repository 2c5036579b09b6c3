import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import type { NightDeed } from './nightCase';
import { contactsAt, deliveredFor, isMember, wantedContacts, type Contact, type NightCompany } from './nightCompany';

const MINE = 'contactGroups/myContacts';

/** Does one deed; where there is nothing to do it to, nothing happens. */
export const doNightDeed = (company: NightCompany, deed: NightDeed): void => {
  company.serial.value += 1;
  if ('who' in deed) atPerson(company, deed, company.people[deed.who]!);
  else atSource(company, deed);
};

type AtPerson = Extract<NightDeed, { readonly who: number }>;

const atSource = (company: NightCompany, deed: Exclude<NightDeed, AtPerson>): void => {
  const { world, source, label, serial } = company;
  const { people, directory } = world;
  const wanted = wantedContacts(company);
  const one = 'which' in deed ? wanted[deed.which % wanted.length]?.resourceName : undefined;
  switch (deed.kind) {
    case 'sourceAdds':
      people.addContact(source.id, {
        names: [{ givenName: `New ${serial.value}` }],
        emailAddresses: [{ value: `new${serial.value}@customer.test` }],
        ...under(MINE, label),
      });
      break;
    case 'sourceEdits':
      if (one !== undefined) people.editContact(source.id, one, { phoneNumbers: [{ value: `+4930${4_000_000 + serial.value}` }] });
      break;
    // A source that is emptied holds the night, which is not looked at here.
    case 'sourceDeletes':
      if (one !== undefined && wanted.length > 1) people.deleteContact(source.id, one);
      break;
    case 'sourceUnlabels':
      if (one !== undefined && wanted.length > 1) people.editContact(source.id, one, under(MINE));
      break;
    case 'sourceIsRenamed':
      directory.renameUser(source.id, `source${serial.value}@acme.test`);
      break;
    case 'sourceRenamesLabel':
      people.renameContactGroup(source.id, label, `Customers ${serial.value}`);
      break;
  }
};

const atPerson = (company: NightCompany, deed: AtPerson, user: UserRecord): void => {
  const { world, groups, serial } = company;
  const { people, directory } = world;
  const delivered = contactsAt(company, user).filter((contact) => deliveredFor(contact) !== undefined);
  const one = 'which' in deed ? delivered[deed.which % delivered.length] : undefined;
  const group = groups[deed.who]!;
  const label = people.contactGroupsOf(user.id).find(({ clientData }) => clientData.some(({ key }) => key === 'roster'));
  switch (deed.kind) {
    case 'joinsOrLeaves':
      if (!isMember(company, deed.who)) directory.addMember(group, { email: user.primaryEmail });
      else if (deed.who > 0) directory.removeMember(group, user.primaryEmail);
      break;
    case 'isRenamed':
      directory.renameUser(user.id, `person${serial.value}@acme.test`);
      break;
    case 'isSuspendedOrRestored':
      if (user.suspended) directory.unsuspendUser(user.id);
      else directory.suspendUser(user.id);
      break;
    case 'renamesLabel':
      if (label !== undefined) people.renameContactGroup(user.id, label.resourceName, `Mine ${serial.value}`);
      break;
    // What is deleted again after it was put back stays deleted.
    case 'deletesLabel':
      if (label === undefined || company.touched.has(`${user.id} label`)) break;
      people.deleteContactGroup(user.id, label.resourceName);
      company.touched.add(`${user.id} label`);
      break;
    case 'edits':
      touch(company, user, one, (name) => people.editContact(user.id, name, { names: [{ givenName: `Edited ${serial.value}` }] }));
      break;
    case 'addsNumber':
      touch(company, user, one, (name) => {
        const numbers = (one?.['phoneNumbers'] as object[] | undefined) ?? [];
        people.editContact(user.id, name, { phoneNumbers: [...numbers, { value: `+4930${5_000_000 + serial.value}` }] });
      });
      break;
    case 'deletes':
      if (one === undefined || company.touched.has(`${user.id} deleted ${deliveredFor(one)}`)) break;
      touch(company, user, one, (name) => people.deleteContact(user.id, name));
      company.touched.add(`${user.id} deleted ${deliveredFor(one)}`);
      break;
    case 'addsOwn':
      people.addContact(user.id, {
        names: [{ givenName: `Own ${serial.value}` }],
        clientData: [{ key: 'crm', value: String(serial.value) }],
        ...under(MINE, ...(deed.which % 2 === 0 && label !== undefined ? [label.resourceName] : [])),
      });
      break;
    case 'addsOwnLikeSource': {
      const wanted = wantedContacts(company);
      people.addContact(user.id, {
        names: [{ givenName: `Own ${serial.value}` }],
        emailAddresses: (wanted[deed.which % wanted.length]?.['emailAddresses'] as { value: string }[]).map(({ value }) => ({ value })),
      });
      break;
    }
  }
  for (const contact of contactsAt(company, user))
    if (deliveredFor(contact) === undefined) company.own.set(`${user.id} ${contact.resourceName}`, JSON.stringify(contact));
};

const touch = (company: NightCompany, user: UserRecord, one: Contact | undefined, change: (resourceName: string) => unknown): void => {
  if (one === undefined) return;
  change(one.resourceName);
  company.touched.add(`${user.id} ${deliveredFor(one)}`);
};

const under = (...names: string[]): object => ({
  memberships: names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});
