import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { ImportUsersAction } from '../imports/ImportUsersAction';
import type { Delivery, RemoveContactsAction } from '../removal/RemoveContactsAction';
import type { SyncContactsAction } from '../sync/SyncContactsAction';
import type { UndoChangesAction } from '../undo/UndoChangesAction';
import type { CreateUsersAction } from '../users/CreateUsersAction';
import type { DirectoryAction } from '../users/UserAction';

/** S61: everything a workflow can do to a target. Preview, order and run are the same for all of them. */
export type Action =
  | CopyContactsAction
  | RemoveContactsAction
  | DirectoryAction
  | CreateUsersAction
  | ImportUsersAction
  | UndoChangesAction
  | SyncContactsAction;

export const isCopy = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'copyContacts' }> =>
  action.kind === 'copyContacts';

export const isRemoval = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'removeContacts' }> =>
  action.kind === 'removeContacts';

export const isSync = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'syncContacts' }> =>
  action.kind === 'syncContacts';

export const isImport = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'importUsers' }> =>
  action.kind === 'importUsers';

/** Targets may have no account before it. */
export const createsAccounts = (action: { readonly kind: string }): boolean => isCreation(action) || isImport(action);

/** It reads and writes people's contacts, for which there is no access while they are suspended. */
export const needsContacts = <T extends { readonly kind: string }>(
  action: T,
): action is Extract<T, { readonly kind: 'copyContacts' | 'removeContacts' | 'syncContacts' }> =>
  isCopy(action) || isRemoval(action) || isSync(action);

export const isCreation = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'createUsers' }> =>
  action.kind === 'createUsers';

/** Whether suspended users take part: they were confirmed as targets, an action before suspends them, or rows name them. */
export const admitsSuspended = (order: {
  readonly admitSuspended?: true;
  readonly actions: readonly { readonly kind: string }[];
}): boolean => order.admitSuspended === true || order.actions.some((action) => action.kind === 'suspendUser' || isImport(action));

/** What an action sets: two that set the same cannot both be as they were previewed. */
const placesOf = (action: DirectoryAction): readonly string[] => {
  switch (action.kind) {
    case 'setUserFields':
      return action.fields.map(({ field }) => `field ${field}`);
    case 'addToGroups':
    case 'removeFromGroups':
      return action.groups.map(({ groupId }) => `group ${groupId}`);
    case 'moveToOrgUnit':
      return ['unit'];
    case 'suspendUser':
    case 'restoreUser':
      return ['suspended'];
    case 'showInDirectory':
    case 'hideFromDirectory':
      return ['listed'];
    case 'addToSpaces':
      return action.spaces.map(({ space }) => `space ${space}`);
  }
};

const areSame = (one: Delivery, other: Delivery): boolean => {
  if (one.kind === 'source') return other.kind === 'source' && one.userId === other.userId;
  return one.kind === 'request' && other.kind === 'request' && one.requestId === other.requestId;
};

/** Two removals whose contacts are certainly not the same. */
const areApart = (one: Delivery, other: Delivery): boolean => one.kind === other.kind && one.kind !== 'all' && !areSame(one, other);

/** What an earlier copy or removal leaves is not what the preview of this one saw. */
const meetsOtherContacts = (action: CopyContactsAction | RemoveContactsAction, before: readonly Action[]): boolean => {
  if (before.some((one) => one.kind === 'suspendUser')) return true;
  if (isCopy(action)) return before.some(isRemoval);
  const { delivery } = action;
  return before.some((one) => {
    if (isCopy(one)) return delivery.kind === 'all' || (delivery.kind === 'source' && delivery.userId === one.sourceUserId);
    return isRemoval(one) && !areApart(one.delivery, delivery);
  });
};

/**
 * Position of the first action that would find other than its preview saw, because an earlier one sets the same, changes the same
 * contacts, or suspends those whose contacts it writes; undefined: none.
 */
export const firstConflict = (actions: readonly Action[]): number | undefined => {
  const set = new Set<string>();
  for (const [index, action] of actions.entries()) {
    if (isCopy(action) || isRemoval(action)) {
      if (meetsOtherContacts(action, actions.slice(0, index))) return index;
      continue;
    }
    const standsAlone = action.kind === 'undoChanges' || isCreation(action) || isSync(action) || isImport(action);
    const places = standsAlone ? [] : placesOf(action);
    if (places.some((place) => set.has(place)) || new Set(places).size < places.length) return index;
    for (const place of places) set.add(place);
  }
  return undefined;
};
