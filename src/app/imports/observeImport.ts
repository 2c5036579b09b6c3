import { ok, type Result } from '../../core/base/Result';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { ImportFieldId } from '../../core/imports/ImportField';
import type { ImportGroup, ImportGroupKind, ImportNames } from '../../core/imports/ImportNames';
import type { ImportRules } from '../../core/imports/ImportRules';
import type { ImportWish } from '../../core/imports/ImportWish';
import { indexNames, type ImportIndex } from '../../core/imports/indexNames';
import { planImport, type RowPlan } from '../../core/imports/planImport';
import { newUserFacts, type ImportFacts } from '../../core/imports/planWish';
import type { ImportTable } from '../../core/imports/readImportTable';
import { textOf, type UserRecord } from '../../core/users/UserRecord';
import type { Subject, Task } from '../../google/Call';
import { listSpaceMembers, listSpaces } from '../../google/chat';
import { listDirectMembers, listDomains, listGroups, listGroupsOf, listOrgUnits, listUserRecords } from '../../google/directory';
import { getMemberRole } from '../../google/directoryWrites';
import { listLabelledGroups } from '../../google/labelledGroups';
import { listRoleAssignments, listRoles, type RoleAssignment } from '../../google/roles';

const self: Subject = { kind: 'self' };

/** What the Directory had when the rows were planned, and what they come to. */
export interface ObservedImport {
  readonly index: ImportIndex;
  readonly plans: readonly RowPlan[];
}

const nothing = ok([]);
const access = 'access/';

/** Google tells communication groups from the others by labels that only Cloud Identity shows. */
function* observeGroups(
  groups: readonly GoogleGroup[],
  assignments: readonly RoleAssignment[],
  accessGroups: ReadonlySet<string>,
  users: readonly UserRecord[],
): Task<Result<ImportGroup[]>> {
  const customerId = textOf(users[0]?.['customerId']);
  const security = yield* listLabelledGroups(self, customerId, 'security');
  if (!security.ok) return security;
  const dynamic = yield* listLabelledGroups(self, customerId, 'dynamic');
  if (!dynamic.ok) return dynamic;
  const holders = new Set(assignments.map(({ assignedTo }) => assignedTo));
  const kindOf = ({ id, email }: GoogleGroup): ImportGroupKind => {
    const has = (labelled: ReadonlySet<string>): boolean => labelled.has(id.toLowerCase()) || labelled.has(email.toLowerCase());
    if (has(dynamic.value)) return 'dynamic';
    if (accessGroups.has(id)) return 'access';
    return has(security.value) ? 'permission' : 'communication';
  };
  return ok(
    groups.map((group) => ({
      groupId: group.id,
      email: group.email,
      aliases: group.aliases,
      kind: kindOf(group),
      holdsRole: holders.has(group.id),
    })),
  );
}

/** Which listings the columns need; what is not needed is not asked for, so that a right that is missing for it does not matter. */
const needsOf = ({ method, columns }: ImportRules) => {
  const has = (isIt: (field: ImportFieldId) => boolean): boolean => columns.some(({ field }) => isIt(field));
  const groupFields: readonly ImportFieldId[] = ['communicationGroups', 'permissionGroups'];
  return {
    groupKinds: has((field) => groupFields.includes(field) || field.startsWith(access)),
    addresses: method !== 'update',
    spaces: has((field) => field === 'chatSpaces'),
    roles: has((field) => field.startsWith('role/')),
    units: has((field) => field === 'orgUnit'),
  };
};

/** Everything that rows may name, each listed once, and who has which role. */
function* observeNames(
  rules: ImportRules,
  keepers: ReadonlySet<string>,
): Task<Result<{ readonly names: ImportNames; readonly assignments: readonly RoleAssignment[] }>> {
  const needs = needsOf(rules);
  const users = yield* listUserRecords(self);
  if (!users.ok) return users;
  const domains = needs.addresses ? yield* listDomains(self) : nothing;
  if (!domains.ok) return domains;
  const units = needs.units ? yield* listOrgUnits(self) : nothing;
  if (!units.ok) return units;
  const roles = needs.roles ? yield* listRoles(self) : nothing;
  if (!roles.ok) return roles;
  const assignments = needs.roles || needs.groupKinds ? yield* listRoleAssignments(self) : nothing;
  if (!assignments.ok) return assignments;
  const listed = needs.groupKinds || needs.addresses ? yield* listGroups(self) : nothing;
  if (!listed.ok) return listed;
  const accessGroups = new Set(rules.columns.flatMap(({ field }) => (field.startsWith(access) ? [field.slice(access.length)] : [])));
  const plain = listed.value.map((group): ImportGroup => ({ ...group, groupId: group.id, kind: 'communication', holdsRole: false }));
  const groups = needs.groupKinds ? yield* observeGroups(listed.value, assignments.value, accessGroups, users.value) : ok(plain);
  if (!groups.ok) return groups;
  const spaces = needs.spaces ? yield* listSpaces(self) : nothing;
  if (!spaces.ok) return spaces;
  return ok({
    assignments: assignments.value,
    names: {
      users: users.value,
      groups: groups.value,
      spaces: spaces.value.map(({ space, title }) => ({ space, title })),
      roles: roles.value.filter(({ isSuperAdmin }) => !isSuperAdmin).map(({ roleId, title }) => ({ roleId, title })),
      orgUnitPaths: units.value.map(({ orgUnitPath }) => orgUnitPath),
      domains: domains.value,
      keepers,
    },
  });
}

