import { NO_CONTENT } from '../network/noContent';
import type { Operation, OperationCall } from '../network/Operation';
import { applyUser } from './applyUser';
import { conditionNotMet, domainNotFound, entityExists, invalid, invalidInput } from './directoryErrors';
import { directoryWrite } from './directoryOperation';
import type { CustomerRecord, UserRecord } from './DirectoryRecords';
import { DELETED_USER_LIFETIME } from './limits';
import { newUser } from './newUser';
import { orgUnitByPath } from './orgUnitTree';
import { presentUser, type UserView } from './presentUser';
import { callerOf, requirePrivilege } from './privileges';
import { readUser, type UserChange } from './readUser';
import { privilegesFor, requireChangeable } from './requireChangeable';
import { LOCAL_CHARACTERS, userMembers } from './userFields';
import { findUser } from './userOperations';

const SCOPES = ['admin.directory.user'];
const FULL: UserView = { projection: 'full', customFieldMask: [], viewType: 'admin_view' };

export const userWrites: readonly Operation[] = [
  directoryWrite({
    id: 'directory.users.insert',
    verb: 'POST',
    path: 'users',
    query: ['resolveConflictAccount'],
    scopes: SCOPES,
    fields: userMembers,
    handle: insertUser,
  }),
  directoryWrite({
    id: 'directory.users.update',
    verb: 'PUT',
    path: 'users/{userKey}',
    scopes: SCOPES,
    fields: userMembers,
    handle: (call) => changeUser(call, (change) => change),
  }),
  directoryWrite({
    id: 'directory.users.patch',
    verb: 'PATCH',
    path: 'users/{userKey}',
    scopes: SCOPES,
    fields: userMembers,
    handle: (call) => changeUser(call, withoutClearedLists),
  }),
  directoryWrite({
    id: 'directory.users.delete',
    verb: 'DELETE',
    path: 'users/{userKey}',
    scopes: SCOPES,
    handle(call) {
      const user = findUser(call, call.path['userKey'] ?? '', 'userKey');
      requireChangeable(call, user, ['USERS_DELETE']);
      call.world.directory.deleteUser(user.id);
      return NO_CONTENT;
    },
  }),
  directoryWrite({
    id: 'directory.users.undelete',
    verb: 'POST',
    path: 'users/{userKey}/undelete',
    scopes: SCOPES,
    fields: ['orgUnitPath'],
    handle: undeleteUser,
  }),
];

function insertUser(call: OperationCall): object {
  const { directory } = call.world;
  const { settings } = directory;
  const customer = directory.customer(callerOf(call).customerId);
  const change = readUser(customer, call.body);
  const { primaryEmail, name, password } = change;
  const unit = unitOf(customer, change.orgUnitPath ?? '/');
  const caller = requirePrivilege(call, 'USERS_CREATE', unit);
  const domain = checkAddress(customer, primaryEmail ?? '');
  if (!name?.givenName) throw invalid('Invalid Given/Family Name: GivenName');
  if (!name.familyName) throw invalid('Invalid Given/Family Name: FamilyName');
  if (password === undefined) throw invalid('Invalid Password');
  if (directory.find(primaryEmail ?? '') !== undefined) throw entityExists();
  const given = { primaryEmail: primaryEmail ?? '', name: { givenName: name.givenName, familyName: name.familyName }, orgUnitPath: unit };
  if (!caller.isAdmin && settings.delegatedCreates === 'ignored') {
    return presentUser(call.world, newUser(call.world, customer, given), FULL);
  }
  if (isFull(call, customer)) throw conditionNotMet('Domain user limit reached.', 'limitExceeded');
  directory.writes.create(domain, call.now, settings);
  const user = directory.addUser({ ...given, customerId: customer.id, agreedToTerms: false });
  applyUser(user, change);
  user.completeAt = call.now + settings.creationDelayMs;
  user.servicesReadyAt = call.now + settings.servicesDelayMs;
  return presentUser(call.world, user, FULL);
}

/** Deleted users keep their place for as long as they can be restored. */
function isFull(call: OperationCall, customer: CustomerRecord): boolean {
  if (customer.userLimit === Infinity) return false;
  const { users, deletedUsers } = call.world.directory;
  const held = [...deletedUsers.values()].filter(({ deletionTime }) => call.now - (deletionTime ?? 0) <= DELETED_USER_LIFETIME);
  return [...users.values(), ...held].filter((user) => user.customerId === customer.id).length >= customer.userLimit;
}

