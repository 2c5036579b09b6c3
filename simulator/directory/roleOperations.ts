import type { Operation, OperationCall } from '../network/Operation';
import { resourceNotFound } from './directoryErrors';
import { directoryRead } from './directoryOperation';
import type { CustomerRecord, RoleRecord } from './DirectoryRecords';
import { ROLES_PAGE } from './limits';
import { PRIVILEGES, type PrivilegeNode } from './privilegeTree';
import { requireCustomer, requireSuperAdmin } from './privileges';
import { pageSizeOf } from './readParameters';
import { etagOf, takePage } from './takePage';

const SCOPES = ['admin.directory.rolemanagement', 'admin.directory.rolemanagement.readonly'];

export const roleOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.roles.list',
    path: 'customer/{customer}/roles',
    query: ['maxResults', 'pageToken'],
    scopes: SCOPES,
    handle(call) {
      const { admins } = ownCustomer(call);
      const page = takePage(call, [...admins.roles.values()], pageSizeOf(call, ROLES_PAGE, false), ({ roleId }) => roleId);
      const items = page.items.map(presentRole);
      const next = page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken };
      return { kind: 'admin#directory#roles', etag: etagOf(items), items, ...next };
    },
  }),
  directoryRead({
    id: 'directory.roles.get',
    path: 'customer/{customer}/roles/{roleId}',
    scopes: SCOPES,
    handle(call) {
      const role = ownCustomer(call).admins.roles.get(call.path['roleId'] ?? '');
      if (role === undefined) throw resourceNotFound('roleId');
      return presentRole(role);
    },
  }),
  directoryRead({
    id: 'directory.privileges.list',
    path: 'customer/{customer}/roles/ALL/privileges',
    scopes: SCOPES,
    handle(call) {
      ownCustomer(call);
      const items = PRIVILEGES.map(presentPrivilege);
      return { kind: 'admin#directory#privileges', etag: etagOf(items), items };
    },
  }),
];

/** Roles are for super administrators. */
export function ownCustomer(call: OperationCall): CustomerRecord {
  const customer = requireCustomer(call, call.path['customer'] ?? '');
  requireSuperAdmin(call);
  return customer;
}

/** False flags are left out. */
function presentRole({ isSystemRole, isSuperAdminRole, rolePrivileges, ...role }: RoleRecord): object {
  const shown = {
    ...role,
    rolePrivileges: rolePrivileges.map((privilege) => ({ ...privilege })),
    ...(isSystemRole ? { isSystemRole } : {}),
    ...(isSuperAdminRole ? { isSuperAdminRole } : {}),
  };
  return { kind: 'admin#directory#role', etag: etagOf(shown), ...shown };
}

function presentPrivilege({ children, ...privilege }: PrivilegeNode): object {
  const childPrivileges = children.map(presentPrivilege);
  const shown = { ...privilege, ...(childPrivileges.length === 0 ? {} : { childPrivileges }) };
  return { kind: 'admin#directory#privilege', etag: etagOf(shown), ...shown };
}
