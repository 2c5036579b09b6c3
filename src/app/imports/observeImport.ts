import type { AccessGroups } from '../../core/approvals/Policy';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { ImportFieldId } from '../../core/imports/ImportField';
import type { ImportGroup, ImportGroupKind, ImportNames } from '../../core/imports/ImportNames';
import type { ImportRules } from '../../core/imports/ImportRules';
import type { ImportWish } from '../../core/imports/ImportWish';
import { recordProperties } from '../../core/imports/recordProperties';
import { indexNames, type ImportIndex } from '../../core/imports/indexNames';
import type { Places } from '../../core/imports/membershipReads';
import { planImport, type RowPlan } from '../../core/imports/planImport';
import { newUserFacts, type ImportFacts } from '../../core/imports/planWish';
import type { ImportTable } from '../../core/imports/readImportTable';
import { textOf, type UserRecord } from '../../core/users/UserRecord';
import type { Subject, Task } from '../../google/Call';
import { listSpaces, type ChatSpace } from '../../google/chat';
import { listDomains, listGroups, listOrgUnits, listUserRecords } from '../../google/directory';
import { listLabelledGroups } from '../../google/labelledGroups';
import { listRoleAssignments, listRoles, type RoleAssignment } from '../../google/roles';
import { observeInSlices } from '../bridge/observeInSlices';
import type { Environment, Tables } from '../Environment';
import { observeMemberships } from './observeMemberships';

const self: Subject = { kind: 'self' };

/** What the Directory had when the rows were planned, and what they come to. */
export interface ObservedImport {
  readonly index: ImportIndex;
  readonly plans: readonly RowPlan[];
}

const nothing = ok([]);
const unlabelled = ok<ReadonlySet<string>>(new Set());

/** Google tells communication groups from the others by labels that only Cloud Identity shows; where no column is about them, all are taken for such. */
function* observeGroups(
  groups: readonly GoogleGroup[],
  { accessGroups = [], chatAccess }: AccessGroups,
  users: readonly UserRecord[],
  needsKinds: boolean,
): Task<Result<ImportGroup[]>> {
  const customerId = textOf(users[0]?.['customerId']);
  const security = needsKinds ? yield* listLabelledGroups(self, customerId, 'security') : unlabelled;
  if (!security.ok) return security;
  const dynamic = needsKinds ? yield* listLabelledGroups(self, customerId, 'dynamic') : unlabelled;
  if (!dynamic.ok) return dynamic;
  const named = new Set([...accessGroups, ...(chatAccess === undefined ? [] : [chatAccess])].map(({ groupId }) => groupId));
  const kindOf = ({ id, email }: GoogleGroup): ImportGroupKind => {
    const has = (labelled: ReadonlySet<string>): boolean => labelled.has(id.toLowerCase()) || labelled.has(email.toLowerCase());
    if (has(dynamic.value)) return 'dynamic';
    if (named.has(id)) return 'access';
    return has(security.value) ? 'permission' : 'communication';
  };
  return ok(groups.map((group) => ({ groupId: group.id, email: group.email, aliases: group.aliases, kind: kindOf(group) })));
}

/** Which listings the columns need; what is not needed is not asked for, so that a right that is missing for it does not matter. */
const needsOf = ({ method, columns }: ImportRules, { chatAccess }: AccessGroups) => {
  const has = (isIt: (field: ImportFieldId) => boolean): boolean => columns.some(({ field }) => isIt(field));
  const groupFields: readonly ImportFieldId[] = ['communicationGroups', 'permissionGroups'];
  const groupKinds = has((field) => groupFields.includes(field));
  const spaces = has((field) => field === 'chatSpaces');
  return {
    groupKinds,
    groups: groupKinds || (spaces && chatAccess !== undefined) || has((field) => field.startsWith('access/')),
    addresses: method !== 'update',
    spaces,
    chatAccess: spaces ? chatAccess : undefined,
    roles: has((field) => field.startsWith('role/')),
    units: has((field) => field === 'orgUnit'),
  };
};

/** As Google lists them, with how many are in each. */
interface Listed {
  readonly groups: readonly GoogleGroup[];
  readonly spaces: readonly ChatSpace[];
}

