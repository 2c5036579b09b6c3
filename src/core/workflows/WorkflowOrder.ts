import { compareText } from '../base/compareText';
import { readLeaveOut } from '../contacts/leaveOut';
import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { ActionDraft, WorkflowDraft, WorkflowType } from './WorkflowDraft';

/** A complete workflow as its author sends it to the operator: ids and choices, nothing looked up. */
export interface WorkflowOrder {
  readonly workflow: { readonly name: string; readonly type: WorkflowType; readonly description: string };
  /** Sorted; no source among them. */
  readonly targetIds: readonly string[];
  readonly actions: readonly CopyContactsAction[];
}

const toAction = ({ source, label, createLabel, existingLabel, leaveOut = [], evenIfExists }: ActionDraft): CopyContactsAction[] => {
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

/** Call it on a draft that misses nothing. S16: a source user is never a target. */
export const toOrder = (draft: WorkflowDraft): WorkflowOrder => {
  const actions = draft.actions.flatMap(toAction);
  const sources = new Set(actions.map((action) => action.sourceUserId));
  return {
    workflow: { name: draft.name, type: draft.type ?? 'modify', description: draft.description },
    targetIds: [...new Set(draft.confirmedUserIds ?? [])].filter((userId) => !sources.has(userId)).sort(compareText),
    actions,
  };
};
