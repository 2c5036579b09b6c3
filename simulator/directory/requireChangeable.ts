import type { OperationCall } from '../network/Operation';
import { conditionNotMet } from './directoryErrors';
import type { UserRecord } from './DirectoryRecords';
import { notAuthorized, requirePrivilege } from './privileges';
import type { UserChange } from './readUser';

/**
 * The caller may do this to the user, and the user is all there. Super administrators are changed by their like only
 * (https://support.google.com/a/answer/2405986).
 */
export function requireChangeable(call: OperationCall, user: UserRecord, privileges: readonly string[]): void {
  for (const privilege of privileges) {
    const caller = requirePrivilege(call, privilege, user.orgUnitPath);
    if (user.isAdmin && !caller.isAdmin) throw notAuthorized();
  }
  if (call.now < user.completeAt) throw conditionNotMet('User creation is not complete.');
}

/** What a change asks of an administrator (https://support.google.com/a/answer/1219251). */
export function privilegesFor({ primaryEmail, orgUnitPath, password, flags, name, lists, recovery, customSchemas }: UserChange): string[] {
  const others = name !== undefined || customSchemas !== undefined || flags.includeInGlobalAddressList !== undefined;
  const needed = [
    ...(primaryEmail === undefined ? [] : ['USERS_ALIAS']),
    ...(orgUnitPath === undefined ? [] : ['USERS_MOVE']),
    ...(password === undefined ? [] : ['USERS_RESET_PASSWORD']),
    ...(flags.changePasswordAtNextLogin === undefined ? [] : ['USERS_FORCE_PASSWORD_CHANGE']),
    ...(flags.suspended === undefined && flags.archived === undefined ? [] : ['USERS_SUSPEND']),
    ...(others || Object.keys({ ...lists, ...recovery }).length > 0 ? ['USERS_UPDATE'] : []),
  ];
  return needed.length === 0 ? ['USERS_UPDATE'] : needed;
}
