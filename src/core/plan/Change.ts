import type { GroupMark } from '../contacts/ContactGroup';
import type { ContactFields } from '../contacts/ContactFields';
import type { Mark } from '../contacts/Mark';

/** One thing to write into a target account. A closed union: one order, one applier, one undo serve all planners. */
export type Change =
  | { readonly kind: 'createContactGroup'; readonly name: string; readonly mark: GroupMark }
  | {
      readonly kind: 'createContact';
      readonly sourceContactId: string;
      readonly fields: ContactFields;
      readonly mark: Mark;
      /** Also into the plan's contact group, besides My Contacts. */
      readonly joinGroup: boolean;
    };

export type CreateContact = Extract<Change, { kind: 'createContact' }>;

/** A source contact for which nothing is written, and why. */
export interface Skip {
  readonly sourceContactId: string;
  readonly reason: SkipReason;
  /** An earlier slice of this very run delivered it: to people it counts as created. */
  readonly byThisRun?: true;
}

export type SkipReason =
  /** A contact with our mark for this source contact is there, whatever run it came from. */
  | 'alreadyCopied'
  /** A contact with exactly these fields is there. */
  | 'sameContactExists'
  /** No field that can be copied (for example only a photo). */
  | 'nothingToCopy';