const wishesOf = (plans: readonly RowPlan[]): ImportWish[] =>
  plans.flatMap((plan) => (plan.kind === 'failed' || plan.wish.creates ? [] : [plan.wish]));

type Members = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Of the groups that rows name, and of all of a kind that is overwritten: by group, the role of each user in it. Whichever way takes fewer calls. */
function* observeMembers(wishes: readonly ImportWish[], { groups }: ImportNames): Task<Result<Members>> {
  const named = new Set<string>();
  const overwriting = new Set<string>();
  const kinds = new Set<ImportGroupKind>();
  for (const { targetId, communicationGroups, permissionGroups, permissions } of wishes) {
    for (const one of permissions) if (one.kind === 'group') named.add(one.group.groupId);
    for (const [list, kind] of [[communicationGroups, 'communication'] as const, [permissionGroups, 'permission'] as const]) {
      for (const { groupId } of list?.members ?? []) named.add(groupId);
      if (list?.overwrite !== true) continue;
      overwriting.add(targetId);
      kinds.add(kind);
    }
  }
  const ofKinds = groups.filter(({ kind }) => kinds.has(kind)).map(({ groupId }) => groupId);
  const members = new Map<string, Map<string, string>>();
  const all = new Set([...named, ...ofKinds]);
  const byUser = named.size + overwriting.size < all.size;
  for (const groupId of byUser ? named : all) {
    const listed = yield* listDirectMembers(self, groupId);
    if (!listed.ok && listed.problem.code !== 'google.notFound') return listed;
    members.set(groupId, new Map(listed.ok ? listed.value : []));
  }
  if (!byUser) return ok(members);
  for (const userId of overwriting) {
    const listed = yield* listGroupsOf(self, userId);
    if (!listed.ok) return listed;
    for (const { id } of listed.value) {
      if (members.get(id)?.has(userId) === true || !ofKinds.includes(id)) continue;
      const role = yield* getMemberRole(self, id, userId);
      if (!role.ok) return role;
      if (role.value !== undefined) members.set(id, (members.get(id) ?? new Map<string, string>()).set(userId, role.value));
    }
  }
  return ok(members);
}

/** Of the spaces that rows name, and of all when they are overwritten: Google tells the members of a space, not the spaces of a member. */
function* observeSpaces(wishes: readonly ImportWish[], { spaces }: ImportNames): Task<Result<ReadonlyMap<string, ReadonlySet<string>>>> {
  const overwrites = wishes.some(({ chatSpaces }) => chatSpaces?.overwrite === true);
  const named = wishes.flatMap(({ chatSpaces }) => chatSpaces?.members ?? []);
  const members = new Map<string, ReadonlySet<string>>();
  for (const { space } of overwrites ? spaces : named) {
    if (members.has(space)) continue;
    const listed = yield* listSpaceMembers(self, space);
    if (!listed.ok) return listed;
    members.set(space, new Set(listed.value));
  }
  return ok(members);
}

/** Lists what the rows need and plans them: first which users, groups and spaces they mean, then, with who is in those, what changes. */
export function* observeImport(table: ImportTable, rules: ImportRules, keepers: ReadonlySet<string>): Task<Result<ObservedImport>> {
  const observed = yield* observeNames(rules, keepers);
  if (!observed.ok) return observed;
  const { names, assignments } = observed.value;
  const index = indexNames(names);
  const wishes = wishesOf(planImport(table, rules, index, () => newUserFacts));
  const members = yield* observeMembers(wishes, names);
  if (!members.ok) return members;
  const spaces = yield* observeSpaces(wishes, names);
  if (!spaces.ok) return spaces;
  const held = new Map<string, ImportFacts['adminRoles']>();
  for (const { assignedTo, assignmentId: _id, ...role } of assignments) {
    held.set(assignedTo, [...(held.get(assignedTo) ?? []), { ...role, title: '' }]);
  }
  const rolesOf = new Map<string, Record<string, string>>();
  for (const [groupId, inGroup] of members.value) {
    for (const [userId, role] of inGroup) {
      const roles = rolesOf.get(userId) ?? {};
      roles[groupId] = role;
      rolesOf.set(userId, roles);
    }
  }
  const spacesOf = new Map<string, string[]>();
  for (const [space, inSpace] of spaces.value) {
    for (const userId of inSpace) spacesOf.set(userId, [...(spacesOf.get(userId) ?? []), space]);
  }
  const factsOf = (userId: string): ImportFacts => ({
    record: index.records.get(userId) ?? {},
    roles: rolesOf.get(userId) ?? {},
    spaces: spacesOf.get(userId) ?? [],
    adminRoles: held.get(userId) ?? [],
  });
  return ok({ index, plans: planImport(table, rules, index, factsOf) });
}
