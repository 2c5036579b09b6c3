import type { Operation, OperationCall } from '../network/Operation';
import { badRequest, invalidInput, resourceNotFound, typeNotSupported } from './directoryErrors';
import { directoryRead } from './directoryOperation';
import type { CustomerRecord, UserRecord } from './DirectoryRecords';
import { DELETED_USER_LIFETIME, USERS_PAGE } from './limits';
import { orgUnitByPath } from './orgUnitTree';
import { parseQuery } from './parseQuery';
import { presentUser, type UserView } from './presentUser';
import { callerOf, notAuthorized, requireCustomer, requireDomain, requirePrivilege } from './privileges';
import { enumOf, pageSizeOf, textOf } from './readParameters';
import { etagOf, takePage } from './takePage';
import { userQuery } from './userQuery';

export const userOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.users.get',
    path: 'users/{userKey}',
    query: ['customFieldMask', 'projection', 'viewType'],
    scopes: ['admin.directory.user', 'admin.directory.user.readonly'],
    handle(call) {
      const view = viewOf(call);
      const user = findUser(call, call.path['userKey'] ?? '', 'userKey');
      if (call.now < user.creationTime + call.world.directory.settings.newUserHiddenMs) throw resourceNotFound('userKey');
      requireView(call, view, user.orgUnitPath);
      if (view.viewType === 'domain_public' && !user.includeInGlobalAddressList) throw resourceNotFound('userKey');
      return presentUser(call.world, user, view);
    },
  }),
  directoryRead({
    id: 'directory.users.list',
    path: 'users',
    query: [
      'customFieldMask',
      'customer',
      'domain',
      'event',
      'maxResults',
      'orderBy',
      'pageToken',
      'projection',
      'query',
      'showDeleted',
      'sortOrder',
      'viewType',
    ],
    scopes: ['admin.directory.user', 'admin.directory.user.readonly', 'cloud-platform'],
    handle(call) {
      const view = viewOf(call);
      const size = pageSizeOf(call, USERS_PAGE, false);
      const found = select(call, view);
      const page = takePage(call, found, size, (user) => user.id);
      const users = page.items.map((user) => presentUser(call.world, user, view));
      return {
        kind: 'admin#directory#users',
        etag: etagOf(users),
        ...(users.length === 0 ? {} : { users }),
        ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      };
    },
  }),
];

/** The user of this key within the caller's customer. */
export function findUser(call: OperationCall, key: string, parameter: string): UserRecord {
  const { directory } = call.world;
  const record = directory.find(key);
  const own = callerOf(call).customerId;
  if (record === undefined) {
    const domain = key.split('@')[1];
    if (domain !== undefined && directory.customerOfDomain(domain)?.id !== own) throw notAuthorized();
    throw resourceNotFound(parameter);
  }
  if (record.customerId !== own) throw notAuthorized();
  if (!('primaryEmail' in record)) throw typeNotSupported(parameter);
  return record;
}

function viewOf(call: OperationCall): UserView {
  return {
    projection: enumOf(call, 'projection', ['basic', 'custom', 'full']) ?? 'basic',
    customFieldMask: textOf(call, 'customFieldMask')?.split(',') ?? [],
    viewType: enumOf(call, 'viewType', ['admin_view', 'domain_public']) ?? 'admin_view',
  };
}

function requireView(call: OperationCall, view: UserView, orgUnitPath?: string): void {
  if (view.viewType === 'admin_view') requirePrivilege(call, 'USERS_RETRIEVE', orgUnitPath);
}

function select(call: OperationCall, view: UserView): UserRecord[] {
  const { directory } = call.world;
  const [customerKey, domain] = [textOf(call, 'customer'), textOf(call, 'domain')];
  if (customerKey === undefined && domain === undefined) throw badRequest();
  const customer: CustomerRecord = domain === undefined ? requireCustomer(call, customerKey ?? '') : requireDomain(call, domain);
  requireView(call, view);
  const deleted = textOf(call, 'showDeleted') === 'true';
  const query = textOf(call, 'query');
  const matches = query === undefined ? () => true : userQuery(call.world, query);
  if (matches === undefined) throw invalidInput('query');
  if (query !== undefined) checkOrgUnits(customer, query);
  const visibleSince = call.now - directory.listingLag;
  const all = deleted ? directory.deletedUsers.values() : directory.users.values();
  const found = [...all]
    .map((user) => directory.listed(user, call.now))
    .filter(
      (user) =>
        user.customerId === customer.id &&
        (domain === undefined || user.primaryEmail.toLowerCase().endsWith(`@${domain.toLowerCase()}`)) &&
        user.creationTime <= visibleSince &&
        (user.deletionTime === undefined || call.now - user.deletionTime <= DELETED_USER_LIFETIME) &&
        (view.viewType === 'admin_view' || (user.includeInGlobalAddressList && !user.suspended)) &&
        matches(user),
    );
  return order(call, found);
}

/** A unit that does not exist is an error, not an empty answer. */
function checkOrgUnits(customer: CustomerRecord, query: string): void {
  for (const { field, value } of parseQuery(query) ?? []) {
    if (field === 'orgUnitPath' && orgUnitByPath(customer, value) === undefined) throw invalidInput('INVALID_OU_ID');
  }
}

function order(call: OperationCall, users: UserRecord[]): UserRecord[] {
  const orderBy = enumOf(call, 'orderBy', ['email', 'familyName', 'givenName']);
  const sortOrder = enumOf(call, 'sortOrder', ['ASCENDING', 'DESCENDING']);
  if (orderBy === undefined) return users;
  const keyOf = (user: UserRecord): string => (orderBy === 'email' ? user.primaryEmail : user.name[orderBy]).toLowerCase();
  const sign = sortOrder === 'DESCENDING' ? -1 : 1;
  return users
    .map((user) => [keyOf(user), user] as const)
    .sort(([a], [b]) => (a < b ? -sign : a > b ? sign : 0))
    .map(([, user]) => user);
}
