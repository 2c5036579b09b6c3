import { problem } from '../base/Problem';
import type { GroupMark } from '../contacts/ContactGroup';
import type { PortableContact } from '../contacts/ContactFields';
import type { ExistingContact, TargetIndex } from '../contacts/ExistingContact';
import type { MatchKeys } from '../contacts/matchKeys';
import { CONTACTS_PER_ACCOUNT } from '../plan/accountLimit';
import type { Change, CreateContact, Skip, SkipReason } from '../plan/Change';
import { order, type TargetPlan } from '../plan/TargetPlan';
import type { CopyContactsAction, SourceSnapshot } from './CopyContactsAction';
import { findMatch } from './matchContacts';
import { planLabel, type PlannedLabel } from './planLabel';

/** What a target still needs of the snapshot. The same function makes the preview and the run. `origin` is the request's id. */
export const planCopy = (snapshot: SourceSnapshot, target: TargetIndex, action: CopyContactsAction, origin: string): TargetPlan => {
  const { sourceUserId } = snapshot;
  const withLabel = action.createLabel && action.sourceGroup !== undefined;
  const reasonToSkip = skipper(snapshot, target, action);
  const delivered = deliveredBefore(sourceUserId, target, origin);
  const creates: CreateContact[] = [];
  const skips: Skip[] = [];
  for (const contact of snapshot.contacts) {
    const reason = reasonToSkip(contact);
    const { sourceContactId } = contact;
    if (reason === undefined) creates.push(createContact(contact, sourceUserId, origin, withLabel));
    else skips.push({ sourceContactId, reason, ...(delivered.has(sourceContactId) ? { byThisRun: true } : {}) });
  }
  const changes: Change[] = [...creates];
  let label: PlannedLabel = { group: { kind: 'none' } };
  // Contacts that were there before do not get the label, so without a create nothing would be in it.
  if (withLabel && action.sourceGroup !== undefined && creates.length > 0) {
    const mark: GroupMark = { version: 1, origin, sourceUserId, sourceGroup: action.sourceGroup.resourceName };
    label = planLabel(target, action.sourceGroup.name, mark, action.existingLabel);
    if (label.group.kind === 'create') changes.push({ kind: 'createContactGroup', name: label.group.name, mark });
  }
  const full = creates.length > 0 && target.size + creates.length > CONTACTS_PER_ACCOUNT;
  const tooFull = { existing: target.size, creates: creates.length, limit: CONTACTS_PER_ACCOUNT };
  return {
    targetId: target.targetId,
    ...label,
    ...(full ? { refusal: problem('target.tooFull', tooFull) } : {}),
    changes: order(changes),
    skips,
    existing: target.size,
  };
};

/** Source contacts that this run delivered before it was cut short. */
const deliveredBefore = (sourceUserId: string, target: TargetIndex, origin: string): ReadonlySet<string> =>
  new Set(
    target.contacts.flatMap((contact) =>
      contact.marks.filter((mark) => mark.origin === origin && mark.sourceUserId === sourceUserId).map((mark) => mark.sourceContactId),
    ),
  );

const skipper = (
  snapshot: SourceSnapshot,
  target: TargetIndex,
  action: CopyContactsAction,
): ((contact: PortableContact) => SkipReason | undefined) => {
  const copied = new Set<string>();
  const sources = new Map(snapshot.contacts.map((contact) => [contact.sourceContactId, contact.keys]));
  // A copy from this source stands for its own source contact only: two equal contacts of the source stay two.
  const others = target.contacts.flatMap((contact) => {
    const ours = contact.marks.filter((mark) => mark.sourceUserId === snapshot.sourceUserId);
    for (const mark of ours) copied.add(mark.sourceContactId);
    return ours.length === 0
      ? contact
      : mergedInto(
          contact,
          ours.map((mark) => sources.get(mark.sourceContactId)),
        );
  });
  const match = action.evenIfExists === true ? () => undefined : findMatch(snapshot.keys, others);
  return (contact) => {
    if (Object.keys(contact.fields).length === 0) return 'nothingToCopy';
    return copied.has(contact.sourceContactId) ? 'alreadyCopied' : match(contact)?.by;
  };
};

/** What a person merged into a delivered contact, or wrote into it, still stands for others; nothing where none is there. */
const mergedInto = (contact: ExistingContact, delivered: readonly (MatchKeys | undefined)[]): ExistingContact[] => {
  const own = (kind: 'emails' | 'phones'): string[] =>
    contact.keys[kind].filter((key) => !delivered.some((one) => one?.[kind].includes(key)));
  const keys = { emails: own('emails'), phones: own('phones'), name: contact.keys.name };
  const isUnknown = delivered.includes(undefined);
  return isUnknown || keys.emails.length + keys.phones.length === 0 ? [] : [{ ...contact, keys, fingerprint: undefined }];
};

const createContact = (contact: PortableContact, sourceUserId: string, origin: string, joinGroup: boolean): CreateContact => ({
  kind: 'createContact',
  sourceContactId: contact.sourceContactId,
  fields: contact.fields,
  mark: { version: 1, origin, sourceUserId, sourceContactId: contact.sourceContactId, fingerprint: contact.fingerprint },
  joinGroup,
});
