import { chunkList } from '../base/chunkList';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import type { Change } from '../plan/Change';
import type { Sync } from './Sync';
import type { SyncedContact } from './SyncIndex';
import { differenceOf } from './SyncMemory';

/** Names of one call that changes a label's members (https://developers.google.com/people/api/rest/v1/contactGroups.members/modify). */
export const MEMBERS_AT_ONCE = 1000;

/** A contact that goes into a label, or out of it. `group` undefined: the sync's own, which is being made. */
export interface MemberWish {
  readonly sourceContactId: string;
  readonly resourceName: string;
  readonly group: string | undefined;
  readonly isIn: boolean;
  /** Name of the difference that is put right; absent: it is no drift. */
  readonly difference?: string;
}

/** A contact of the source as it is at a destination. */
export interface PresentContact {
  readonly sourceContactId: string;
  readonly contact: SyncedContact;
  readonly adopted: boolean;
  /** This plan takes it over: its labels were never set. */
  readonly isNew: boolean;
}

/** The labels that a contact shall be under: the sync's, and My Contacts as chosen. Other labels are its owner's. */
export const wishMembers = (sync: Sync, present: PresentContact, label: string | undefined): MemberWish[] => {
  const { sourceContactId, contact, adopted, isNew } = present;
  const { resourceName, groups } = contact;
  if (sync.drift.mode === 'report' && !isNew) return [];
  const wish = (group: string | undefined, isIn: boolean): MemberWish => ({
    sourceContactId,
    resourceName,
    group,
    isIn,
    ...(isNew || group === undefined ? {} : { difference: differenceOf('member', resourceName, group, String(isIn)) }),
  });
  const inMine = groups.includes(MY_CONTACTS);
  return [
    ...(label === undefined || !groups.includes(label) ? [wish(label, true)] : []),
    ...(sync.myContacts && !inMine ? [wish(MY_CONTACTS, true)] : []),
    // What its owner had before stays where it was; and only where drift is put back nobody is surprised by it.
    ...(!sync.myContacts && inMine && !adopted && sync.drift.mode === 'enforce' ? [wish(MY_CONTACTS, false)] : []),
  ];
};

/** Calls of bounded size. Every contact must be in some label, so the sync's own comes first. */
export const memberChanges = (wishes: readonly MemberWish[]): Change[] => {
  const all = [...new Set(wishes.map(({ group }) => group))];
  const groups = [...all.filter((group) => group !== MY_CONTACTS), ...all.filter((group) => group === MY_CONTACTS)];
  return groups.flatMap((group) =>
    chunkList(
      wishes.filter((wish) => wish.group === group),
      MEMBERS_AT_ONCE,
    ).map((some): Change => {
      const names = (isIn: boolean): string[] => some.filter((wish) => wish.isIn === isIn).map(({ resourceName }) => resourceName);
      return { kind: 'changeMembers', ...(group === undefined ? {} : { group }), add: names(true), remove: names(false) };
    }),
  );
};
