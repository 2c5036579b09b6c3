import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { PortableContact } from '../../core/contacts/ContactFields';
import { keptFields } from '../../core/contacts/leaveOut';
import type { Person } from '../../core/contacts/Person';
import { portableContact } from '../../core/contacts/portableContact';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { snapshotOf } from '../../core/copy/snapshotOf';
import type { Subject, Task } from '../../google/Call';
import { contactPages } from '../../core/plan/PlannedCalls';
import { isCut, listContactGroups } from '../../google/people';
import { listWhole } from './listWhole';

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
  const copied = (person: Person): PortableContact | undefined => portableContact(person, leaveOut);
  const listed = yield* listWhole(
    as,
    personFields,
    (person) => {
      if (label !== undefined && !hasGroup(person, label.resourceName)) return undefined;
      return isCut(person) && person.resourceName !== undefined ? 'whole' : copied(person);
    },
    copied,
  );
  if (!listed.ok) return listed;
  const { contacts: found, size, readSingly } = listed.value;
  const isEmptyLabel = label !== undefined && found.length === 0;
  // An empty label and a label that is gone look the same in the contacts.
  if (isEmptyLabel) {
    const groups = yield* listContactGroups(as);
    if (!groups.ok) return groups;
    if (!groups.value.some((group) => group.resourceName === label.resourceName))
      return fail(problem('copy.labelGone', { label: label.name }));
  }
  return ok(snapshotOf(action.sourceUserId, found, contactPages(size) + readSingly + (isEmptyLabel ? 1 : 0)));
}

/** The contact is under the label. */
export const hasGroup = (person: Person, resourceName: string): boolean =>
  (person.memberships ?? []).some((membership) => membership.contactGroupMembership?.contactGroupResourceName === resourceName);
