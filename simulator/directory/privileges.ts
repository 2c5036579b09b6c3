import { ApiError } from '../network/ApiError';
import type { OperationCall } from '../network/Operation';
import type { CustomerRecord, UserRecord } from './DirectoryRecords';

/** Administrator privileges that reading needs (https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles). */
export type ReadPrivilege = 'USERS_RETRIEVE' | 'GROUPS_RETRIEVE' | 'ORGANIZATION_UNITS_RETRIEVE' | 'DOMAIN_MANAGEMENT';

export const READ_PRIVILEGES: readonly ReadPrivilege[] = [
  'USERS_RETRIEVE',
  'GROUPS_RETRIEVE',
  'ORGANIZATION_UNITS_RETRIEVE',
  'DOMAIN_MANAGEMENT',
];

export function notAuthorized(): ApiError {
  return new ApiError({ code: 403, message: 'Not Authorized to access this resource/api', reason: 'forbidden' });
}

export function callerOf(call: OperationCall): UserRecord {
  const user = call.caller === undefined ? undefined : call.world.directory.userById(call.caller.userId);
  if (user === undefined) throw new Error('simulator: a Directory call without a user');
  return user;
}

export function holds(user: UserRecord, privilege: ReadPrivilege): boolean {
  return user.isAdmin || (user.isDelegatedAdmin && user.adminPrivileges.has(privilege));
}

/** The caller, when they may see the administrator's view. */
export function requirePrivilege(call: OperationCall, privilege: ReadPrivilege): UserRecord {
  const caller = callerOf(call);
  if (!holds(caller, privilege)) throw notAuthorized();
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
  throw new ApiError({ code: 404, message: 'Domain not found.', reason: 'notFound' });
}
