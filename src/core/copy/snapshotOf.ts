import { compareText } from '../base/compareText';
import { digest } from '../base/digest';
import type { PortableContact } from '../contacts/ContactFields';
import type { SourceSnapshot } from './CopyContactsAction';
import { sourceKeys } from './SourceKeys';

/** The snapshot of a complete listing. Its fingerprint does not depend on the order of the listing. */
export const snapshotOf = (sourceUserId: string, contacts: readonly PortableContact[], reads = 1): SourceSnapshot => ({
  sourceUserId,
  contacts,
  keys: sourceKeys(contacts),
  fingerprint: digest([sourceUserId, contacts.map((contact) => `${contact.sourceContactId}:${contact.fingerprint}`).sort(compareText)]),
  reads,
});
