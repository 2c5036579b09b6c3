import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { newAddresses, type Edit, type ImportDeed } from './importRunCase';
import type { ImportRunCompany } from './importRunCompany';

type At = Pick<ImportRunCompany, 'world' | 'customer' | 'people' | 'helperRole'>;

let serial = 0;

/** Does one deed; where there is nothing to do it to, nothing happens. */
export const doImportDeed = (company: At, deed: ImportDeed): void => {
  const { world, customer, people, helperRole } = company;
  const { directory, chat } = world;
  const user = 'who' in deed ? people[deed.who] : undefined;
  if ('who' in deed && (user === undefined || directory.userById(user.id) === undefined)) return;
  switch (deed.kind) {
    case 'edit':
      doEdit(company, user!, deed);
      break;
    case 'rename':
      directory.renameUser(user!.id, `person${(serial += 1)}@acme.test`);
      break;
    case 'delete':
      directory.deleteUser(user!.id);
      break;
    case 'suspendOrRestore':
      if (user!.suspended) directory.unsuspendUser(user!.id);
      else directory.suspendUser(user!.id);
      break;
    case 'takeAddress': {
      const primaryEmail = newAddresses[deed.which]!;
      if (directory.find(primaryEmail) === undefined) directory.addUser({ primaryEmail, name: { givenName: 'Some', familyName: 'Body' } });
      break;
    }
    case 'deleteGroup': {
      const group = directory.groupByEmail('news@acme.test');
      if (group !== undefined) directory.deleteGroup(group.id);
      break;
    }
    case 'deleteSpace':
      for (const space of [...chat.spaces.values()]) if (space.displayName === 'Lunch') chat.spaces.delete(space.name);
      break;
    case 'deleteRole':
      for (const one of [...customer.admins.assignments.values()])
        if (one.roleId === helperRole) directory.unassignRole(customer.id, one.roleAssignmentId);
      customer.admins.roles.delete(helperRole);
      break;
    case 'deleteUnit':
      for (const one of directory.users.values()) if (one.orgUnitPath === '/IT') one.orgUnitPath = '/';
      for (const [key, { orgUnitPath }] of customer.orgUnits) if (orgUnitPath === '/IT') customer.orgUnits.delete(key);
      break;
  }
};

const withEntry = (list: readonly object[] | undefined, key: string, type: string, value: string): object[] => [
  ...(list ?? []).filter((one) => (one as { type?: string }).type !== type),
  { type, [key]: value },
];

const doEdit = ({ world, customer, helperRole }: At, user: UserRecord, { what, which }: Edit): void => {
  const { directory, chat } = world;
  const member = (email: string): void => {
    const group = directory.groupByEmail(email);
    if (group === undefined) return;
    if (group.members.some(({ id }) => id === user.id)) directory.removeMember(group.id, user.id);
    else directory.addMember(group.id, { email: user.primaryEmail, role: which === 0 ? 'OWNER' : 'MEMBER' });
  };
  const inSpace = (title: string): void => {
    const space = [...chat.spaces.values()].find(({ displayName }) => displayName === title);
    if (space === undefined) return;
    if (chat.membership(space, user.id) !== undefined) chat.removeMember(space, user.id);
    else chat.addMember(space, user.id, which === 0 ? 'ROLE_MANAGER' : 'ROLE_MEMBER');
  };
  switch (what) {
    case 'givenName':
      user.name = { ...user.name, givenName: ['Ann', 'Zoe', 'Kim'][which]! };
      break;
    case 'title':
      user.organizations = [{ primary: true, department: 'Sales', title: ['Head', 'Boss', 'Cook'][which]! }];
      break;
    case 'workPhone':
      user.phones = withEntry(user.phones, 'value', 'work', ['+41 1 000', '+41 8 000', '+41 9 000'][which]!);
      break;
    case 'homePhone':
      user.phones = withEntry(user.phones, 'value', 'home', ['+41 5 000', '+41 6 000', '+41 4 000'][which]!);
      break;
    case 'employeeId':
      user.externalIds = withEntry(user.externalIds, 'value', 'organization', ['0042', '8', '9'][which]!);
      break;
    case 'skills':
      user.customSchemas = {
        ...user.customSchemas,
        HR: { ...user.customSchemas?.['HR'], skills: [{ type: 'work', value: ['Latin', 'Greek', 'Go'][which]! }], note: 'kept' },
      };
      break;
    case 'visible':
      user.includeInGlobalAddressList = !user.includeInGlobalAddressList;
      break;
    case 'unit':
      directory.moveUser(user.id, ['/', '/Sales/EMEA', '/Sales'][which]!);
      break;
    case 'team':
    case 'news':
    case 'vault':
      member(`${what}@acme.test`);
      break;
    case 'plans':
      inSpace('Plans');
      break;
    case 'lunch':
      inSpace('Lunch');
      break;
    case 'helper': {
      const held = customer.admins.assignmentsTo(user.id).find(({ roleId }) => roleId === helperRole);
      if (held !== undefined) directory.unassignRole(customer.id, held.roleAssignmentId);
      else if (customer.admins.roles.has(helperRole)) directory.assignRole(user.id, helperRole);
      break;
    }
  }
};
