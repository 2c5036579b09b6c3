import { ApiError } from '../network/ApiError';
import type { OperationCall } from '../network/Operation';
import type { World } from '../World';
import { derivedMembers } from './derivedMembers';
import { domainNotFound } from './directoryErrors';
import type { CustomerRecord, UserRecord } from './DirectoryRecords';
import { isWithin } from './orgUnitTree';
import { grantedBy } from './privilegeTree';

/** Administrator privileges that reading needs (https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles). */
export const READ_PRIVILEGES: readonly string[] = [
  'USERS_RETRIEVE',
  'GROUPS_RETRIEVE',
  'ORGANIZATION_UNITS_RETRIEVE',
  'DOMAIN_MANAGEMENT',
  'SCHEMA_RETRIEVE',
];

export function notAuthorized(): ApiError {
  return new ApiError({ code: 403, message: 'Not Authorized to access this resource/api', reason: 'forbidden' });
}

export function callerOf(call: OperationCall): UserRecord {
  const user = call.caller === undefined ? undefined : call.world.directory.userById(call.caller.userId);
  if (user === undefined) throw new Error('simulator: a Directory call without a user');
  return user;
}

/** Whether the user has a privilege everywhere, or at `orgUnitPath`: their own, and those of roles that they or their groups hold. */
export function holds(world: World, user: UserRecord, privilege: string, orgUnitPath?: string): boolean {
  if (user.isAdmin) return true;
  const enough = grantedBy(privilege);
  if (user.isDelegatedAdmin && enough.some((one) => user.adminPrivileges.has(one))) return true;
  const { admins, orgUnits } = world.directory.customer(user.customerId);
  return [...admins.assignments.values()].some((assignment) => {
    // It would depend on the group that is asked for.
    if (assignment.condition !== undefined) return false;
    const unit = assignment.orgUnitId === undefined ? undefined : orgUnits.get(`id:${assignment.orgUnitId}`)?.orgUnitPath;
    if (assignment.scopeType === 'ORG_UNIT' && (unit === undefined || orgUnitPath === undefined || !isWithin(orgUnitPath, unit)))
      return false;
    const names = admins.roles.get(assignment.roleId)?.rolePrivileges.map(({ privilegeName }) => privilegeName) ?? [];
    return names.some((name) => enough.includes(name)) && isAssignee(world, user, assignment.assignedTo);
  });
}

function isAssignee(world: World, user: UserRecord, assignedTo: string): boolean {
  if (assignedTo === user.id) return true;
  const group = world.directory.groupById(assignedTo);
  return group !== undefined && derivedMembers(world, group).some(({ id }) => id === user.id);
}

/** The caller, when they hold the privilege. */
export function requirePrivilege(call: OperationCall, privilege: string, orgUnitPath?: string): UserRecord {
  const caller = callerOf(call);
  if (!holds(call.world, caller, privilege, orgUnitPath)) throw notAuthorized();
  return caller;
}

/** Roles and their assignments are the super administrators' own. */
export function requireSuperAdmin(call: OperationCall): UserRecord {
  const caller = callerOf(call);
  if (!caller.isAdmin) throw notAuthorized();
  return caller;
}

/** `my_customer` or the caller's own customer id; another customer is refused. */
export function requireCustomer(call: OperationCall, key: string): CustomerRecord {
  const own = call.world.directory.customer(callerOf(call).customerId);
  if (key !== 'my_customer' && key !== own.id) throw notAuthorized();
  return own;
}

/** One of the caller's own domains, primary or secondary. */
export function requireDomain(call: OperationCall, domain: string): CustomerRecord {
  const own = call.world.directory.customer(callerOf(call).customerId);
  if (own.domains.some((one) => one.domainName === domain.toLowerCase())) return own;
  throw domainNotFound();
}
