import { ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { Sync } from '../../core/sync/Sync';
import { syncReading, type SyncedContact, type SyncIndex } from '../../core/sync/SyncIndex';
import type { Subject, Task } from '../../google/Call';
import { getContact, isCut, listContactGroups, listContacts } from '../../google/people';

/** What a destination holds, out of complete listings. `as` acts as the destination's user. What a listing cuts short is read whole. */
export function* observeSynced(as: Subject, targetId: string, sync: Sync, snapshot: SourceSnapshot): Task<Result<SyncIndex>> {
  const { personFields, reduce } = syncReading(sync, snapshot);
  const cut: string[] = [];
  let size = 0;
  const listed = yield* listContacts(as, personFields, (person) => {
    size += 1;
    const contact = reduce(person);
    if (contact === undefined || contact.marks.length === 0 || !isCut(person)) return contact;
    cut.push(contact.resourceName);
    return undefined;
  });
  if (!listed.ok) return listed;
  const contacts: SyncedContact[] = [...listed.value];
  for (const resourceName of cut) {
    const whole = yield* getContact(as, resourceName, personFields);
    if (!whole.ok && whole.problem.code !== 'google.notFound') return whole;
    const contact = whole.ok ? reduce(whole.value) : undefined;
    if (contact !== undefined) contacts.push(contact);
  }
  const groups = yield* listContactGroups(as);
  return groups.ok ? ok({ targetId, size, contacts, groups: groups.value }) : groups;
}
