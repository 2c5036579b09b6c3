import { problem, type Problem } from '../base/Problem';
import type { DirectoryUser } from '../directory/DirectoryUser';
import type { Domain } from '../directory/Domain';
import type { GoogleGroup } from '../directory/GoogleGroup';
import type { OrgUnit } from '../directory/OrgUnit';
import type { NewUser, NewUserPlan } from './NewUser';
import type { GroupRef } from './UserAction';
import type { ColumnContent } from './userColumns';

/** What the Directory knows of that the rows name. Undefined: it was not read, and nothing is said about it. */
export interface KnownNames {
  readonly users?: readonly DirectoryUser[];
  readonly groups?: readonly GoogleGroup[];
  readonly orgUnits?: readonly OrgUnit[];
  readonly domains?: readonly Domain[];
}

export interface NewUserFault {
  readonly content: ColumnContent;
  readonly problem: Problem;
}

export interface CheckedUser {
  readonly user: NewUser;
  /** None: it can be created. */
  readonly faults: readonly NewUserFault[];
  readonly plan: NewUserPlan;
}

const lower = (text: string): string => text.toLowerCase();

/** Who holds each address of the organization, in words. */
const holders = ({ users = [], groups = [] }: KnownNames): ReadonlyMap<string, Problem> => {
  const held = new Map<string, Problem>();
  const hold = (email: string, by: string, holder: string): void => {
    if (!held.has(lower(email))) held.set(lower(email), problem('users.addressTaken', { email: lower(email), by, holder }));
  };
  for (const user of users) hold(user.primaryEmail, 'user', user.fullName || user.primaryEmail);
  for (const user of users) for (const alias of user.aliases) hold(alias, 'alias', user.primaryEmail);
  for (const group of groups) for (const email of [group.email, ...group.aliases]) hold(email, 'group', group.email);
  return held;
};

/**
 * What keeps users from being created, as far as the Directory tells: the address is taken, the domain, the unit, a group or the manager is
 * unknown. A manager may be one of the new users. The card and the operator's preview ask the same function.
 */
export const checkNewUsers = (users: readonly NewUser[], names: KnownNames): CheckedUser[] => {
  const taken = holders(names);
  const isNew = new Set(users.map(({ email }) => email));
  const persons = new Set(names.users?.flatMap(({ primaryEmail, aliases }) => [primaryEmail, ...aliases]).map(lower));
  const groupsByAddress = new Map(
    names.groups?.flatMap(({ id, email, aliases }) => [email, ...aliases].map((one) => [lower(one), { groupId: id, email }] as const)),
  );
  const units = new Map(names.orgUnits?.map(({ orgUnitPath }) => [lower(orgUnitPath.normalize('NFC')), orgUnitPath]));
  const ours = names.domains?.map(({ domainName }) => lower(domainName));
  return users.map((user): CheckedUser => {
    const faults: NewUserFault[] = [];
    const fault = (content: ColumnContent, found: Problem): void => void faults.push({ content, problem: found });
    const domain = user.email.slice(user.email.indexOf('@') + 1);
    const holder = taken.get(user.email);
    if (ours?.includes(domain) === false) fault('address', problem('users.domainUnknown', { domain, domains: ours }));
    else if (holder !== undefined) fault('address', holder);
    const path = user.orgUnitPath === '/' ? '/' : units.get(lower(user.orgUnitPath));
    if (names.orgUnits !== undefined && path === undefined) fault('orgUnit', problem('target.orgUnitNotFound', { path: user.orgUnitPath }));
    const groups = user.groups.flatMap((email): GroupRef[] => {
      const group = groupsByAddress.get(email);
      if (group === undefined && names.groups !== undefined) fault('groups', problem('users.groupUnknown', { email }));
      return group === undefined ? [] : [group];
    });
    const manager = lower(user.fields.find(({ field }) => field === 'manager')?.value ?? '');
    const isKnown = manager === '' || names.users === undefined || persons.has(manager) || isNew.has(manager);
    if (!isKnown) fault('manager', problem('users.managerUnknown', { email: manager }));
    return { user, faults, plan: { ...user, orgUnitPath: path ?? user.orgUnitPath, groups } };
  });
};
