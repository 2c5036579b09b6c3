import type { RoleRef } from './UserAction';
import type { UserFieldId } from './userFields';

/** Flags and places of a user that an action sets, beside the fields of the record. */
export type UserSetting = 'suspended' | 'includeInGlobalAddressList' | 'changePasswordAtNextLogin' | 'orgUnitPath';

/** One thing to write into a user's Directory record, their groups, Chat spaces or roles. Values as people read them. */
export type DirectoryChange =
  | { readonly kind: 'setUserField'; readonly field: UserFieldId; readonly before: string; readonly after: string }
  | { readonly kind: 'setUserSetting'; readonly setting: UserSetting; readonly before: string; readonly after: string }
  /** `role`: what they shall be in it; absent: an ordinary member. */
  | { readonly kind: 'addMember'; readonly groupId: string; readonly email: string; readonly role?: string }
  /** `role`: what they were in it, so that an undo can put it back. */
  | { readonly kind: 'removeMember'; readonly groupId: string; readonly email: string; readonly role: string }
  | { readonly kind: 'addToSpace'; readonly space: string; readonly title: string }
  | { readonly kind: 'removeFromSpace'; readonly space: string; readonly title: string }
  | ({ readonly kind: 'addRole' } & RoleRef)
  | ({ readonly kind: 'removeRole' } & RoleRef);
