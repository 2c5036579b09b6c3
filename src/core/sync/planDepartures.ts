import type { Change, Skip, SkipReason } from '../plan/Change';
import { isEdited, type ManagedContact, type ManagedContacts } from './managedContacts';
import type { MemberWish } from './planMembers';
import type { Sync } from './Sync';

export interface Departures {
  readonly deletes: readonly Change[];
  /** Adopted contacts go out of the label only. */
  readonly members: readonly MemberWish[];
  readonly skips: readonly Skip[];
  /** Contacts that go because the source has them no more; doubles apart. */
  readonly leaving: number;
}

/** Why a contact that the source has no more stays all the same. */
const whyKept = (sync: Sync, managed: ManagedContact): SkipReason | undefined => {
  if (managed.mark.adopted === true) return 'adopted';
  return sync.drift.mode !== 'enforce' && isEdited(managed) ? 'editedThere' : undefined;
};

/**
 * What goes at a destination: contacts that the source has no more, and doubles. What was adopted, merged, or cannot be read is never deleted.
 */
export const planDepartures = (
  sync: Sync,
  managed: ManagedContacts,
  wanted: ReadonlySet<string>,
  doubles: readonly ManagedContact[],
  label: { readonly resourceName: string; readonly isOwn: boolean } | undefined,
): Departures => {
  const all = [...managed.byId].flatMap(([id, some]) => (wanted.has(id) ? [] : some));
  const gone = [...all, ...managed.strays];
  const leaving = gone.filter((one) => whyKept(sync, one) === undefined);
  const isReleased = ({ contact, mark }: ManagedContact): boolean =>
    mark.adopted === true && label?.isOwn === true && contact.groups.includes(label.resourceName) && contact.groups.length > 1;
  return {
    deletes: [...leaving, ...doubles].map(({ contact, mark }) => ({
      kind: 'deleteContact',
      sourceContactId: mark.sourceContactId,
      resourceName: contact.resourceName,
    })),
    members: gone.filter(isReleased).map(({ contact, mark }) => ({
      sourceContactId: mark.sourceContactId,
      resourceName: contact.resourceName,
      group: label?.resourceName,
      isIn: false,
    })),
    skips: [
      ...gone.flatMap((one): Skip[] => {
        const reason = whyKept(sync, one);
        return reason === undefined ? [] : [{ sourceContactId: one.mark.sourceContactId, reason }];
      }),
      ...[...managed.merged].filter((id) => !wanted.has(id)).map((id): Skip => ({ sourceContactId: id, reason: 'merged' })),
    ],
    leaving: leaving.length,
  };
};
