import { compareText } from '../base/compareText';
import { digest } from '../base/digest';
import type { PortableContact } from '../contacts/ContactFields';
import type { SourceSnapshot } from './CopyContactsAction';

/** The snapshot of a complete listing. Its fingerprint does not depend on the order of the listing. */
export const snapshotOf = (sourceUserId: string, contacts: readonly PortableContact[]): SourceSnapshot => ({
  sourceUserId,
  contacts,
  fingerprint: digest([sourceUserId, contacts.map((contact) => `${contact.sourceContactId}:${contact.fingerprint}`).sort(compareText)]),
});