/** Everything that rows may name, each listed once, and who has which role. */
function* observeNames(
  rules: ImportRules,
  access: AccessGroups,
  keepers: ReadonlySet<string>,
): Task<Result<{ readonly names: ImportNames; readonly assignments: readonly RoleAssignment[]; readonly listed: Listed }>> {
  const needs = needsOf(rules, access);
  const users = yield* listUserRecords(self, recordProperties(rules));
  if (!users.ok) return users;
  const domains = needs.addresses ? yield* listDomains(self) : nothing;
  if (!domains.ok) return domains;
  const units = needs.units ? yield* listOrgUnits(self) : nothing;
  if (!units.ok) return units;
  const roles = needs.roles ? yield* listRoles(self) : nothing;
  if (!roles.ok) return roles;
  const assignments = needs.roles ? yield* listRoleAssignments(self) : nothing;
  if (!assignments.ok) return assignments;
  const listed = needs.groups || needs.addresses ? yield* listGroups(self) : nothing;
  if (!listed.ok) return listed;
  const groups = yield* observeGroups(listed.value, access, users.value, needs.groupKinds);
  if (!groups.ok) return groups;
  const { chatAccess } = needs;
  const chat = groups.value.find(({ groupId }) => groupId === chatAccess?.groupId);
  if (chatAccess !== undefined && chat === undefined) return fail(problem('import.chatAccessGone', { group: chatAccess.email }));
  const spaces = needs.spaces ? yield* listSpaces(self) : nothing;
  if (!spaces.ok) return spaces;
  return ok({
    assignments: assignments.value,
    listed: { groups: listed.value, spaces: spaces.value },
    names: {
      users: users.value,
      groups: groups.value,
      spaces: spaces.value.map(({ space, title }) => ({ space, title })),
      roles: roles.value.filter(({ isSuperAdmin }) => !isSuperAdmin).map(({ roleId, title }) => ({ roleId, title })),
      orgUnitPaths: units.value.map(({ orgUnitPath }) => orgUnitPath),
      domains: domains.value,
      ...(chat === undefined ? {} : { chatAccess: { groupId: chat.groupId, email: chat.email } }),
      keepers,
    },
  });
}

const wishesOf = (plans: readonly RowPlan[]): ImportWish[] =>
  plans.flatMap((plan) => (plan.kind === 'failed' || plan.wish.creates ? [] : [plan.wish]));

const sized = ({ groups, spaces }: Listed, names: ImportNames): Places => {
  const kindOf = new Map(names.groups.map(({ groupId, kind }) => [groupId, kind]));
  const { chatAccess, users } = names;
  return {
    groups: groups.map(({ id, directMembersCount }) => ({ id, members: directMembersCount, kind: kindOf.get(id) ?? 'communication' })),
    spaces: spaces.map(({ space, members }) => ({ id: space, members })),
    ...(chatAccess === undefined ? {} : { chatAccess: chatAccess.groupId }),
    users: users.length,
  };
};

/** Lists what the rows need and plans them: first which users, groups and spaces they mean, then, with who is in those, what changes. */
export const observeImport = (
  env: Environment,
  ledger: Tables,
  requestId: string,
  table: ImportTable,
  rules: ImportRules,
  access: AccessGroups,
  keepers: ReadonlySet<string>,
): Result<ObservedImport> => {
  const observed = observeInSlices(
    env,
    ledger,
    `names.${requestId}`,
    () => observeNames(rules, access, keepers),
    (answer) => answer,
  );
  if (!observed.ok) return observed;
  const { names, assignments, listed } = observed.value;
  const index = indexNames(names);
  const { groups: hasGroups, spaces: hasSpaces } = needsOf(rules, access);
  const wishes = hasGroups || hasSpaces ? wishesOf(planImport(table, rules, index, () => newUserFacts)) : [];
  const memberships = observeMemberships(env, ledger, `memberships.${requestId}`, wishes, sized(listed, names));
  if (!memberships.ok) return memberships;
  const held = new Map<string, ImportFacts['adminRoles']>();
  for (const { assignedTo, assignmentId: _id, ...role } of assignments) {
    held.set(assignedTo, [...(held.get(assignedTo) ?? []), { ...role, title: '' }]);
  }
  const { groups, spaces } = memberships.value;
  const factsOf = (userId: string): ImportFacts => ({
    record: index.records.get(userId) ?? {},
    roles: groups.get(userId) ?? {},
    spaces: spaces.get(userId) ?? [],
    adminRoles: held.get(userId) ?? [],
  });
  return ok({ index, plans: planImport(table, rules, index, factsOf) });
};
