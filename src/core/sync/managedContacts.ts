import { compareText } from '../base/compareText';
import type { Mark } from '../contacts/Mark';
import type { SyncedContact } from './SyncIndex';

/** A contact that the sync delivered or adopted, and the mark that says so. */
export interface ManagedContact {
  readonly contact: SyncedContact;
  readonly mark: Mark;
}

/** The contacts of a destination, by what the sync may do to them. */
export interface ManagedContacts {
  /** By id of the source's contact; several are doubles, in a fixed order. */
  readonly byId: ReadonlyMap<string, readonly ManagedContact[]>;
  /** Delivered when the sync had another source. */
  readonly strays: readonly ManagedContact[];
  /** Ids of source contacts that a contact stands for which its owner made out of several. */
  readonly merged: ReadonlySet<string>;
  /** Everything else: never written but to adopt it, or to give it back a mark that was lost. */
  readonly others: readonly SyncedContact[];
}

export const isEdited = ({ contact, mark }: ManagedContact): boolean => contact.fingerprint !== mark.fingerprint;

export const managedContacts = (contacts: readonly SyncedContact[], syncId: string, sourceId: string): ManagedContacts => {
  const byId = new Map<string, ManagedContact[]>();
  const [strays, others]: [ManagedContact[], SyncedContact[]] = [[], []];
  const merged = new Set<string>();
  for (const contact of contacts) {
    const ours = contact.marks.filter(({ origin }) => origin === syncId);
    const [mark] = ours;
    if (mark === undefined) {
      others.push(contact);
      continue;
    }
    const isOne = ours.every((one) => one.sourceUserId === mark.sourceUserId && one.sourceContactId === mark.sourceContactId);
    // Beside what another run or sync delivered it was merged, too, unless it was adopted as it was.
    const isAlone = ours.length === contact.marks.length || ours.some(({ adopted }) => adopted === true);
    if (!isOne || !isAlone || contact.isUnclear) {
      for (const one of ours) if (one.sourceUserId === sourceId) merged.add(one.sourceContactId);
    } else if (mark.sourceUserId !== sourceId) strays.push({ contact, mark });
    else byId.set(mark.sourceContactId, [...(byId.get(mark.sourceContactId) ?? []), { contact, mark }]);
  }
  for (const all of byId.values()) all.sort((one, other) => compareText(one.contact.resourceName, other.contact.resourceName));
  return { byId, strays, merged, others };
};
