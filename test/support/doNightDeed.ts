import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { parseMarks } from '../../src/core/contacts/Mark';
import type { NightDeed } from './nightCase';
import {
  addColleague,
  colleagues,
  contactsAt,
  deliveredFor,
  isMember,
  labelledContacts,
  type Contact,
  type NightCompany,
} from './nightCompany';
import { wantedAt } from './wantedAt';

const MINE = 'contactGroups/myContacts';

/** Does one deed; where there is nothing to do it to, nothing happens. */
export const doNightDeed = (company: NightCompany, deed: NightDeed): void => {
  company.serial.value += 1;
  if ('who' in deed) atPerson(company, deed, company.people[deed.who]!);
  else if (company.choice.source === 'personal') atSource(company, deed);
  else inDirectory(company, deed);
};

type AtPerson = Extract<NightDeed, { readonly who: number }>;
type AtSource = Exclude<NightDeed, AtPerson>;

const at = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length];

const atSource = (company: NightCompany, deed: AtSource): void => {
  const { world, source, label, serial } = company;
  const { people, directory } = world;
  const all = labelledContacts(company);
  const one = 'which' in deed ? at(all, deed.which)?.resourceName : undefined;
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
      if (one !== undefined && all.length > 1) people.deleteContact(source.id, one);
      break;
    case 'sourceUnlabels':
      if (one !== undefined && all.length > 1) people.editContact(source.id, one, under(MINE));
      break;
    case 'sourceMerges': {
      const other = at(all, deed.other)?.resourceName;
      if (one !== undefined && other !== undefined && one !== other) people.mergeContacts(source.id, one, other);
      break;
    }
    case 'sourceIsRenamed':
      directory.renameUser(source.id, `source${serial.value}@acme.test`);
      break;
    case 'sourceRenamesLabel':
      people.renameContactGroup(source.id, label, `Customers ${serial.value}`);
      break;
  }
};

const inDirectory = (company: NightCompany, deed: AtSource): void => {
  const { serial, world } = company;
  const { directory } = world;
  const all = colleagues(company);
  const one = at(all, 'which' in deed ? deed.which : serial.value);
  switch (deed.kind) {
    case 'sourceAdds':
      addColleague(world, `new${serial.value}`);
      break;
    case 'sourceEdits':
      if (one !== undefined) one.phones = [{ value: `+4930${4_000_000 + serial.value}`, type: 'work' }];
      break;
    case 'sourceDeletes':
      if (one !== undefined && all.length > 1) directory.deleteUser(one.id);
      break;
    case 'sourceUnlabels':
      if (one !== undefined) one.includeInGlobalAddressList = !one.includeInGlobalAddressList;
      break;
    case 'sourceIsRenamed':
      if (one !== undefined) directory.renameUser(one.id, `colleague${serial.value}@acme.test`);
      break;
    case 'sourceMerges':
    case 'sourceRenamesLabel':
      break;
  }
};

const atPerson = (company: NightCompany, deed: AtPerson, user: UserRecord): void => {
  const { world, groups, serial, touched } = company;
  const { people, directory } = world;
  const all = contactsAt(company, user);
  const one = 'which' in deed ? at(all.filter(isDelivered), deed.which) : undefined;
  const group = groups[deed.who]!;
  const label = people.contactGroupsOf(user.id).find(({ clientData }) => clientData.some(({ key }) => key === 'roster'));
  const add = (address: string): void =>
    void people.addContact(user.id, { names: [{ givenName: `Own ${serial.value}` }], emailAddresses: [{ value: address }] });
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
      if (label === undefined) break;
      people.renameContactGroup(user.id, label.resourceName, `Mine ${serial.value}`);
      touched.add(`${user.id} name`);
      break;
    // What is deleted again after it was put back stays deleted.
    case 'deletesLabel':
      if (label === undefined || touched.has(`${user.id} label`)) break;
      people.deleteContactGroup(user.id, label.resourceName);
      touched.add(`${user.id} label`);
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
      if (one === undefined || deliveredFor(one).some((id) => touched.has(`${user.id} deleted ${id}`))) break;
      touch(company, user, one, (name) => people.deleteContact(user.id, name));
      for (const id of deliveredFor(one)) touched.add(`${user.id} deleted ${id}`);
      company.own.delete(`${user.id} ${one.resourceName}`);
      break;
    case 'losesMark':
      if (one === undefined) break;
      people.editContact(user.id, one.resourceName, {
        clientData: (one['clientData'] as object[]).filter((entry) => parseMarks([entry]).length === 0),
      });
      company.unmarked.set(`${user.id} ${one.resourceName}`, deliveredFor(one));
      company.own.delete(`${user.id} ${one.resourceName}`);
      break;
    case 'merges': {
      const [kept, absorbed] = [at(all, deed.which), at(all, deed.other)];
      if (kept === undefined || absorbed === undefined || kept === absorbed) break;
      touch(company, user, absorbed, () => undefined);
      touch(company, user, kept, (name) => people.mergeContacts(user.id, name, absorbed.resourceName));
      for (const { resourceName } of [kept, absorbed]) company.own.delete(`${user.id} ${resourceName}`);
      if (unmarkedIds(company, user, absorbed).length > 0)
        company.unmarked.set(
          `${user.id} ${kept.resourceName}`,
          [kept, absorbed].flatMap((each) => unmarkedIds(company, user, each)),
        );
      break;
    }
    case 'addsOwn':
      people.addContact(user.id, {
        names: [{ givenName: `Own ${serial.value}` }],
        clientData: [{ key: 'crm', value: String(serial.value) }],
        ...under(MINE, ...(deed.which % 2 === 0 && label !== undefined ? [label.resourceName] : [])),
      });
      break;
    case 'addsOwnLikeSource': {
      const like = at(wantedAt(company, user), deed.which);
      if (like !== undefined) add(like.addresses[0]!);
      break;
    }
    case 'addsOwnAhead':
      add(`new${serial.value + 1}@${company.choice.source === 'personal' ? 'customer' : 'acme'}.test`);
      break;
  }
  for (const contact of contactsAt(company, user)) {
    const key = `${user.id} ${contact.resourceName}`;
    if (deliveredFor(contact).length !== 1 && !company.unmarked.has(key)) company.own.set(key, JSON.stringify(contact));
  }
};

const isDelivered = (contact: Contact): boolean => deliveredFor(contact).length > 0;

const unmarkedIds = ({ unmarked }: NightCompany, { id }: UserRecord, { resourceName }: Contact): readonly string[] =>
  unmarked.get(`${id} ${resourceName}`) ?? [];

const touch = (company: NightCompany, user: UserRecord, one: Contact | undefined, change: (resourceName: string) => unknown): void => {
  if (one === undefined) return;
  for (const id of [...deliveredFor(one), ...unmarkedIds(company, user, one)]) company.touched.add(`${user.id} ${id}`);
  change(one.resourceName);
};

const under = (...names: string[]): object => ({
  memberships: names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});
