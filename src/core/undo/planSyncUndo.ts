import { plural } from '../base/plural';
import { MY_CONTACTS } from '../contacts/ContactGroup';
import type { Skip, SkipReason } from '../plan/Change';
import { describeSkip } from '../plan/describeSkips';
import { order } from '../plan/TargetPlan';
import { managedContacts, isEdited } from '../sync/managedContacts';
import { unpackSync, type NamedSync } from '../sync/packSync';
import { isEmptied } from '../sync/planLeaving';
import { memberChanges, type MemberWish } from '../sync/planMembers';
import type { SyncPlan } from '../sync/planSync';
import type { SyncedContact, SyncIndex } from '../sync/SyncIndex';

/** What one run of a sync did at one destination, as its preview named it. */
export interface SyncDeeds {
  readonly named: NamedSync;
  /** Contacts. */
  readonly deleted: number;
  /** Labels that it made, joined, renamed or deleted, and whether it made one. */
  readonly labels: number;
  readonly madeLabel: boolean;
}

export const noDeeds: SyncDeeds = { named: unpackSync('', []), deleted: 0, labels: 0, madeLabel: false };

const why = (reason: SkipReason, skips: readonly Skip[]): string[] => {
  const count = skips.filter((skip) => skip.reason === reason).length;
  return count === 0 ? [] : [`${plural(count, 'contact')} kept: ${describeSkip(reason)}`];
};

/**
 * B6: takes back what a run of a sync did at a destination, where it stands as the run left it: what it created goes, labels return. No
 * contents are kept of what a run writes over or deletes. The same function makes the preview and the run.
 */
export const planSyncUndo = (
  syncId: string,
  sourceId: string,
  index: SyncIndex,
  { named, deleted, labels, madeLabel }: SyncDeeds,
): SyncPlan => {
  const managed = managedContacts(index.contacts, syncId, sourceId);
  const made = [...managed.byId].flatMap(([id, some]) => (named.created.has(id) ? some : []));
  const going = made.filter((one) => !isEdited(one));
  const gone = new Set(going.map(({ contact }) => contact.resourceName));
  const label = index.groups.find(
    ({ groupType, marks }) => groupType === 'USER_CONTACT_GROUP' && marks.some(({ origin }) => origin === syncId),
  );

  const wishesFor = ({ resourceName, groups }: SyncedContact): MemberWish[] => {
    const wishes = named.members.flatMap(({ isMine, isIn, has }): MemberWish[] => {
      const group = isMine ? MY_CONTACTS : label?.resourceName;
      const isAsLeft = group !== undefined && groups.includes(group) === isIn;
      return isAsLeft && has(resourceName) ? [{ sourceContactId: '', resourceName, group, isIn: !isIn }] : [];
    });
    const after = groups.filter((group) => wishes.every((wish) => wish.group !== group)).length + wishes.filter(({ isIn }) => isIn).length;
    // Every contact has to be under some label.
    return after === 0 ? [] : wishes;
  };
  const wishes = index.contacts.filter(({ resourceName }) => !gone.has(resourceName)).flatMap(wishesFor);
  const changes = order([
    ...memberChanges(wishes.filter(({ isIn }) => isIn)),
    ...memberChanges(wishes.filter(({ isIn }) => !isIn)),
    ...going.map(({ contact: { resourceName }, mark: { sourceContactId } }) => ({
      kind: 'deleteContact' as const,
      sourceContactId,
      resourceName,
    })),
  ]);
  const isOwn = label !== undefined && label.marks.every(({ adopted }) => adopted !== true);
  const goesToo = isOwn && madeLabel && isEmptied(index, label, changes);

  const overwritten = [...managed.byId.values()]
    .flat()
    .filter(({ contact: { resourceName } }) => named.has({ kind: 'updateContact', resourceName }));
  const skips: Skip[] = [
    ...made.filter(isEdited).map(({ mark: { sourceContactId } }): Skip => ({ sourceContactId, reason: 'editedSince' })),
    ...[...managed.merged].filter((id) => named.created.has(id)).map((sourceContactId): Skip => ({ sourceContactId, reason: 'merged' })),
    ...overwritten.map(({ mark: { sourceContactId } }): Skip => ({ sourceContactId, reason: 'overwritten' })),
  ];
  const others = labels - (madeLabel ? 1 : 0);
  return {
    targetId: index.targetId,
    group: { kind: 'none' },
    changes: goesToo ? [...changes, { kind: 'deleteContactGroup', resourceName: label.resourceName }] : changes,
    skips,
    existing: index.size,
    putBack: '',
    managed: managed.byId.size,
    left: [
      ...(['editedSince', 'merged', 'overwritten'] as const).flatMap((reason) => why(reason, skips)),
      ...(deleted === 0
        ? []
        : [`${plural(deleted, 'contact')} deleted by the run: the account’s owner finds them in the trash of Google Contacts for 30 days`]),
      ...(named.unnamedMembers === 0 ? [] : [`Labels of ${plural(named.unnamedMembers, 'contact')} stay: they were too many to be named`]),
      ...(others <= 0 ? [] : ['What the run did to a label that was there stays']),
    ],
  };
};
