import { compareText } from '../base/compareText';
import { readLeaveOut } from '../contacts/leaveOut';
import type { ListedTarget } from '../directory/TargetList';
import type { NewUser } from '../users/NewUser';
import { isCopy, isRemoval, type Action } from './Action';
import type { ActionDraft, CopyContactsDraft, WorkflowDraft, WorkflowHead } from './WorkflowDraft';

/** The targets of a workflow as its author saw them: a list by its digest, and who of it is left out. */
export interface FrozenTargets {
  /** Of the list's parcel. */
  readonly listId: string;
  /** SHA-256 of the list's head. */
  readonly digest: string;
  readonly excludedUserIds: readonly string[];
  readonly admitSuspended: boolean;
}

/** A complete workflow as its author sends it to the operator: ids and choices, nothing looked up. */
export interface SentOrder extends Omit<WorkflowOrder, 'targetIds' | 'newUsers' | 'undoes' | 'startLookUps'> {
  readonly targets: FrozenTargets;
}

/** A complete workflow with the ids of its targets, as the operator took them from the list. */
export interface WorkflowOrder {
  readonly workflow: WorkflowHead;
  /** Sorted; no source among them. */
  readonly targetIds: readonly string[];
  readonly actions: readonly Action[];
  /** Of type Onboard: those of the targets, in the order of `targetIds`. */
  readonly newUsers?: readonly NewUser[];
  readonly admitSuspended?: true;
  /** B6: the request whose run it undoes. */
  readonly undoes?: string;
  /** Look-ups before a run comes to its targets, where the preview looked up more. */
  readonly startLookUps?: number;
}

export const toAction = (draft: ActionDraft): Action[] => {
  if (isCopy(draft)) return toCopy(draft);
  if (isRemoval(draft)) return draft.delivery === undefined ? [] : [{ kind: draft.kind, delivery: draft.delivery }];
  const { actionId: _id, ...action } = draft;
  return [action];
};

const toCopy = ({ source, label, createLabel, existingLabel, leaveOut = [], evenIfExists }: CopyContactsDraft): Action[] => {
  if (source === undefined) return [];
  const makesLabel = label !== undefined && createLabel;
  return [
    {
      kind: 'copyContacts',
      sourceUserId: source.userId,
      ...(label === undefined ? {} : { sourceGroup: label }),
      createLabel: makesLabel,
      // What makes no difference is not in it: two ways to ask for the same digest the same.
      ...(makesLabel && existingLabel === 'refuse' ? { existingLabel } : {}),
      ...(leaveOut.length === 0 ? {} : { leaveOut: readLeaveOut(leaveOut) }),
      ...(evenIfExists === true ? { evenIfExists } : {}),
    },
  ];
};

/** Call it on a draft that misses nothing. */
export const toOrder = (draft: WorkflowDraft): SentOrder => ({
  workflow: {
    name: draft.name,
    type: draft.type ?? 'modify',
    description: draft.description,
    ...(draft.tags === undefined || draft.tags.length === 0 ? {} : { tags: draft.tags }),
    ...(draft.startLater === true && draft.startAt !== undefined ? { startAt: draft.startAt } : {}),
  },
  targets: {
    listId: draft.confirmed?.listId ?? '',
    digest: draft.confirmed?.digest ?? '',
    excludedUserIds: [...draft.selection.excludedUserIds].sort(compareText),
    admitSuspended: draft.admitSuspended,
  },
  actions: [...(draft.type === 'onboard' ? [{ kind: 'createUsers' } as const] : []), ...draft.actions.flatMap(toAction)],
});

/** S14, S16: exactly the list that was confirmed, and no source user. Sorted. */
export const targetIdsOf = (order: Pick<SentOrder, 'targets' | 'actions'>, listed: readonly ListedTarget[]): string[] => {
  const without = new Set([
    ...order.targets.excludedUserIds,
    ...order.actions.flatMap((action) => (isCopy(action) ? [action.sourceUserId] : [])),
  ]);
  return listed
    .filter((one) => (order.targets.admitSuspended || !one.suspended) && !without.has(one.userId))
    .map((one) => one.userId)
    .sort(compareText);
};
