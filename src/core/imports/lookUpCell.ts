import { problem, type Problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { takenFor } from '../directory/lookAlikes';
import { parseNewAddress } from '../users/parseNewAddress';
import { quoteCell } from '../users/readCell';
import { cellValues, joinValues, splitValues } from '../users/severalValues';
import type { GroupRef, SpaceRef } from '../users/UserAction';
import type { AccessFieldId, RoleFieldId } from './ImportField';
import type { ImportMethod } from './ImportRules';
import type { PermissionWish } from './ImportWish';
import type { FoundUser, ImportIndex } from './indexNames';

const unknownUser = (address: string, index: ImportIndex): Problem => {
  const [latin, group] = [takenFor(address), index.groups.get(address)];
  if (latin !== undefined) return problem('users.addressTakenFor', { email: address, latin });
  return group === undefined ? problem('import.userUnknown', { email: address }) : problem('import.groupIsNoUser', { email: group.email });
};

/** Whose row it is; undefined: somebody who is to be created. */
export const whose = (address: string, method: ImportMethod, index: ImportIndex): Result<FoundUser | undefined> => {
  const user = index.users.get(address);
  if (method === 'create' && user?.isAlias === true)
    return fail(problem('users.addressTaken', { email: address, by: 'alias', holder: user.primaryEmail }));
  if (method === 'create' && user !== undefined) return fail(problem('import.userExists', { email: address }));
  if (user !== undefined) return ok(user);
  if (method === 'update') return fail(unknownUser(address, index));
  const group = index.groups.get(address);
  if (group !== undefined) return fail(problem('users.addressTaken', { email: address, by: 'group', holder: group.email }));
  const parsed = parseNewAddress(address);
  if (!parsed.ok) return parsed;
  const domain = address.slice(address.indexOf('@') + 1);
  if (!index.domains.includes(domain)) return fail(problem('users.domainUnknown', { domain, domains: index.domains }));
  return ok(undefined);
};

/** Names of one cell that are said to be wrong; a cell may hold a text that was meant for another field. */
const wrongNamed = 5;

/** Everything that a cell names, each once, or the names that do not do; nothing when it names nothing. */
export const named = <T extends GroupRef | SpaceRef>(cell: string, find: (name: string) => Result<T>): Result<T[]>[] => {
  const found = new Map<string, T>();
  const wrong: Result<T[]>[] = [];
  for (const name of cellValues(cell)) {
    const one = find(name);
    if (one.ok) found.set('space' in one.value ? one.value.space : one.value.groupId, one.value);
    else wrong.push(one);
  }
  if (wrong.length > 0) return wrong.slice(0, wrongNamed);
  return found.size === 0 ? [] : [ok([...found.values()])];
};

const kinds = { communicationGroups: 'communication', permissionGroups: 'permission' } as const;

/** https://docs.cloud.google.com/identity/docs/groups#group_types tells security and dynamic groups from others. */
export const groupOf = (name: string, field: keyof typeof kinds, index: ImportIndex): Result<GroupRef> => {
  const group = index.groups.get(name.toLowerCase());
  if (group === undefined) return fail(problem('users.groupUnknown', { email: quoteCell(name) }));
  if (group.kind !== kinds[field]) return fail(problem('import.groupOfOtherKind', { email: group.email, kind: group.kind }));
  return ok({ groupId: group.groupId, email: group.email });
};

/** https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces: titles are not unique. */
export const spaceOf = (name: string, index: ImportIndex): Result<SpaceRef> => {
  const [space, ...others] = index.spaces.get(name.toLowerCase()) ?? [];
  if (space === undefined) return fail(problem('import.spaceUnknown', { name: quoteCell(name) }));
  return others.length > 0 ? fail(problem('import.spaceAmbiguous', { name, spaces: others.length + 1 })) : ok(space);
};

/** Managers by their primary addresses. */
export const managersOf = (addresses: string, index: ImportIndex, newAddresses: ReadonlySet<string>): Result<string> => {
  const managers: string[] = [];
  for (const email of splitValues(addresses)) {
    const primary = index.users.get(email)?.primaryEmail ?? (newAddresses.has(email) ? email : undefined);
    if (primary === undefined) return fail(problem('users.managerUnknown', { email }));
    managers.push(primary.toLowerCase());
  }
  return ok(joinValues(managers));
};

/** Who is created without a unit begins in the root; who is there stays in one. */
export const unitOf = (value: string, index: ImportIndex, creates: boolean): Result<string>[] => {
  if (value === '') return creates ? [] : [fail(problem('user.fieldMandatory', { field: 'Organizational unit' }))];
  const path = index.units.get(value.toLowerCase());
  return [path === undefined ? fail(problem('target.orgUnitNotFound', { path: quoteCell(value) })) : ok(path)];
};

export const permissionOf = (field: RoleFieldId | AccessFieldId, has: boolean, index: ImportIndex): Result<PermissionWish> => {
  const id = field.slice(field.indexOf('/') + 1);
  if (field.startsWith('role/')) {
    const role = index.roles.get(id);
    return role === undefined ? fail(problem('import.roleGone')) : ok({ kind: 'role', role, has });
  }
  const group = index.groups.get(id.toLowerCase());
  if (group === undefined) return fail(problem('users.groupUnknown', { email: id }));
  return ok({ kind: 'group', group: { groupId: group.groupId, email: group.email }, has });
};
