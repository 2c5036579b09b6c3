import { compareText } from '../base/compareText';
import { digest } from '../base/digest';
import type { PortableContact } from '../contacts/ContactFields';
import type { SourceIndex } from '../runs/compareSources';
import type { SourceSnapshot } from './CopyContactsAction';
import { sourceKeys } from './SourceKeys';

/** Of all contacts of a source, in any order. */
export const sourceFingerprint = (sourceUserId: string, index: SourceIndex): string =>
  digest([sourceUserId, index.map(([id, fingerprint]) => `${id}:${fingerprint}`).sort(compareText)]);

/** The snapshot of a complete listing. Its fingerprint does not depend on the order of the listing. */
export const snapshotOf = (sourceUserId: string, contacts: readonly PortableContact[], reads = 1): SourceSnapshot => ({
  sourceUserId,
  contacts,
  keys: sourceKeys(contacts),
  fingerprint: sourceFingerprint(
    sourceUserId,
    contacts.map((contact) => [contact.sourceContactId, contact.fingerprint]),
  ),
  reads,
});
