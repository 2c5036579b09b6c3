import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { keptFields } from '../../core/contacts/leaveOut';
import type { Person } from '../../core/contacts/Person';
import { portableContact } from '../../core/contacts/portableContact';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { snapshotOf } from '../../core/copy/snapshotOf';
import type { Subject, Task } from '../../google/Call';
import { contactPages } from '../../core/plan/PlannedCalls';
import { getContact, isCut, listContactGroups, listContacts } from '../../google/people';

/** Of each contact, what the action copies and what tells whether it is one of them. */
export const sourceFields = ({ sourceGroup, leaveOut = [] }: CopyContactsAction): readonly string[] => [
  'metadata',
  ...(sourceGroup === undefined ? [] : ['memberships']),
  ...keptFields(leaveOut),
];

/**
 * The source's contacts that the action copies, without what it leaves out. `as` acts as the source user. Fails with
 * `copy.labelGone` when the label does not exist.
 */
export function* observeSource(as: Subject, action: CopyContactsAction): Task<Result<SourceSnapshot>> {
  const label = action.sourceGroup;
  const leaveOut = action.leaveOut ?? [];
  const personFields = sourceFields(action);
  const cut: string[] = [];
  let size = 0;
  const contacts = yield* listContacts(as, personFields, (person) => {
    size += 1;
    if (label !== undefined && !hasGroup(person, label.resourceName)) return undefined;
    if (!isCut(person) || person.resourceName === undefined) return portableContact(person, leaveOut);
    cut.push(person.resourceName);
    return undefined;
  });
  if (!contacts.ok) return contacts;
  const found = [...contacts.value];
  for (const resourceName of cut) {
    const whole = yield* getContact(as, resourceName, personFields);
    if (!whole.ok && whole.problem.code !== 'google.notFound') return whole;
    const contact = whole.ok ? portableContact(whole.value, leaveOut) : undefined;
    if (contact !== undefined) found.push(contact);
  }
  const isEmptyLabel = label !== undefined && found.length === 0;
  // An empty label and a label that is gone look the same in the contacts.
  if (isEmptyLabel) {
    const groups = yield* listContactGroups(as);
    if (!groups.ok) return groups;
    if (!groups.value.some((group) => group.resourceName === label.resourceName))
      return fail(problem('copy.labelGone', { label: label.name }));
  }
  return ok(snapshotOf(action.sourceUserId, found, contactPages(size) + cut.length + (isEmptyLabel ? 1 : 0)));
}

/** The contact is under the label. */
export const hasGroup = (person: Person, resourceName: string): boolean =>
  (person.memberships ?? []).some((membership) => membership.contactGroupMembership?.contactGroupResourceName === resourceName);
