import type { RolePrivilege, RoleAssignmentRecord, RoleRecord } from './DirectoryRecords';
import { PRIVILEGES } from './privilegeTree';

/** Every account has system roles (https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles, https://support.google.com/a/answer/2405986). */
export const SUPER_ADMIN_ROLE = '_SEED_ADMIN_ROLE';

const SYSTEM_ROLES: readonly (readonly [name: string, description: string, privileges: readonly string[]])[] = [
  [SUPER_ADMIN_ROLE, 'Super Admin', PRIVILEGES.map(({ privilegeName }) => privilegeName)],
  ['_GROUPS_ADMIN_ROLE', 'Groups Administrator', ['GROUPS_ALL', 'USERS_RETRIEVE', 'ORGANIZATION_UNITS_RETRIEVE']],
  ['_USER_MANAGEMENT_ADMIN_ROLE', 'User Management Administrator', ['USERS_ALL', 'ORGANIZATION_UNITS_RETRIEVE']],
  [
    '_HELP_DESK_ADMIN_ROLE',
    'Help Desk Administrator',
    ['USERS_RETRIEVE', 'USERS_RESET_PASSWORD', 'USERS_FORCE_PASSWORD_CHANGE', 'ORGANIZATION_UNITS_RETRIEVE'],
  ],
  ['_GROUPS_EDITOR_ROLE', 'Groups Editor', ['GROUPS_ALL']],
  ['_GROUPS_READER_ROLE', 'Groups Reader', ['GROUPS_RETRIEVE']],
];

/** Ids have 17 digits. The system roles' are the same in every account here, which no caller can see. */
const ID_PREFIX = '13801188';
const FIRST_ID = 331_880_449;

/** Administrator roles of one account and who has them. No permission checks; what Google's API allows is in the operations. */
export class AdminRoles {
  readonly roles = new Map<string, RoleRecord>();
  readonly assignments = new Map<string, RoleAssignmentRecord>();
  private ids = FIRST_ID;

  constructor() {
    for (const [roleName, roleDescription, privileges] of SYSTEM_ROLES) {
      this.keep({ roleName, roleDescription, isSystemRole: true, privileges });
    }
  }

  /** `privileges` are Google's names, as in `privileges.list`. */
  addRole(role: { roleName: string; roleDescription?: string; privileges?: readonly string[] }): RoleRecord {
    return this.keep({ roleDescription: '', privileges: [], ...role, isSystemRole: false });
  }

  roleNamed(roleName: string): RoleRecord {
    const found = [...this.roles.values()].find((role) => role.roleName === roleName);
    if (found === undefined) throw new Error(`simulator: no role ${roleName}`);
    return found;
  }

  assign(assignment: Omit<RoleAssignmentRecord, 'roleAssignmentId'>): RoleAssignmentRecord {
    const added = { roleAssignmentId: this.nextId(), ...assignment };
    this.assignments.set(added.roleAssignmentId, added);
    return added;
  }

  /** Assignments to this user or group itself. */
  assignmentsTo(id: string): RoleAssignmentRecord[] {
    return [...this.assignments.values()].filter(({ assignedTo }) => assignedTo === id);
  }

  isSuperAdmin(id: string): boolean {
    return this.assignmentsTo(id).some(({ roleId }) => this.roles.get(roleId)?.isSuperAdminRole);
  }

  private keep(role: { roleName: string; roleDescription: string; isSystemRole: boolean; privileges: readonly string[] }): RoleRecord {
    const { privileges, ...rest } = role;
    const added: RoleRecord = {
      ...rest,
      roleId: this.nextId(),
      isSuperAdminRole: role.roleName === SUPER_ADMIN_ROLE,
      rolePrivileges: privileges.map(withService),
    };
    this.roles.set(added.roleId, added);
    return added;
  }

  private nextId(): string {
    return `${ID_PREFIX}${this.ids++}`;
  }
}

function withService(privilegeName: string): RolePrivilege {
  const find = (nodes: typeof PRIVILEGES): string | undefined => {
    for (const one of nodes) {
      const hit = one.privilegeName === privilegeName ? one.serviceId : find(one.children);
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  const serviceId = find(PRIVILEGES);
  if (serviceId === undefined) throw new Error(`simulator: no privilege ${privilegeName}`);
  return { privilegeName, serviceId };
}
