import type { Domain } from '../directory/Domain';
import type { GroupRef, RoleRef, SpaceRef } from '../users/UserAction';
import type { UserRecord } from '../users/UserRecord';

/**
 * What a group is for an import: `permission` is a security group, `dynamic` one whose members Google computes, `access` one that the
 * settings name for a permission or for Chat.
 */
export type ImportGroupKind = 'communication' | 'permission' | 'dynamic' | 'access';

export interface ImportGroup extends GroupRef {
  readonly aliases: readonly string[];
  readonly kind: ImportGroupKind;
}

/** Everything that rows may name, listed once; each list is complete, or not needed by the rules. */
export interface ImportNames {
  /** All users, with all fields. */
  readonly users: readonly UserRecord[];
  readonly groups: readonly ImportGroup[];
  /** Named spaces of the organization. */
  readonly spaces: readonly SpaceRef[];
  readonly roles: readonly RoleRef[];
  /** The root included. */
  readonly orgUnitPaths: readonly string[];
  readonly domains: readonly Domain[];
  /** I29: whose members may use Chat; undefined: everybody may, as far as the settings tell. */
  readonly chatAccess?: GroupRef;
  /** Directory ids of who decides about requests and carries them out. */
  readonly keepers: ReadonlySet<string>;
}
