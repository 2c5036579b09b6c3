import type { UserFieldId } from './userFields';

/** A Google Group by its immutable id; the address is for show. */
export interface GroupRef {
  readonly groupId: string;
  readonly email: string;
}

/** A Chat space by its resource name (`spaces/AAAA`); the title is for show. */
export interface SpaceRef {
  readonly space: string;
  readonly title: string;
}

/** A role of administrators by its id; the title is for show. */
export interface RoleRef {
  readonly roleId: string;
  readonly title: string;
  /** Held in one organizational unit only; absent: in the whole organization. */
  readonly orgUnitId?: string;
  /** Of groups only for which this holds, in Google's words. */
  readonly condition?: string;
}

/** Whether both say that somebody has the same role in the same place. */
export const isSameRole = (one: Omit<RoleRef, 'title'>, other: Omit<RoleRef, 'title'>): boolean =>
  one.roleId === other.roleId && one.orgUnitId === other.orgUnitId && one.condition === other.condition;

/** S61: what a workflow can do to a target in the directory: to their record, their groups and their Chat spaces. */
export type DirectoryAction =
  /** An empty value clears the field. */
  | { readonly kind: 'setUserFields'; readonly fields: readonly { readonly field: UserFieldId; readonly value: string }[] }
  | { readonly kind: 'addToGroups'; readonly groups: readonly GroupRef[] }
  | { readonly kind: 'removeFromGroups'; readonly groups: readonly GroupRef[] }
  | { readonly kind: 'moveToOrgUnit'; readonly orgUnitId: string; readonly orgUnitPath: string }
  | { readonly kind: 'suspendUser' }
  | { readonly kind: 'restoreUser' }
  | { readonly kind: 'showInDirectory' }
  | { readonly kind: 'hideFromDirectory' }
  | { readonly kind: 'addToSpaces'; readonly spaces: readonly SpaceRef[] };
