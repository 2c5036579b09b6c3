import { digest } from '../base/digest';
import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { ImportUsersAction } from '../imports/ImportUsersAction';
import type { RemoveContactsAction } from '../removal/RemoveContactsAction';
import type { NightCounts } from '../sync/NightCounts';
import type { SyncContactsAction } from '../sync/SyncContactsAction';
import type { UndoChangesAction } from '../undo/UndoChangesAction';
import type { CreateUsersAction } from '../users/CreateUsersAction';
import type { DirectoryAction } from '../users/UserAction';
import type { Action } from './Action';
import type { WorkflowHead } from './WorkflowDraft';

/** Grows when the planners decide differently, so that an approval of an older planner's preview is refused. */
export const plannerVersion = 5;

/** The most that each target may get of an action. */
interface Bounds {
  /** Contacts created or removed, or changes made, at most, by target id. At a target without an entry nothing is done. */
  readonly creates: Readonly<Record<string, number>>;
  /**
   * `skipsDigest` of what the preview says of each target: which contacts of the source it gets, and why not the others; which contacts
   * and labels are removed; or each change with what was there before.
   */
  readonly contacts: string;
}

/** A source as it stood. */
interface BoundSource {
  readonly contacts: number;
  readonly fingerprint: string;
}

/** One action with what the preview saw; of a copy the source as it stood, too. */
export type BoundCopy = CopyContactsAction & Bounds & { readonly source: BoundSource };
export type BoundDirectoryAction = DirectoryAction & Bounds;
export type BoundRemoval = RemoveContactsAction & Bounds;
export type BoundUndo = UndoChangesAction & Bounds;
/** With the source as it stood, and what it comes to at all destinations. */
export type BoundSync = SyncContactsAction & Bounds & { readonly source: BoundSource; readonly counts: NightCounts };
/** `contacts` digests every value of each new user. */
export type BoundCreation = CreateUsersAction & Bounds;
/** `contacts` digests each change of each row. */
export type BoundImport = ImportUsersAction & Bounds;
export type BoundAction = BoundCopy | BoundRemoval | BoundDirectoryAction | BoundCreation | BoundImport | BoundUndo | BoundSync;

/**
 * Everything a decision covers. Its canonical JSON is digested; what is not in here cannot be decided, and what is in here
 * cannot change afterwards.
 */
export interface Intent {
  readonly kind: 'workflow';
  readonly plannerVersion: number;
  readonly requestId: string;
  /** Directory id. */
  readonly requesterId: string;
  readonly workflow: WorkflowHead;
  /** Sorted, frozen at confirmation. A run leaves out the gone and suspended and never adds. */
  readonly targetIds: readonly string[];
  readonly actions: readonly BoundAction[];
  /** Suspended users are targets of directory actions. */
  readonly admitSuspended?: true;
  /** B6: the request whose run it undoes. */
  readonly undoes?: string;
  /** Contacts removed at most, at all targets; which ones is bound with each action. */
  readonly deletions: number;
  /** Share of the source that may have been edited or added since the preview, 0 to 1. */
  readonly tolerance: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Security Officers that must approve it when no pre-approval lets it through; 0: the settings let it through (`checkLetThrough`). */
  readonly needed: number;
  /** The pre-approval that lets it through, and the digest of its record; absent: none covers it. */
  readonly preApproval?: { readonly id: string; readonly digest: string };
  /** The standing approval of a sync's rule that lets its run through, by the digest of its text; absent: officers decide. */
  readonly standing?: string;
}

/** The action as it was asked for. */
export function actionOf(bound: BoundCopy): CopyContactsAction;
export function actionOf(bound: BoundRemoval): RemoveContactsAction;
export function actionOf(bound: BoundDirectoryAction): DirectoryAction;
export function actionOf(bound: BoundUndo): UndoChangesAction;
export function actionOf(bound: BoundImport): ImportUsersAction;
export function actionOf(bound: BoundSync): SyncContactsAction;
export function actionOf(bound: BoundAction): Action {
  const { creates: _creates, contacts: _contacts, ...action } = bound;
  if (!('source' in action)) return action;
  const { source: _source, ...rest } = action;
  if (!('counts' in rest)) return rest;
  const { counts: _counts, ...sync } = rest;
  return sync;
}

/** SHA-256 of the intent's canonical JSON: what a decision is bound to. */
export const intentDigest = (intent: Intent): string => digest(intent);
