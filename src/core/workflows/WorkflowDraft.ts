import type { LeaveOut } from '../contacts/leaveOut';
import type { ListPlace } from '../directory/TargetList';
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

/** The target list that a selection was looked up as. The list itself lies in a parcel or in the person's cache. */
export interface TargetListRef {
  /** Of the parcel and of the question. */
  readonly id: string;
  /** Which selectors it answers. */
  readonly selectors: string;
  /**
   * `card`: the card looked it up, and the person's cache keeps it. `sent`: the same, in a parcel of this id. `question`: the operator
   * was asked. `parcel`: the operator's answer, in a parcel of this id.
   */
  readonly kept: 'card' | 'sent' | 'question' | 'parcel';
  /** SHA-256 of the head; empty until the question is answered. */
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly lookedUpAt: number;
  /** Where those stand that the person left out. */
  readonly left: readonly ListPlace[];
}

/** Users that one draft can leave out one by one: with their places they take a fifth of what Google keeps for a person (500 KB). */
export const excludedLimit = 1000;

/** What "Proceed to actions" bound: a list by its digest. With it go the users left out and the switch for suspended ones. */
export interface ConfirmedTargets {
  readonly listId: string;
  readonly digest: string;
  /** How many users that is. */
  readonly targets: number;
}

/** A half-filled wizard, kept with its author and offered again. */
export interface WorkflowDraft {
  readonly id: string;
  readonly name: string;
  readonly type?: WorkflowType;
  readonly description: string;
  readonly selection: TargetSelection;
  /** Suspended users stay in the list; for contacts they end as skipped. */
  readonly admitSuspended: boolean;
  /** Absent before the selection was looked up. */
  readonly list?: TargetListRef;
  /** Gone when the selection changes. */
  readonly confirmed?: ConfirmedTargets;
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
  const { confirmed, ...rest } = draft;
  const still = change.selection === undefined && change.admitSuspended === undefined ? { confirmed } : {};
  return { ...rest, ...still, previewed: false, ...change };
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
