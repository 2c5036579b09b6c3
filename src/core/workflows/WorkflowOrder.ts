import { compareText } from '../base/compareText';
import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { ActionDraft, WorkflowDraft, WorkflowType } from './WorkflowDraft';

/** A complete workflow as its author sends it to the operator: ids and choices, nothing looked up. */
export interface WorkflowOrder {
  readonly workflow: { readonly name: string; readonly type: WorkflowType; readonly description: string };
  /** Sorted; no source among them. */
  readonly targetIds: readonly string[];
  readonly actions: readonly CopyContactsAction[];
}

const toAction = (draft: ActionDraft): CopyContactsAction[] =>
  draft.source === undefined
    ? []
    : [
        {
          kind: 'copyContacts',
          sourceUserId: draft.source.userId,
          ...(draft.label === undefined ? {} : { sourceGroup: draft.label }),
          createLabel: draft.label !== undefined && draft.createLabel,
        },
      ];

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
