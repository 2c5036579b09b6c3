import { MY_CONTACTS, type ContactGroup, type GroupMark } from '../contacts/ContactGroup';
import type { PortableContact } from '../contacts/ContactFields';
import type { TargetIndex } from '../contacts/ExistingContact';
import type { Change, CreateContact, Skip, SkipReason } from '../plan/Change';
import { order, type PlannedGroup, type TargetPlan } from '../plan/TargetPlan';
import type { CopyContactsAction, SourceSnapshot } from './CopyContactsAction';

/** What a target still needs of the snapshot. The same function makes the preview and the run. `origin` is the request's id. */
export const planCopy = (snapshot: SourceSnapshot, target: TargetIndex, action: CopyContactsAction, origin: string): TargetPlan => {
  const withLabel = action.createLabel && action.sourceGroup !== undefined;
  const reasonToSkip = skipper(snapshot.sourceUserId, target);
  const delivered = deliveredBefore(snapshot.sourceUserId, target, origin);
  const creates: CreateContact[] = [];
  const skips: Skip[] = [];
  for (const contact of snapshot.contacts) {
    const reason = reasonToSkip(contact);
    if (reason === undefined) creates.push(createContact(contact, snapshot.sourceUserId, origin, withLabel));
    else
      skips.push({
        sourceContactId: contact.sourceContactId,
        reason,
        ...(delivered.has(contact.sourceContactId) ? { byThisRun: true } : {}),
      });
  }
  const changes: Change[] = [...creates];
  let group: PlannedGroup = { kind: 'none' };
  // Contacts that were there before do not get the label, so without a create nothing would be in it.
  if (withLabel && action.sourceGroup !== undefined && creates.length > 0) {
    const mark: GroupMark = { version: 1, origin, sourceUserId: snapshot.sourceUserId, sourceGroup: action.sourceGroup.resourceName };
    group = plannedGroup(target, action.sourceGroup.name, mark);
    if (group.kind === 'create') changes.push({ kind: 'createContactGroup', name: group.name, mark });
  }
  return { targetId: target.targetId, group, changes: order(changes), skips, existing: target.contacts.length };
};

/** Source contacts that this run delivered before it was cut short. */
const deliveredBefore = (sourceUserId: string, target: TargetIndex, origin: string): ReadonlySet<string> =>
  new Set(
    target.contacts.flatMap((contact) =>
      contact.marks.filter((mark) => mark.origin === origin && mark.sourceUserId === sourceUserId).map((mark) => mark.sourceContactId),
    ),
  );

const skipper = (sourceUserId: string, target: TargetIndex): ((contact: PortableContact) => SkipReason | undefined) => {
  const copied = new Set<string>();
  const same = new Set<string>();
  for (const contact of target.contacts) {
    const ours = contact.marks.filter((mark) => mark.sourceUserId === sourceUserId);
    // A copy from this source stands for its own source contact only: two equal contacts of the source stay two.
    if (ours.length === 0) same.add(contact.fingerprint);
    for (const mark of ours) copied.add(mark.sourceContactId);
  }
  return (contact) => {
    if (Object.keys(contact.fields).length === 0) return 'nothingToCopy';
    if (copied.has(contact.sourceContactId)) return 'alreadyCopied';
    return same.has(contact.fingerprint) ? 'sameContactExists' : undefined;
  };
};

const createContact = (contact: PortableContact, sourceUserId: string, origin: string, joinGroup: boolean): CreateContact => ({
  kind: 'createContact',
  sourceContactId: contact.sourceContactId,
  fields: contact.fields,
  mark: { version: 1, origin, sourceUserId, sourceContactId: contact.sourceContactId, fingerprint: contact.fingerprint },
  joinGroup,
});

/** Google's own groups that contacts can be added to (https://developers.google.com/people/api/rest/v1/contactGroups.members/modify). */
const JOINABLE: readonly string[] = [MY_CONTACTS, 'contactGroups/starred'];

/** A label we made for this source label, even if renamed; else one of that name; else a new one. */
const plannedGroup = (target: TargetIndex, name: string, mark: GroupMark): PlannedGroup => {
  if (target.groups === undefined) throw new Error('A copy with a label needs the labels of its target');
  const groups = target.groups.filter((group) => group.groupType === 'USER_CONTACT_GROUP' || JOINABLE.includes(group.resourceName));
  const found = groups.find((group) => isOurs(group, mark)) ?? groups.find((group) => sameName(group.name, name));
  return found === undefined ? { kind: 'create', name } : { kind: 'join', name: found.name, resourceName: found.resourceName };
};

const isOurs = (group: ContactGroup, mark: GroupMark): boolean =>
  group.marks.some((other) => other.sourceUserId === mark.sourceUserId && other.sourceGroup === mark.sourceGroup);

export const sameName = (one: string, other: string): boolean => one.normalize('NFC').trim() === other.normalize('NFC').trim();
