import type { PortableContact } from '../contacts/ContactFields';

/** The action "Copy user contacts". */
export interface CopyContactsAction {
  readonly kind: 'copyContacts';
  readonly sourceUserId: string;
  /** Only contacts with this label of the source. Absent: all contacts. */
  readonly sourceGroup?: { readonly resourceName: string; readonly name: string };
  /** Put the copies under a label of the same name at the target. Needs `sourceGroup`. */
  readonly createLabel: boolean;
}

/** The source's contacts at one moment; held in memory once per run and never stored. */
export interface SourceSnapshot {
  readonly sourceUserId: string;
  readonly contacts: readonly PortableContact[];
  /** Changes when any copied field, or the set of contacts, changes. */
  readonly fingerprint: string;
}
