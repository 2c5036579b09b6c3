import { digest } from '../base/digest';
import type { CopyContactsAction } from '../copy/CopyContactsAction';
import type { WorkflowHead } from './WorkflowDraft';

/** Grows when the planners decide differently, so that an approval of an older planner's preview is refused. */
export const plannerVersion = 3;

/** One action with what the preview saw: the source as it stood, and the most that each target may get. */
export interface BoundAction extends CopyContactsAction {
  readonly source: { readonly contacts: number; readonly fingerprint: string };
  /** Contacts created at most, by target id. A target without an entry gets nothing. */
  readonly creates: Readonly<Record<string, number>>;
  /** `skipsDigest`: which contacts of the source each target gets, and why it does not get the others. */
  readonly contacts: string;
}

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
  /** A copy deletes and overwrites nothing; later kinds of actions name theirs here. */
  readonly deletions: number;
  readonly removals: readonly string[];
  /** Share of the source that may have been edited or added since the preview, 0 to 1. */
  readonly tolerance: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Security Officers that must approve it when no pre-approval lets it through. */
  readonly needed: number;
  /** The pre-approval that lets it through, and the digest of its record; absent: none covers it. */
  readonly preApproval?: { readonly id: string; readonly digest: string };
}

/** The action as it was asked for. */
export const actionOf = ({ source: _source, creates: _creates, contacts: _contacts, ...action }: BoundAction): CopyContactsAction => action;

/** SHA-256 of the intent's canonical JSON: what a decision is bound to. */
export const intentDigest = (intent: Intent): string => digest(intent);
