import type { GroupRef, RoleRef, SpaceRef } from '../users/UserAction';
import type { UserSetting } from '../users/UserChange';
import type { UserFieldId } from '../users/userFields';

/** A role or access group that the user shall have or not have. */
export type PermissionWish =
  | { readonly kind: 'role'; readonly role: RoleRef; readonly has: boolean }
  | { readonly kind: 'group'; readonly group: GroupRef; readonly has: boolean };

/** Groups of one kind, or spaces, that the user shall be in; `overwrite`: and in no others of that kind. */
export interface ListWish<T> {
  readonly members: readonly T[];
  readonly overwrite: boolean;
}

/** What one row asks for, names resolved to ids. */
export interface ImportWish {
  /** Directory id, or of who is to be created `newTargetId`. */
  readonly targetId: string;
  /** Primary address. */
  readonly email: string;
  readonly creates: boolean;
  /** An empty value clears. */
  readonly fields: readonly { readonly field: UserFieldId; readonly value: string }[];
  readonly settings: readonly { readonly setting: UserSetting; readonly value: string }[];
  readonly permissions: readonly PermissionWish[];
  readonly communicationGroups?: ListWish<GroupRef>;
  readonly permissionGroups?: ListWish<GroupRef>;
  readonly chatSpaces?: ListWish<SpaceRef>;
}
