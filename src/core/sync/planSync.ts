import { problem, type Problem } from '../base/Problem';
import type { PortableContact } from '../contacts/ContactFields';
import type { SourceSnapshot } from '../copy/CopyContactsAction';
import { findMatch } from '../copy/matchContacts';
import { CONTACTS_PER_ACCOUNT } from '../plan/accountLimit';
import type { Change, CreateContact, Skip } from '../plan/Change';
import { order, type TargetPlan } from '../plan/TargetPlan';
import { judgeDeletions } from './judgeDeletions';
import { managedContacts, type ManagedContact, type ManagedContacts } from './managedContacts';
import { markFor, planAdoption, planRemark, planUpdate, sortDoubles, type Wish } from './planContactWrite';
import { planDepartures } from './planDepartures';
import { memberChanges, wishMembers, type PresentContact } from './planMembers';
import { planSyncLabel } from './planSyncLabel';
import { DIRECTORY_SOURCE, type Sync } from './Sync';
import type { SyncedContact, SyncIndex } from './SyncIndex';
import { differenceOf, settle, type SyncMemory } from './SyncMemory';

/** What a run brings to every destination. */
export interface SyncWork {
  readonly sync: Sync;
  /** The source as it is now, from a complete listing. */
  readonly snapshot: SourceSnapshot;
  /** `targetNameOf` with the name that the source's label has now. */
  readonly groupName: string;
  /** Ids of the other syncs: what they delivered is theirs. */
  readonly otherSyncs: ReadonlySet<string>;
}

/** What one destination needs, and what is to be remembered of it. */
export interface SyncPlan extends TargetPlan {
  /** For `SyncMemory.putBack` of the next run, once the plan was carried out. */
  readonly putBack: string;
  /** Contacts of this sync at the destination when the plan was made. */
  readonly managed: number;
  /** Of an undo: what of the run cannot be taken back, in words. */
  readonly left?: readonly string[];
}

/** A wish for one contact of the source; `present`: it is there, or will be once its change is made, so that its labels count. */
interface ContactWish extends Wish {
  readonly sourceContactId: string;
  readonly present?: PresentContact;
  /** Doubles that go. */
  readonly surplus?: readonly ManagedContact[];
}

/**
 * What a destination needs so that it holds the source as it is now: three ways, by what the source says, what is there with the sync's
 * mark, and what the mark says was delivered. The same function makes the preview and the run.
 */
export const planSync = (work: SyncWork, index: SyncIndex, last: SyncMemory): SyncPlan => {
  const { sync, snapshot } = work;
  const managed = managedContacts(index.contacts, sync.id, snapshot.sourceUserId);
  // G34: a directory's contact has the id of the user it stands for.
  const isSelf = (contact: PortableContact): boolean =>
    snapshot.sourceUserId === DIRECTORY_SOURCE && contact.sourceContactId === index.targetId;
  const contacts = snapshot.contacts.filter((contact) => !isSelf(contact));
  const wanted = contacts.filter(({ fields }) => Object.keys(fields).length > 0);
  const ownLabel = planSyncLabel(sync, work.groupName, index, false).existing;
  const wishes = wishContacts(work, managed, wanted, ownLabel?.isOwn === true ? ownLabel.resourceName : undefined, last);
  const label = planSyncLabel(
    sync,
    work.groupName,
    index,
    wishes.some((wish) => goesUnder(sync, wish)),
  );
  const ids = new Set(wanted.map((one) => one.sourceContactId));
  const departures = planDepartures(
    sync,
    managed,
    ids,
    wishes.flatMap(({ surplus = [] }) => surplus),
    label.existing,
  );
  const members = wishes.flatMap(({ present }) =>
    present === undefined || label.refusal !== undefined ? [] : wishMembers(sync, present, label.existing?.resourceName),
  );
  const settled = settle(
    [label, ...wishes, ...members].flatMap(({ difference }) => difference ?? []),
    last.putBack,
  );
  const isFree = ({ difference }: { readonly difference?: string }): boolean => !settled.isHeld(difference);
  const free = wishes.filter(isFree);
  const changes = order([
    ...(label.change !== undefined && isFree(label) ? [label.change] : []),
    ...free.flatMap(({ change }) => change ?? []),
    ...memberChanges([...members.filter(isFree), ...departures.members]),
    ...departures.deletes,
  ]);
  const held = new Set([...wishes, ...members].filter((one) => !isFree(one)).map((one) => one.sourceContactId));
  const empty = contacts.filter(({ fields }) => Object.keys(fields).length === 0);
  const skips: Skip[] = [
    ...wishes.flatMap(({ sourceContactId, skip }): Skip[] => {
      if (held.has(sourceContactId)) return [{ sourceContactId, reason: 'notConverging' }];
      return skip === undefined ? [] : [{ sourceContactId, reason: skip }];
    }),
    ...empty.map(({ sourceContactId }): Skip => ({ sourceContactId, reason: 'nothingToCopy' })),
    ...departures.skips,
  ];
  const refusal = label.refusal ?? refuse(sync, index, changes, departures.leaving, managed, snapshot.contacts.length === 0);
  return {
    targetId: index.targetId,
    group: label.group,
    ...(refusal === undefined ? {} : { refusal }),
    ...(label.warning === undefined ? {} : { warning: label.warning }),
    changes,
    skips,
    existing: index.size,
    putBack: settled.putBack,
    managed: managed.byId.size,
  };
};

