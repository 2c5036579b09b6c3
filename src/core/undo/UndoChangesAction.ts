import type { Action } from '../workflows/Action';

/** B6: gives users the values and memberships back that one action of an earlier run changed, where nobody changed them since. */
export interface UndoChangesAction {
  readonly kind: 'undoChanges';
  readonly requestId: string;
  /** Of that request. */
  readonly action: number;
  /** That action in words, for show. */
  readonly changed: string;
}

/** Actions whose changes can be put back. */
export const undoableKinds: readonly Action['kind'][] = [
  'setUserFields',
  'addToGroups',
  'removeFromGroups',
  'moveToOrgUnit',
  'suspendUser',
  'restoreUser',
  'showInDirectory',
  'hideFromDirectory',
  'addToSpaces',
  'importUsers',
];