function changeUser(call: OperationCall, as: (change: UserChange) => UserChange): object {
  const { directory } = call.world;
  const user = findUser(call, call.path['userKey'] ?? '', 'userKey');
  const customer = directory.customer(user.customerId);
  const change = as(readUser(customer, call.body));
  const { primaryEmail, orgUnitPath } = change;
  requireChangeable(call, user, privilegesFor(change));
  const unit = orgUnitPath === undefined ? undefined : unitOf(customer, orgUnitPath);
  const isRename = primaryEmail !== undefined && primaryEmail.toLowerCase() !== user.primaryEmail.toLowerCase();
  if (isRename) {
    checkAddress(customer, primaryEmail);
    const holder = directory.find(primaryEmail);
    if (holder !== undefined && holder.id !== user.id) throw entityExists();
  }
  checkFlags(call, customer, user, change);
  directory.keepListed(user, call.now);
  if (isRename) directory.renameUser(user.id, primaryEmail);
  if (unit !== undefined) user.orgUnitPath = unit;
  applyUser(user, change);
  return presentUser(call.world, user, FULL);
}

/** `users.patch` "is unable to clear fields that contain repeated objects" (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/patch). */
function withoutClearedLists(change: UserChange): UserChange {
  return { ...change, lists: Object.fromEntries(Object.entries(change.lists).filter(([, value]) => value !== null)) };
}

/** The path as the unit has it. */
function unitOf(customer: CustomerRecord, path: string): string {
  const unit = orgUnitByPath(customer, path);
  if (unit === undefined) throw invalidInput('INVALID_OU_ID');
  return unit.orgUnitPath;
}

/** The domain of an address that a user of this account may have (https://support.google.com/a/answer/9193374). */
function checkAddress({ domains }: CustomerRecord, address: string): string {
  const [local = '', domain = '', ...more] = address.split('@');
  const isName = /^[\p{L}\p{N}_'-](?:[\p{L}\p{N}_'.-]*[\p{L}\p{N}_'-])?$/u.test(local) && !local.includes('..');
  if (!isName || local.length > LOCAL_CHARACTERS || domain === '' || more.length > 0) throw invalidInput('primary_user_email');
  if (!domains.some((one) => one.domainName === domain.toLowerCase())) throw domainNotFound();
  return domain.toLowerCase();
}

function checkFlags(call: OperationCall, customer: CustomerRecord, user: UserRecord, { flags }: UserChange): void {
  const isRestored = user.suspended && flags.suspended === false;
  if (isRestored && (user.suspensionReason ?? 'ADMIN') !== 'ADMIN')
    throw conditionNotMet('Admin cannot unsuspend this user.', 'adminCannotUnsuspend');
  if (!flags.archived || user.archived) return;
  const archived = [...call.world.directory.users.values()].filter((one) => one.customerId === customer.id && one.archived).length;
  if (archived >= customer.archivedUserLicenses)
    throw conditionNotMet('Insufficient archived user licenses.', 'insufficientArchivedUserLicenses');
}

function undeleteUser(call: OperationCall): object {
  const { directory } = call.world;
  const caller = callerOf(call);
  const customer = directory.customer(caller.customerId);
  const user = directory.deletedUsers.get(call.path['userKey'] ?? '');
  const { orgUnitPath = '/' } = call.body as { orgUnitPath?: string };
  const unit = unitOf(customer, orgUnitPath);
  requirePrivilege(call, 'USERS_CREATE', unit);
  const isHeld = user?.customerId === customer.id && call.now - (user.deletionTime ?? 0) <= DELETED_USER_LIFETIME;
  if (!isHeld) throw conditionNotMet('There is no deleted user to undelete.');
  if (!caller.isAdmin && directory.settings.delegatedCreates === 'ignored') return NO_CONTENT;
  if ([user.primaryEmail, ...user.aliases].some((address) => directory.find(address) !== undefined)) throw entityExists();
  directory.restoreUser(user.id);
  user.orgUnitPath = unit;
  return NO_CONTENT;
}
