import type { ContactFields, PortableContact } from '../contacts/ContactFields';
import { MARK_KEY, markEntry, parseMark, type Mark } from '../contacts/Mark';
import type { ClientData } from '../contacts/Person';
import type { Change, ContactWrite, SkipReason } from '../plan/Change';
import { isEdited, type ManagedContact } from './managedContacts';
import { deliveredIn, differingFields, entryPrints, isAllThere, mergeAdditions, type WasDelivered } from './mergeAdditions';
import type { Sync } from './Sync';
import type { SyncedContact } from './SyncIndex';
import { differenceOf } from './SyncMemory';

/** What one contact of the source needs at a destination. */
export interface Wish {
  readonly change?: Change;
  /** Why nothing is written. */
  readonly skip?: SkipReason;
  /** Name of the difference that is put right; absent: it is no drift. */
  readonly difference?: string;
}

/** Whether what the owner adds to a contact stays. What was theirs before keeps all that they had, whatever the mode. */
const keepsAdditions = (sync: Sync, mark: Pick<Mark, 'adopted'>): boolean => sync.drift.mode === 'keepAdditions' || mark.adopted === true;

export const markFor = (sync: Sync, sourceUserId: string, contact: PortableContact, adopted: boolean): Mark => {
  const { sourceContactId, fingerprint, fields } = contact;
  const mark: Mark = { version: 1, origin: sync.id, sourceUserId, sourceContactId, fingerprint, ...(adopted ? { adopted } : {}) };
  const entries = keepsAdditions(sync, mark) ? entryPrints(fields) : '';
  return entries === '' ? mark : { ...mark, entries };
};

/** All entries as they were read, with this mark in place of the one that the sync left before. */
const withMark = (clientData: readonly ClientData[], mark: Mark): ClientData[] => [
  ...clientData.filter((entry) => entry.key !== MARK_KEY || parseMark(entry)?.origin !== mark.origin),
  markEntry(mark),
];

const writeOf = (contact: SyncedContact, mask: ContactWrite['mask'], fields: ContactFields, mark: Mark): ContactWrite => ({
  sourceContactId: mark.sourceContactId,
  resourceName: contact.resourceName,
  ...(contact.etag === undefined ? {} : { etag: contact.etag }),
  mask,
  fields,
  clientData: withMark(contact.clientData, mark),
});

/** Without a list of what was delivered: everything while nobody edited the contact. */
const deliveredTo = (managed: ManagedContact): WasDelivered => {
  const { entries } = managed.mark;
  if (entries !== undefined) return deliveredIn(entries);
  return isEdited(managed) ? () => false : () => true;
};

/** Whether its owner changed or took away what was delivered; what they added to an adopted contact is no change of it. */
const isTouched = (managed: ManagedContact, there: ContactFields): boolean => {
  const { entries, adopted } = managed.mark;
  return adopted === true && entries !== undefined ? !isAllThere(entries, there) : isEdited(managed);
};

/** Whether the contact holds something of its owner's that the sync will not put back. */
const isPrecious = (sync: Sync, managed: ManagedContact, wanted: PortableContact): boolean => {
  const { contact, mark } = managed;
  if (mark.adopted === true) return true;
  if (contact.content === undefined || sync.drift.mode === 'enforce') return false;
  if (sync.drift.mode === 'report') return isEdited(managed);
  return differingFields(mergeAdditions(wanted.fields, contact.content, deliveredTo(managed)), wanted.fields).length > 0;
};

/** Of doubles the one that stands for the source's contact, and those that go: what an owner put into one of them stays. */
export const sortDoubles = (
  sync: Sync,
  all: readonly ManagedContact[],
  wanted: PortableContact,
): { readonly first: ManagedContact | undefined; readonly surplus: readonly ManagedContact[] } => {
  if (all.length < 2) return { first: all[0], surplus: [] };
  const precious = all.filter((one) => isPrecious(sync, one, wanted));
  const first = precious.find(({ mark }) => mark.adopted === true) ?? precious[0] ?? all[0];
  return { first, surplus: all.filter((one) => one !== first && !precious.includes(one)) };
};

/** A contact that is there and ours, beside what the source says of it now. */
export const planUpdate = (sync: Sync, managed: ManagedContact, wanted: PortableContact): Wish => {
  const { contact, mark } = managed;
  const there = contact.content ?? wanted.fields;
  const merges = there !== wanted.fields && keepsAdditions(sync, mark);
  const fields = merges ? mergeAdditions(wanted.fields, there, deliveredTo(managed)) : wanted.fields;
  const differing = there === wanted.fields ? [] : differingFields(fields, there);
  if (differing.length > 0 && sync.drift.mode === 'report' && isTouched(managed, there)) return { skip: 'editedThere' };
  const isNew = mark.fingerprint !== wanted.fingerprint;
  if (differing.length === 0 && !isNew) return { skip: 'alreadySo' };
  const after = markFor(sync, mark.sourceUserId, wanted, mark.adopted === true);
  const write = writeOf(contact, isNew ? [...differing, 'clientData'] : differing, fields, after);
  return {
    change: { kind: 'updateContact', ...write },
    ...(isNew ? {} : { difference: differenceOf('contact', contact.resourceName, contact.fingerprint, wanted.fingerprint) }),
  };
};

/** B7: a contact of the owner's that the sync writes from now on. Nothing that they had in it is lost. */
export const planAdoption = (sync: Sync, contact: SyncedContact, sourceUserId: string, wanted: PortableContact): Change => {
  const there = contact.content ?? {};
  const fields = mergeAdditions(wanted.fields, there, () => false);
  const mask = [...differingFields(fields, there), 'clientData'] as const;
  return { kind: 'adoptContact', ...writeOf(contact, mask, fields, markFor(sync, sourceUserId, wanted, true)) };
};

/** A contact of ours that lost its mark: only that is written. */
export const planRemark = (sync: Sync, contact: SyncedContact, sourceUserId: string, wanted: PortableContact): Change => ({
  kind: 'updateContact',
  ...writeOf(contact, ['clientData'], wanted.fields, markFor(sync, sourceUserId, wanted, false)),
});
