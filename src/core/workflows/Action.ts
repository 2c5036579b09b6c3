import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { DirectoryAction } from '../users/UserAction';

/** S61: everything a workflow can do to a target. Preview, order and run are the same for all of them. */
export type Action = CopyContactsAction | DirectoryAction;

export const isCopy = <T extends { readonly kind: string }>(action: T): action is Extract<T, { readonly kind: 'copyContacts' }> =>
  action.kind === 'copyContacts';

/** Whether suspended users take part: they were confirmed as targets, or an action before suspends them. */
export const admitsSuspended = (order: {
  readonly admitSuspended?: true;
  readonly actions: readonly { readonly kind: string }[];
}): boolean => order.admitSuspended === true || order.actions.some(({ kind }) => kind === 'suspendUser');

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

/**
 * Position of the first action that would find other than its preview saw, because an earlier one sets the same or suspends those
 * whose contacts it writes; undefined: none.
 */
export const firstConflict = (actions: readonly Action[]): number | undefined => {
  const set = new Set<string>();
  for (const [index, action] of actions.entries()) {
    const places = isCopy(action) ? [] : placesOf(action as DirectoryAction);
    const isShutOut = isCopy(action) && actions.slice(0, index).some((one) => one.kind === 'suspendUser');
    if (isShutOut || places.some((place) => set.has(place)) || new Set(places).size < places.length) return index;
    for (const place of places) set.add(place);
  }
  return undefined;
};
