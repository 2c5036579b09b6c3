import { ok, type Result } from '../core/base/Result';
import { isSameRole, type RoleRef } from '../core/users/UserAction';
import { textOf } from '../core/users/UserRecord';
import type { Subject, Task } from './Call';
import type { Api } from './directoryRecords';
import { pages } from './pages';
import { call, remove } from './request';

/** The organization of whoever calls. */
const CUSTOMER = 'my_customer';

/** Largest pages: https://developers.google.com/workspace/admin/directory/reference/rest/v1/roles/list and …/roleAssignments/list */
const ROLES_PAGE = 100;
const ASSIGNMENTS_PAGE = 200;

export interface AdminRole extends RoleRef {
  readonly isSuperAdmin: boolean;
}

/** A role as somebody has it. */
type Held = Pick<RoleRef, 'roleId' | 'orgUnitId' | 'condition'>;

/** That a user or group has a role. Ids of units are without the prefix that the unit's own has. */
export interface RoleAssignment extends Held {
  readonly assignmentId: string;
  /** Directory id of a user or group. */
  readonly assignedTo: string;
}

/** Google's own roles are known by their description; their names are no words. */
const adminRole = (role: Api): AdminRole => ({
  roleId: textOf(role['roleId']),
  title: (role['isSystemRole'] === true && textOf(role['roleDescription'])) || textOf(role['roleName']),
  isSuperAdmin: role['isSuperAdminRole'] === true,
});

/** Google gives ids of units here without their prefix, and wants them so; nobody promises that. */
const unitId = (id: string): string => id.replace(/^id:/, '');

const roleAssignment = (found: Api): RoleAssignment => ({
  assignmentId: textOf(found['roleAssignmentId']),
  roleId: textOf(found['roleId']),
  assignedTo: textOf(found['assignedTo']),
  ...(found['scopeType'] === 'ORG_UNIT' ? { orgUnitId: unitId(textOf(found['orgUnitId'])) } : {}),
  ...(textOf(found['condition']) === '' ? {} : { condition: textOf(found['condition']) }),
});

export const listRoles = (as: Subject): Task<Result<AdminRole[]>> =>
  pages<Api, AdminRole>('directory.roles.list', as, {
    request: {
      path: { customer: CUSTOMER },
      query: { maxResults: ROLES_PAGE, fields: 'nextPageToken,items(roleId,roleName,roleDescription,isSystemRole,isSuperAdminRole)' },
    },
    items: 'items',
    reduce: adminRole,
  });

/** Of everybody, or what one user or group has itself; not what a user has by their groups. */
export const listRoleAssignments = (as: Subject, userKey?: string): Task<Result<RoleAssignment[]>> =>
  pages<Api, RoleAssignment>('directory.roleAssignments.list', as, {
    request: {
      path: { customer: CUSTOMER },
      query: {
        userKey,
        maxResults: ASSIGNMENTS_PAGE,
        fields: 'nextPageToken,items(roleAssignmentId,roleId,assignedTo,scopeType,orgUnitId,condition)',
      },
    },
    items: 'items',
    reduce: roleAssignment,
  });

/** Who has the role already keeps it. `google.unknownOutcome` when the answer is lost: whether they have it now must be read. */
export function* assignRole(as: Subject, userId: string, { roleId, orgUnitId, condition }: Held): Task<Result<void>> {
  const scope = orgUnitId === undefined ? { scopeType: 'CUSTOMER' } : { scopeType: 'ORG_UNIT', orgUnitId: unitId(orgUnitId) };
  const body = { roleId, assignedTo: userId, ...scope, ...(condition === undefined ? {} : { condition }) };
  const assigned = yield* call<Api>('directory.roleAssignments.insert', as, { path: { customer: CUSTOMER }, body });
  return assigned.ok || assigned.problem.code === 'google.exists' ? ok(undefined) : assigned;
}

/** As Google lists it now; who has it not needs no removal. */
export function* unassignRole(as: Subject, userId: string, role: Held): Task<Result<void>> {
  const assignments = yield* listRoleAssignments(as, userId);
  if (!assignments.ok) return assignments;
  for (const { assignmentId, assignedTo, ...held } of assignments.value) {
    if (assignedTo !== userId || !isSameRole(held, role)) continue;
    const gone = yield* remove('directory.roleAssignments.delete', as, { path: { customer: CUSTOMER, roleAssignmentId: assignmentId } });
    if (!gone.ok) return gone;
  }
  return ok(undefined);
}
