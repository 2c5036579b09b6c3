import { ApiError } from '../network/ApiError';
import { NO_CONTENT } from '../network/noContent';
import type { Operation, OperationCall } from '../network/Operation';
import { derivedMembers } from './derivedMembers';
import { conditionNotMet, invalidField, invalidInput, missingField, resourceNotFound } from './directoryErrors';
import { directoryRead, directoryWrite } from './directoryOperation';
import type { CustomerRecord, OrgUnitRecord, RoleAssignmentRecord, RoleRecord } from './DirectoryRecords';
import { GROUP_ROLE_ASSIGNMENTS, ROLE_ASSIGNMENTS_PAGE } from './limits';
import { PRIVILEGES, type PrivilegeNode } from './privilegeTree';
import { booleanOf, pageSizeOf, textOf } from './readParameters';
import { ownCustomer } from './roleOperations';
import { etagOf, takePage } from './takePage';

const LABELS = "api.getAttribute('cloudidentity.googleapis.com/groups.labels', [])";
const GROUP = "resource.type == 'cloudidentity.googleapis.com/Group'";

/** The words of a condition and the roles that may have one (https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments#RoleAssignment). */
const CONDITIONS = [
  `${LABELS}.hasAny(['groups.security']) && ${GROUP}`,
  `!${LABELS}.hasAny(['groups.security']) && ${GROUP}`,
  `!${LABELS}.hasAny(['groups.locked']) && ${GROUP}`,
];
const MAY_BE_CONDITIONAL = ['_GROUPS_EDITOR_ROLE', '_GROUPS_READER_ROLE'];

const WRITE = ['admin.directory.rolemanagement'];
const READ = [...WRITE, 'admin.directory.rolemanagement.readonly'];

export const roleAssignmentOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.roleAssignments.list',
    path: 'customer/{customer}/roleassignments',
    query: ['includeIndirectRoleAssignments', 'maxResults', 'pageToken', 'roleId', 'userKey'],
    scopes: READ,
    handle(call) {
      const found = select(call, ownCustomer(call));
      const size = pageSizeOf(call, ROLE_ASSIGNMENTS_PAGE, false);
      const page = takePage(call, found, size, ({ roleAssignmentId }) => roleAssignmentId);
      const items = page.items.map((assignment) => present(call, assignment));
      return {
        kind: 'admin#directory#roleAssignments',
        etag: etagOf(items),
        ...(items.length === 0 ? {} : { items }),
        ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      };
    },
  }),
  directoryRead({
    id: 'directory.roleAssignments.get',
    path: 'customer/{customer}/roleassignments/{roleAssignmentId}',
    scopes: READ,
    handle: (call) => present(call, find(call, ownCustomer(call))),
  }),
  directoryWrite({
    id: 'directory.roleAssignments.insert',
    verb: 'POST',
    path: 'customer/{customer}/roleassignments',
    scopes: WRITE,
    fields: ['assignedTo', 'assigneeType', 'condition', 'etag', 'kind', 'orgUnitId', 'roleAssignmentId', 'roleId', 'scopeType'],
    handle: insert,
  }),
  directoryWrite({
    id: 'directory.roleAssignments.delete',
    verb: 'DELETE',
    path: 'customer/{customer}/roleassignments/{roleAssignmentId}',
    scopes: WRITE,
    handle(call) {
      const customer = ownCustomer(call);
      call.world.directory.unassignRole(customer.id, find(call, customer).roleAssignmentId);
      return NO_CONTENT;
    },
  }),
];

function find(call: OperationCall, { admins }: CustomerRecord): RoleAssignmentRecord {
  const found = admins.assignments.get(call.path['roleAssignmentId'] ?? '');
  if (found === undefined) throw resourceNotFound('roleAssignmentId');
  return found;
}

/** Indirect assignments, those of a user's groups, only come with `userKey`. */
function select(call: OperationCall, customer: CustomerRecord): RoleAssignmentRecord[] {
  const { directory } = call.world;
  const [userKey, roleId] = [textOf(call, 'userKey'), textOf(call, 'roleId')];
  const holder = userKey === undefined ? undefined : directory.find(userKey);
  if (userKey !== undefined && holder?.customerId !== customer.id) throw resourceNotFound('userKey');
  const isIndirect = (assignedTo: string): boolean => {
    const group = directory.groupById(assignedTo);
    return group !== undefined && derivedMembers(call.world, group).some(({ id }) => id === holder?.id);
  };
  const withIndirect = booleanOf(call, 'includeIndirectRoleAssignments') && holder !== undefined;
  return [...customer.admins.assignments.values()].filter(
    (one) =>
      (roleId === undefined || one.roleId === roleId) &&
      (holder === undefined || one.assignedTo === holder.id || (withIndirect && isIndirect(one.assignedTo))),
  );
}

