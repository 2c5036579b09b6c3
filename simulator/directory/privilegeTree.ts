/** A privilege of administrators, as `privileges.list` shows it (https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles). */
export interface PrivilegeNode {
  readonly privilegeName: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly isOuScopable: boolean;
  readonly children: readonly PrivilegeNode[];
}

/** The Admin SDK's own privileges, and Chat's. */
const ADMIN = { serviceId: '00haapch16h1ysv', serviceName: 'admin_apis' };
const CHAT = { serviceId: '03whwml44f3n4vd', serviceName: 'Unknown' };

function node(service: typeof ADMIN, isOuScopable: boolean, privilegeName: string, children: readonly PrivilegeNode[] = []): PrivilegeNode {
  return { privilegeName, ...service, isOuScopable, children };
}

const perUnit = (name: string, children: readonly PrivilegeNode[] = []): PrivilegeNode => node(ADMIN, true, name, children);
const everywhere = (name: string, children: readonly PrivilegeNode[] = []): PrivilegeNode => node(ADMIN, false, name, children);

/** The ones that operations here look at, with what lies above them; whoever holds one holds those below it. */
export const PRIVILEGES: readonly PrivilegeNode[] = [
  perUnit('USERS_ALL', [
    perUnit('USERS_CREATE'),
    perUnit('USERS_RETRIEVE'),
    perUnit('USERS_UPDATE', [
      perUnit('USERS_ALIAS'),
      perUnit('USERS_MOVE'),
      perUnit('USERS_RESET_PASSWORD'),
      perUnit('USERS_FORCE_PASSWORD_CHANGE'),
      perUnit('USERS_ADD_NICKNAME'),
      perUnit('USERS_SUSPEND'),
    ]),
    perUnit('USERS_UPDATE_CUSTOM_ATTRIBUTES_USER_PRIVILEGE_GROUP'),
    perUnit('USERS_DELETE'),
  ]),
  everywhere(
    'GROUPS_ALL',
    ['CREATE', 'RETRIEVE', 'UPDATE', 'DELETE'].map((name) => everywhere(`GROUPS_${name}`)),
  ),
  perUnit(
    'ORGANIZATION_UNITS_ALL',
    ['CREATE', 'RETRIEVE', 'UPDATE', 'DELETE'].map((name) => perUnit(`ORGANIZATION_UNITS_${name}`)),
  ),
  everywhere('DOMAIN_MANAGEMENT'),
  everywhere('SCHEMA_MANAGEMENT', [everywhere('SCHEMA_RETRIEVE')]),
  node(CHAT, false, 'MANAGE_DYNAMITE_SPACES', [node(CHAT, false, 'READ_DYNAMITE_SPACES')]),
];

const above = new Map<string, readonly string[]>();
function index(nodes: readonly PrivilegeNode[], ancestors: readonly string[]): void {
  for (const { privilegeName, children } of nodes) {
    above.set(privilegeName, [privilegeName, ...ancestors]);
    index(children, [privilegeName, ...ancestors]);
  }
}
index(PRIVILEGES, []);

/** The privilege and those that contain it. */
export function grantedBy(privilege: string): readonly string[] {
  return above.get(privilege) ?? [privilege];
}
