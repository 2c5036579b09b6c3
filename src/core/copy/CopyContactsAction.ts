import type { PortableContact } from '../contacts/ContactFields';
import type { LeaveOut } from '../contacts/leaveOut';
import type { SourceKeys } from './SourceKeys';

/** The action "Copy user contacts". Options that are not there are off, so that an approval of it covers nothing more. */
export interface CopyContactsAction {
  readonly kind: 'copyContacts';
  readonly sourceUserId: string;
  /** Only contacts with this label of the source. Absent: all contacts. */
  readonly sourceGroup?: { readonly resourceName: string; readonly name: string };
  /** Put the copies under a label of the same name at the target. Needs `sourceGroup`. */
  readonly createLabel: boolean;
  /** What to do where somebody else made a label of that name: put the copies under it (when absent), or leave the target out. */
  readonly existingLabel?: 'refuse';
  /** Values that are left out, in the order of their table. */
  readonly leaveOut?: readonly LeaveOut[];
  /** S24: also contacts that the target seems to have. What was copied from this source before is never copied twice. */
  readonly evenIfExists?: true;
}

/** The source's contacts at one moment; held in memory once per run and never stored. */
export interface SourceSnapshot {
  readonly sourceUserId: string;
  readonly contacts: readonly PortableContact[];
  readonly keys: SourceKeys;
  /** Changes when any copied field, or the set of contacts, changes. */
  readonly fingerprint: string;
  /** Calls that reading it took, the token apart. */
  readonly reads: number;
}
