import { parseRecord } from '../base/parseRecord';
import { leaveOutTable, type LeaveOut } from '../contacts/leaveOut';
import type { Delivery } from '../removal/RemoveContactsAction';
import type { DirectoryAction } from '../users/UserAction';
import { isUserFieldId } from '../users/userFields';
import type { ListPlace } from '../directory/TargetList';
import type { TargetSelection } from '../directory/TargetSelection';

export type WorkflowType = 'onboard' | 'modify';

/** What step 1 says of a workflow; part of what is approved. */
export interface WorkflowHead {
  readonly name: string;
  readonly type: WorkflowType;
  readonly description: string;
  /** S50; absent when there are none. */
  readonly tags?: readonly string[];
  /** S51: the run starts at the first look for work after this; absent: right after approval. Milliseconds since the epoch. */
  readonly startAt?: number;
}

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

/** Settings of a directory action; what is not chosen yet is empty. */
export type DirectoryActionDraft = DirectoryAction & { readonly actionId: string };

/** Settings of the action "Remove contacts that Roster copied". */
export interface RemoveContactsDraft {
  readonly actionId: string;
  readonly kind: 'removeContacts';
  /** Which choice is open on the card; what belongs to it may not be chosen yet. */
  readonly chooses: Delivery['kind'];
  readonly delivery?: Delivery;
}

export type ActionDraft = CopyContactsDraft | RemoveContactsDraft | DirectoryActionDraft;

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
  readonly tags?: readonly string[];
  /** S8: whether "Run immediately after approval" is off. */
  readonly startLater?: boolean;
  /** When the run may start; undefined while none is chosen. Milliseconds since the epoch. */
  readonly startAt?: number;
  readonly selection: TargetSelection;
  /** Suspended users stay in the list; for contacts they end as skipped. */
  readonly admitSuspended: boolean;
  /** Absent before the selection was looked up. */
  readonly list?: TargetListRef;
  /** Gone when the selection changes. */
  readonly confirmed?: ConfirmedTargets;
  readonly actions: readonly ActionDraft[];
  /** An action whose settings were opened and not finished: it joins the actions with "Save", and is offered again until then. */
  readonly openedAction?: ActionDraft;
  /** The request that holds the last preview of this draft. */
  readonly requestId?: string;
  /** Whether nothing changed since that preview. */
  readonly previewed: boolean;
  /** Milliseconds since the epoch. */
  readonly savedAt?: number;
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

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const hasTexts = (value: unknown, ...keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => typeof value[key] === 'string');
const optional = (value: unknown, holds: (value: unknown) => boolean): boolean => value === undefined || holds(value);
const listOf = (value: unknown, holds: (value: unknown) => boolean): boolean => Array.isArray(value) && value.every(holds);
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isSelector = (value: unknown): boolean =>
  hasTexts(value, 'label') && isRecord(value) && ['user', 'group', 'orgUnit', 'domain'].includes(String(value['kind']));

const isGroup = (value: unknown): boolean => hasTexts(value, 'groupId', 'email');
const isSpace = (value: unknown): boolean => hasTexts(value, 'space', 'title');
const isFieldValue = (value: unknown): boolean =>
  hasTexts(value, 'field', 'value') && isRecord(value) && isUserFieldId(String(value['field']));

/** What the settings of each directory action have to be. */
const directoryDrafts: Readonly<Record<DirectoryAction['kind'], (value: Loose) => boolean>> = {
  setUserFields: (value) => listOf(value['fields'], isFieldValue),
  addToGroups: (value) => listOf(value['groups'], isGroup),
  removeFromGroups: (value) => listOf(value['groups'], isGroup),
  moveToOrgUnit: (value) => hasTexts(value, 'orgUnitId', 'orgUnitPath'),
  suspendUser: () => true,
  restoreUser: () => true,
  showInDirectory: () => true,
  hideFromDirectory: () => true,
  addToSpaces: (value) => listOf(value['spaces'], isSpace),
};

const deliveryKinds: readonly Delivery['kind'][] = ['all', 'source', 'request'];
const isOneOf = (value: unknown, choices: readonly string[]): boolean => typeof value === 'string' && choices.includes(value);
const isDelivery = (value: unknown): boolean => {
  if (!isRecord(value) || !isOneOf(value['kind'], deliveryKinds)) return false;
  if (value['kind'] === 'source') return hasTexts(value, 'userId', 'email');
  return value['kind'] === 'all' || hasTexts(value, 'requestId', 'name');
};

const isAction = (value: unknown): boolean => {
  if (!hasTexts(value, 'actionId', 'kind') || !isRecord(value)) return false;
  const kind = String(value['kind']);
  if (kind === 'removeContacts') return isOneOf(value['chooses'], deliveryKinds) && optional(value['delivery'], isDelivery);
  return Object.prototype.hasOwnProperty.call(directoryDrafts, kind)
    ? directoryDrafts[kind as DirectoryAction['kind']](value)
    : isCopyDraft(value);
};

const isCopyDraft = (value: Loose): boolean =>
  value['kind'] === 'copyContacts' &&
  typeof value['createLabel'] === 'boolean' &&
  optional(value['source'], (source) => hasTexts(source, 'userId', 'email', 'fullName')) &&
  optional(value['label'], (label) => hasTexts(label, 'resourceName', 'name')) &&
  optional(value['existingLabel'], (choice) => choice === 'refuse') &&
  optional(value['evenIfExists'], (choice) => choice === true) &&
  optional(value['leaveOut'], (choices) => listOf(choices, (choice) => typeof choice === 'string' && choice in leaveOutTable));

const isList = (value: unknown): boolean =>
  hasTexts(value, 'id', 'selectors', 'kept', 'digest') &&
  isRecord(value) &&
  isNumber(value['lookedUpAt']) &&
  listOf(value['left'], isRecord) &&
  ['card', 'sent', 'question', 'parcel'].includes(String(value['kept']));

const isConfirmed = (value: unknown): boolean => hasTexts(value, 'listId', 'digest') && isRecord(value) && isNumber(value['targets']);

/** Undefined when the text is no draft that this version understands: another version of Roster may have written it. */
export const decodeDraft = (text: string): WorkflowDraft | undefined => {
  const value = parseRecord(text);
  if (value === undefined) return undefined;
  const { selection } = value;
  const whole =
    hasTexts(value, 'id', 'name', 'description') &&
    optional(value['type'], (type) => type === 'onboard' || type === 'modify') &&
    optional(value['tags'], (tags) => listOf(tags, isText)) &&
    optional(value['startAt'], isNumber) &&
    optional(value['savedAt'], isNumber) &&
    isRecord(selection) &&
    listOf(selection['selectors'], isSelector) &&
    listOf(selection['excludedUserIds'], isText) &&
    typeof value['admitSuspended'] === 'boolean' &&
    optional(value['list'], isList) &&
    optional(value['confirmed'], isConfirmed) &&
    listOf(value['actions'], isAction) &&
    optional(value['openedAction'], isAction);
  return whole ? (value as unknown as WorkflowDraft) : undefined;
};
