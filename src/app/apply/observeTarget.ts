import { ok, type Result } from '../../core/base/Result';
import { contactFields } from '../../core/contacts/contactFieldTable';
import type { TargetIndex } from '../../core/contacts/ExistingContact';
import { reduceContact } from '../../core/contacts/reduceContact';
import type { Subject, Task } from '../../google/Call';
import { listContactGroups, listContacts } from '../../google/people';

/** What the target holds. `as` acts as the target user. Labels, and which contacts are in them, are read only when asked for. */
export function* observeTarget(as: Subject, targetId: string, options: { readonly withGroups: boolean }): Task<Result<TargetIndex>> {
  const personFields = ['clientData', ...(options.withGroups ? ['memberships'] : []), ...contactFields];
  const contacts = yield* listContacts(as, personFields, reduceContact);
  if (!contacts.ok) return contacts;
  if (!options.withGroups) return ok({ targetId, contacts: contacts.value, groups: undefined });
  const groups = yield* listContactGroups(as);
  if (!groups.ok) return groups;
  return ok({ targetId, contacts: contacts.value, groups: groups.value });
}
