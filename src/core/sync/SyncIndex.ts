import { contactFields } from '../contacts/contactFieldTable';
import type { ContactFields } from '../contacts/ContactFields';
import type { ExistingContact, TargetIndex } from '../contacts/ExistingContact';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import { MARK_KEY } from '../contacts/Mark';
import type { ClientData, Person } from '../contacts/Person';
import { portableFields } from '../contacts/portableContact';
import { reduceContact } from '../contacts/reduceContact';
import type { SourceSnapshot } from '../copy/CopyContactsAction';
import { bearsOn } from '../copy/SourceKeys';
import type { Sync } from './Sync';

/** A contact of a destination, with what it takes to write it. */
export interface SyncedContact extends ExistingContact {
  readonly fingerprint: string;
  /** As read, entries of other tools included. */
  readonly clientData: readonly ClientData[];
  /** It carries an entry of Roster's that this version cannot read: nobody knows what it forbids. */
  readonly isUnclear: boolean;
  /** Its fields as they are; absent where they are what the source says, and nobody has to know more. */
  readonly content?: ContactFields;
}

/** What a destination holds, as far as a sync needs it. From complete listings only; `groups` always there. */
export interface SyncIndex extends TargetIndex {
  readonly contacts: readonly SyncedContact[];
  readonly groups: NonNullable<TargetIndex['groups']>;
}

/** What has to be read of each contact: all that tells whether somebody edited it, and its labels. */
export const syncedFields: readonly string[] = ['clientData', 'memberships', 'metadata', ...contactFields];

/** Etag of what its owner wrote, which a write has to name; the person's own where Google tells no other. */
const sourceEtag = ({ etag, metadata }: Person): { readonly etag?: string } => {
  const found = metadata?.sources?.find(({ type }) => type === 'CONTACT')?.etag ?? etag;
  return found === undefined ? {} : { etag: found };
};

export interface SyncReading {
  readonly personFields: readonly string[];
  /** Undefined: the contact bears on nothing. */
  readonly reduce: (person: Person) => SyncedContact | undefined;
}

/**
 * How a destination is read. Contacts of the sync, those that may stand for one of the source, and those under any label: what is in
 * a label tells whether it is empty. Contents are kept only where they may have to be written.
 */
export const syncReading = (sync: Pick<Sync, 'id' | 'existingContacts'>, snapshot: SourceSnapshot): SyncReading => {
  const wanted = new Map(snapshot.contacts.map((contact) => [contact.sourceContactId, contact.fingerprint]));
  return {
    personFields: syncedFields,
    reduce: (person) => {
      const contact = reduceContact(person);
      if (contact?.fingerprint === undefined) return undefined;
      const { clientData = [] } = person;
      const ours = contact.marks.filter(({ origin }) => origin === sync.id);
      const bears = ours.length > 0 || bearsOn(snapshot.keys, snapshot.sourceUserId, contact);
      if (!bears && contact.groups.every((group) => group === MY_CONTACTS)) return undefined;
      const isAsWanted = ours.some(({ sourceContactId }) => wanted.get(sourceContactId) === contact.fingerprint);
      const mayBeWritten = ours.length > 0 ? !isAsWanted : bears && sync.existingContacts === 'adopt';
      return {
        ...contact,
        ...sourceEtag(person),
        fingerprint: contact.fingerprint,
        clientData: ours.length > 0 || bears ? clientData : [],
        isUnclear: clientData.filter(({ key }) => key === MARK_KEY).length > contact.marks.length,
        ...(mayBeWritten ? { content: portableFields(person) } : {}),
      };
    },
  };
};
