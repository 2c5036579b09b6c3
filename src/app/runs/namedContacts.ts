import { ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { unpackSkips } from '../../core/plan/packSkips';
import type { Intent } from '../../core/workflows/Intent';
import type { Tables } from '../Environment';
import { readBoundPreviews } from '../requests/readBoundPreviews';

/** Whether the approved preview creates this contact of the source at this target. */
export type NamedAt = (targetId: string) => (sourceContactId: string) => boolean;

/** B1: what the approved preview names, once the source is read: as it was previewed, its contacts sorted by id. */
export const namedContacts = (ledger: Tables, intent: Intent, action: number): Result<(snapshot: SourceSnapshot) => NamedAt> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  return ok((snapshot) => (targetId) => {
    const fates = unpackSkips(previews.value.get(targetId)?.contacts ?? '');
    const named = new Set(snapshot.contacts.filter((_, index) => fates[index] === 'created').map((one) => one.sourceContactId));
    return (sourceContactId) => named.has(sourceContactId);
  });
};
