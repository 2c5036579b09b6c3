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

/** Every reason to skip a source contact. */
export const skipReasons = [
  /** A contact with our mark for this source contact is there, whatever run it came from. */
  'alreadyCopied',
  /** A contact of the target has this e-mail address, phone number, name, or exactly these fields. */
  'sameEmail',
  'samePhone',
  'sameName',
  'sameContent',
  /** No field that can be copied (for example only a photo, or all of it is left out). */
  'nothingToCopy',
] as const;

export type SkipReason = (typeof skipReasons)[number];
