import type { LeaveOut } from '../contacts/leaveOut';
import type { TargetSelection } from '../directory/TargetSelection';

export type WorkflowType = 'onboard' | 'modify';

/** Settings of the action "Copy user contacts" while a person fills them in. Addresses and names are for show. */
export interface CopyContactsDraft {
  readonly actionId: string;
  readonly kind: 'copyContacts';
  readonly source?: { readonly userId: string; readonly email: string; readonly fullName: string };
  /** Only contacts with this label of the source; absent: all contacts. */
  readonly label?: { readonly resourceName: string; readonly name: string };
  readonly createLabel: boolean;
  /** Leave targets out that have a label of that name; else it is joined. */
  readonly existingLabel?: 'refuse';
  readonly leaveOut?: readonly LeaveOut[];
  /** S24: also contacts that a target has already. */
  readonly evenIfExists?: true;
}

export type ActionDraft = CopyContactsDraft;

/** A half-filled wizard, kept with its author and offered again. */
export interface WorkflowDraft {
  readonly id: string;
  readonly name: string;
  readonly type?: WorkflowType;
  readonly description: string;
  readonly selection: TargetSelection;
  /** Suspended users stay in the list; for contacts they end as skipped. */
  readonly admitSuspended: boolean;
  /** Directory ids as they stood when the person said "Proceed to actions"; gone when the selection changes. */
  readonly confirmedUserIds?: readonly string[];
  readonly actions: readonly ActionDraft[];
  /** An action whose settings were opened and not finished: it joins the actions with "Done", and is offered again until then. */
  readonly openedAction?: ActionDraft;
  /** The request that holds the last preview of this draft. */
  readonly requestId?: string;
  /** Whether nothing changed since that preview. */
  readonly previewed: boolean;
}

export const emptyDraft = (id: string): WorkflowDraft => ({
  id,
  name: '',
  description: '',
  selection: { selectors: [], excludedUserIds: [] },
  admitSuspended: false,
  actions: [],
  previewed: false,
});

/** A changed draft needs a new preview; a changed selection must be confirmed again. */
export const changeDraft = (draft: WorkflowDraft, change: Partial<WorkflowDraft>): WorkflowDraft => {
  const { confirmedUserIds, ...rest } = draft;
  const confirmed = change.selection === undefined && change.admitSuspended === undefined ? { confirmedUserIds } : {};
  return { ...rest, ...confirmed, previewed: false, ...change };
};

/** Undefined when the text is no draft of this version. */
export const decodeDraft = (text: string): WorkflowDraft | undefined => {
  try {
    const value = JSON.parse(text) as WorkflowDraft | null;
    const whole =
      typeof value === 'object' &&
      value !== null &&
      [value.id, value.name, value.description].every((item) => typeof item === 'string') &&
      Array.isArray(value.selection?.selectors) &&
      Array.isArray(value.selection.excludedUserIds) &&
      Array.isArray(value.actions);
    return whole ? value : undefined;
  } catch {
    return undefined;
  }
};
