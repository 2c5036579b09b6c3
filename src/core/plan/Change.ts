import type { GroupMark } from '../contacts/ContactGroup';
import type { ContactField, ContactFields } from '../contacts/ContactFields';
import type { Mark } from '../contacts/Mark';
import type { ClientData } from '../contacts/Person';

/** What is written into a contact that is there. */
export interface ContactWrite {
  readonly sourceContactId: string;
  readonly resourceName: string;
  /** As it was read: Google refuses the write when the contact changed since. */
  readonly etag?: string;
  /** What differs: the smallest update mask. Several contacts may share a larger one, since the others are written whole, too. */
  readonly mask: readonly (ContactField | 'clientData')[];
  /** All fields as they shall be; one of the mask that is absent here is cleared. */
  readonly fields: ContactFields;
  /** The whole list with the mark: entries of other tools go back as they were read. */
  readonly clientData: readonly ClientData[];
}

/** One thing to write into a target account. A closed union: one order, one applier, one undo serve all planners. */
export type Change =
  | { readonly kind: 'createContactGroup'; readonly name: string; readonly mark: GroupMark }
  /** The label is somebody else's, and was joined by choice: the mark finds it again when it is renamed. */
  | { readonly kind: 'markContactGroup'; readonly resourceName: string; readonly mark: GroupMark }
  | { readonly kind: 'renameContactGroup'; readonly resourceName: string; readonly name: string; readonly mark: GroupMark }
  | {
      readonly kind: 'createContact';
      readonly sourceContactId: string;
      readonly fields: ContactFields;
      readonly mark: Mark;
      /** Also into the plan's contact group, besides My Contacts. */
      readonly joinGroup: boolean;
      /** Not into My Contacts; needs `joinGroup`, as every contact is in a group. */
      readonly withoutMyContacts?: true;
    }
  | ({ readonly kind: 'updateContact' } & ContactWrite)
  /** A contact of the owner's that a sync may write from now on, and never delete. */
  | ({ readonly kind: 'adoptContact' } & ContactWrite)
  /** Resource names of contacts that go into a label, and out of it: at most 1,000 together. Without `group` it is the plan's label. */
  | { readonly kind: 'changeMembers'; readonly group?: string; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly kind: 'deleteContact'; readonly sourceContactId: string; readonly resourceName: string }
  /** The label alone; what is in it stays. */
  | { readonly kind: 'deleteContactGroup'; readonly resourceName: string };

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

/** Why a sync, or the undo of its run, leaves a contact as it is that it delivered. */
export const syncSkipReasons = [
  /** It is there, and as it shall be. */
  'alreadySo',
  /** Its owner edited, moved or deleted it, and this sync does not undo that. */
  'editedThere',
  'deletedThere',
  /** Its owner merged several contacts into one, which stands for all of them. */
  'merged',
  /** It left the source, and stays because it was the owner's before it was adopted. */
  'adopted',
  /** It was put right before, and is as wrong as it was then. */
  'notConverging',
  /** Of an undo: its owner edited it after the run, or the run wrote over it and nobody keeps what it said before. */
  'editedSince',
  'overwritten',
] as const;

export type CopySkipReason = (typeof skipReasons)[number];
export type SkipReason = CopySkipReason | (typeof syncSkipReasons)[number];
