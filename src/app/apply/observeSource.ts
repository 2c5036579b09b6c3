import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { contactFields } from '../../core/contacts/contactFieldTable';
import type { Person } from '../../core/contacts/Person';
import { portableContact } from '../../core/contacts/portableContact';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { snapshotOf } from '../../core/copy/snapshotOf';
import type { Subject, Task } from '../../google/Call';
import { getContact, isCut, listContactGroups, listContacts } from '../../google/people';

/** The source's contacts that the action copies. `as` acts as the source user. Fails with `copy.labelGone` when the label does not exist. */
export function* observeSource(as: Subject, action: CopyContactsAction): Task<Result<SourceSnapshot>> {
  const label = action.sourceGroup;
  const personFields = ['metadata', ...(label === undefined ? [] : ['memberships']), ...contactFields];
  const cut: string[] = [];
  const contacts = yield* listContacts(as, personFields, (person) => {
    if (label !== undefined && !hasGroup(person, label.resourceName)) return undefined;
    if (!isCut(person) || person.resourceName === undefined) return portableContact(person);
    cut.push(person.resourceName);
    return undefined;
  });
  if (!contacts.ok) return contacts;
  const found = [...contacts.value];
  for (const resourceName of cut) {
    const whole = yield* getContact(as, resourceName, personFields);
    if (!whole.ok && whole.problem.code !== 'google.notFound') return whole;
    const contact = whole.ok ? portableContact(whole.value) : undefined;
    if (contact !== undefined) found.push(contact);
  }
  // An empty label and a label that is gone look the same in the contacts.
  if (label !== undefined && found.length === 0) {
    const groups = yield* listContactGroups(as);
    if (!groups.ok) return groups;
    if (!groups.value.some((group) => group.resourceName === label.resourceName))
      return fail(problem('copy.labelGone', { label: label.name }));
  }
  return ok(snapshotOf(action.sourceUserId, found));
}

const hasGroup = (person: Person, resourceName: string): boolean =>
  (person.memberships ?? []).some((membership) => membership.contactGroupMembership?.contactGroupResourceName === resourceName);
