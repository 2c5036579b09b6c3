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

/** S61: what a workflow can do to the Directory record of a target. */
export type UserAction =
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

/** What is written into the Directory itself. */
export type DirectoryAction = Exclude<UserAction, { readonly kind: 'addToSpaces' }>;

export const userActionKinds = [
  'setUserFields',
  'addToGroups',
  'removeFromGroups',
  'moveToOrgUnit',
  'suspendUser',
  'restoreUser',
  'showInDirectory',
  'hideFromDirectory',
  'addToSpaces',
] as const satisfies readonly UserAction['kind'][];