/** Something that a label has to be there for. */
const goesUnder = ({ drift }: Sync, { change, present }: ContactWish): boolean =>
  change?.kind === 'createContact' || present?.isNew === true || (present !== undefined && drift.mode !== 'report');

const wishContacts = (
  work: SyncWork,
  managed: ManagedContacts,
  wanted: readonly PortableContact[],
  label: string | undefined,
  last: SyncMemory,
): ContactWish[] => {
  const { sync, snapshot } = work;
  const { sourceUserId } = snapshot;
  const lost = findLost(managed, wanted, label);
  const taken = new Set<SyncedContact>(lost.values());
  const match = findMatch(snapshot.keys, managed.others, (contact) => taken.has(contact));
  const copies = copiesOf(managed, sourceUserId);
  const mayAdopt = (contact: SyncedContact): boolean =>
    sync.existingContacts === 'adopt' &&
    contact.content !== undefined &&
    !contact.isUnclear &&
    !contact.marks.some(({ origin }) => work.otherSyncs.has(origin));
  return wanted.map((one): ContactWish => {
    const { sourceContactId } = one;
    const { first, surplus } = sortDoubles(sync, managed.byId.get(sourceContactId) ?? [], one);
    const takeOver = (contact: SyncedContact, adopted: boolean, change: Change): ContactWish => {
      taken.add(contact);
      return { sourceContactId, change, present: { sourceContactId, contact, adopted, isNew: true } };
    };
    if (first !== undefined) {
      const { contact, mark } = first;
      const present = { sourceContactId, contact, adopted: mark.adopted === true, isNew: false };
      const wish = planUpdate(sync, first, one);
      const isMoved = sync.drift.mode === 'report' && label !== undefined && !contact.groups.includes(label);
      return { sourceContactId, ...wish, present, surplus, ...(isMoved && wish.skip === 'alreadySo' ? { skip: 'editedThere' } : {}) };
    }
    if (managed.merged.has(sourceContactId)) return { sourceContactId, skip: 'merged' };
    const unmarked = lost.get(sourceContactId);
    if (unmarked !== undefined) return takeOver(unmarked, false, planRemark(sync, unmarked, sourceUserId, one));
    const copied = copies.get(sourceContactId);
    const found = copied === undefined || taken.has(copied) ? match(one) : ({ by: 'alreadyCopied', contact: copied } as const);
    if (found !== undefined) {
      const { contact, by } = found;
      return mayAdopt(contact) ? takeOver(contact, true, planAdoption(sync, contact, sourceUserId, one)) : { sourceContactId, skip: by };
    }
    const wasThere = last.delivered?.has(sourceContactId) === true;
    if (wasThere && sync.drift.mode === 'report') return { sourceContactId, skip: 'deletedThere' };
    return {
      sourceContactId,
      change: createContact(sync, sourceUserId, one),
      ...(wasThere ? { difference: differenceOf('missing', sourceContactId, one.fingerprint) } : {}),
    };
  });
};

/** By id of the source's contact, one that another run or sync delivered. */
const copiesOf = ({ others }: ManagedContacts, sourceUserId: string): ReadonlyMap<string, SyncedContact> =>
  new Map(
    others.flatMap((contact) =>
      contact.marks.filter((mark) => mark.sourceUserId === sourceUserId).map((mark) => [mark.sourceContactId, contact] as const),
    ),
  );

/** By id of the source's contact, one in our own label that has no mark any more and says exactly the same: another tool took the mark. */
const findLost = (
  { byId, merged, others }: ManagedContacts,
  wanted: readonly PortableContact[],
  label: string | undefined,
): ReadonlyMap<string, SyncedContact> => {
  const unmarked = others.filter(
    (contact) => contact.marks.length === 0 && !contact.isUnclear && label !== undefined && contact.groups.includes(label),
  );
  const byContent = new Map<string, SyncedContact[]>();
  for (const contact of unmarked) byContent.set(contact.fingerprint, [...(byContent.get(contact.fingerprint) ?? []), contact]);
  const lost = new Map<string, SyncedContact>();
  for (const { sourceContactId, fingerprint } of wanted) {
    const same = byId.has(sourceContactId) || merged.has(sourceContactId) ? undefined : byContent.get(fingerprint)?.shift();
    if (same !== undefined) lost.set(sourceContactId, same);
  }
  return lost;
};

const createContact = (sync: Sync, sourceUserId: string, contact: PortableContact): CreateContact => ({
  kind: 'createContact',
  sourceContactId: contact.sourceContactId,
  fields: contact.fields,
  mark: markFor(sync, sourceUserId, contact, false),
  joinGroup: true,
  ...(sync.myContacts ? {} : { withoutMyContacts: true }),
});

/** B5, B14: why nothing may be written at this destination. */
const refuse = (
  sync: Sync,
  index: SyncIndex,
  changes: readonly Change[],
  leaving: number,
  { byId, strays }: ManagedContacts,
  isEmptied: boolean,
): Problem | undefined => {
  const creates = changes.filter(({ kind }) => kind === 'createContact').length;
  if (creates > 0 && index.size + creates > CONTACTS_PER_ACCOUNT)
    return problem('target.tooFull', { existing: index.size, creates, limit: CONTACTS_PER_ACCOUNT });
  const delivered = byId.size + strays.length;
  // What `judgeNight` lets through comes with a guard that is wide open.
  if (isEmptied && leaving > 0 && sync.guard.share < 1) return problem('sync.sourceEmptied', { before: delivered });
  return judgeDeletions(sync.guard, leaving, delivered);
};
