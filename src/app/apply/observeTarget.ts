import { ok, type Result } from '../../core/base/Result';
import type { TargetIndex } from '../../core/contacts/ExistingContact';
import type { TargetReading } from '../../core/copy/targetReading';
import type { Subject, Task } from '../../google/Call';
import { listContactGroups, listContacts } from '../../google/people';

/** What the target holds. `as` acts as the target user. Contacts are reduced as their page arrives; labels are read only when asked for. */
export function* observeTarget(as: Subject, targetId: string, reading: TargetReading): Task<Result<TargetIndex>> {
  let size = 0;
  const contacts = yield* listContacts(as, reading.personFields, (person) => {
    size += 1;
    return reading.reduce(person);
  });
  if (!contacts.ok) return contacts;
  const index = { targetId, size, contacts: contacts.value, groups: undefined };
  if (!reading.withGroups) return ok(index);
  const groups = yield* listContactGroups(as);
  return groups.ok ? ok({ ...index, groups: groups.value }) : groups;
}