function insert(call: OperationCall): object {
  const { directory } = call.world;
  const customer = ownCustomer(call);
  const sent = call.body as Readonly<Record<string, unknown>>;
  const textAt = (name: string): string | undefined => {
    const value = sent[name];
    if (value !== undefined && value !== null && typeof value !== 'string') throw invalidField(name, 'TYPE_STRING', value);
    return value || undefined;
  };
  const [roleId, assignedTo, scopeType] = [textAt('roleId'), textAt('assignedTo'), textAt('scopeType') ?? 'CUSTOMER'];
  if (roleId === undefined) throw missingField('roleId');
  if (assignedTo === undefined) throw missingField('assignedTo');
  const role = customer.admins.roles.get(roleId);
  if (role === undefined) throw resourceNotFound('roleId');
  if (scopeType !== 'CUSTOMER' && scopeType !== 'ORG_UNIT') throw invalidInput('scopeType');
  const condition = textAt('condition');
  if (condition !== undefined && !(MAY_BE_CONDITIONAL.includes(role.roleName) && CONDITIONS.includes(condition)))
    throw invalidInput('condition');
  checkAssignee(call, customer, role, assignedTo);
  const unit = scopeType === 'ORG_UNIT' ? scopeUnit(customer, role, textAt('orgUnitId')) : undefined;
  const orgUnitId = unit?.orgUnitId.replace(/^id:/, '');
  const held = [...customer.admins.assignments.values()];
  const isSame = (one: RoleAssignmentRecord): boolean =>
    one.roleId === roleId &&
    one.assignedTo === assignedTo &&
    one.scopeType === scopeType &&
    one.orgUnitId === orgUnitId &&
    one.condition === condition;
  if (held.some(isSame)) throw assignmentExists(roleId, assignedTo);
  if (held.filter((one) => one.orgUnitId === orgUnitId).length >= directory.settings.roleAssignmentsPerUnit) throw tooMany();
  return present(call, directory.assignRole(assignedTo, roleId, unit?.orgUnitPath, condition));
}

/** Users, and security groups for every role but the super administrator's (https://support.google.com/a/answer/9807615). */
function checkAssignee({ world }: OperationCall, customer: CustomerRecord, role: RoleRecord, assignedTo: string): void {
  if (world.directory.userById(assignedTo)?.customerId === customer.id) return;
  const group = world.directory.groupById(assignedTo);
  if (group?.customerId !== customer.id) throw resourceNotFound('assignedTo');
  if (!group.security || role.isSuperAdminRole) throw conditionNotMet('This role cannot be assigned to this group.');
  const toGroups = [...customer.admins.assignments.values()].filter((one) => world.directory.groups.has(one.assignedTo));
  if (toGroups.length >= GROUP_ROLE_ASSIGNMENTS) throw tooMany();
}

/** The id comes without the `id:` that `orgunits` puts before it. Only privileges that can be limited to a unit can be. */
function scopeUnit({ orgUnits }: CustomerRecord, role: RoleRecord, orgUnitId: string | undefined): OrgUnitRecord {
  const unit = orgUnits.get(`id:${orgUnitId ?? ''}`);
  if (unit === undefined) throw invalidInput('orgUnitId');
  if (!role.rolePrivileges.every(({ privilegeName }) => SCOPABLE.has(privilegeName))) throw invalidInput('scopeType');
  return unit;
}

const everyPrivilege = (nodes: readonly PrivilegeNode[]): PrivilegeNode[] => nodes.flatMap((one) => [one, ...everyPrivilege(one.children)]);
const SCOPABLE = new Set(
  everyPrivilege(PRIVILEGES)
    .filter(({ isOuScopable }) => isOuScopable)
    .map(({ privilegeName }) => privilegeName),
);

/** As reported: a server error for what is no server's. */
function assignmentExists(roleId: string, assignedTo: string): ApiError {
  return new ApiError({ code: 500, message: `Role assignment exists: role ${roleId}, assignee ${assignedTo}`, reason: 'backendError' });
}

function tooMany(): ApiError {
  const reason = 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT';
  return new ApiError({ code: 400, message: reason, reason });
}

function present({ world }: OperationCall, assignment: RoleAssignmentRecord): object {
  const { orgUnitId, condition, ...rest } = assignment;
  const shown = {
    ...rest,
    assigneeType: world.directory.groups.has(assignment.assignedTo) ? 'group' : 'user',
    ...(orgUnitId === undefined ? {} : { orgUnitId }),
    ...(condition === undefined ? {} : { condition }),
  };
  return { kind: 'admin#directory#roleAssignment', etag: etagOf(shown), ...shown };
}
