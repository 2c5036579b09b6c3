import type { Change } from '../plan/Change';
import { order } from '../plan/TargetPlan';
import { snapshotOf } from '../copy/snapshotOf';
import { planSync, type SyncPlan, type SyncWork } from './planSync';
import type { SyncIndex } from './SyncIndex';
import { noMemory } from './SyncMemory';
import { sourceIdOf } from './Sync';

/**
 * G40, G47: what goes at a user who is no destination any more: what the sync delivered, and its label when nothing else is in it. How
 * much may go in a night is judged before (`judgeNight`), so no guard holds here.
 */
export const planLeaving = (work: Omit<SyncWork, 'snapshot'>, index: SyncIndex): SyncPlan => {
  const snapshot = snapshotOf(sourceIdOf(work.sync.source), [], 0);
  const { refusal: _guard, ...plan } = planSync({ ...work, snapshot }, index, noMemory);
  const label = index.groups.find(
    (group) =>
      group.groupType === 'USER_CONTACT_GROUP' && group.marks.some((mark) => mark.origin === work.sync.id && mark.adopted !== true),
  );
  const changes = plan.changes.filter(({ kind }) => kind !== 'renameContactGroup');
  if (label === undefined || !isEmptied(index, label, changes)) return { ...plan, changes };
  return { ...plan, changes: order([...changes, { kind: 'deleteContactGroup', resourceName: label.resourceName }]) };
};

/** Whether the label holds nothing but what goes. */
export const isEmptied = (
  index: SyncIndex,
  { resourceName, memberCount }: { readonly resourceName: string; readonly memberCount: number },
  changes: readonly Change[],
): boolean => {
  const going = new Set(
    changes.flatMap((change) => {
      if (change.kind === 'deleteContact') return [change.resourceName];
      return change.kind === 'changeMembers' && change.group === resourceName ? change.remove : [];
    }),
  );
  const members = index.contacts.filter(({ groups }) => groups.includes(resourceName));
  return members.every((one) => going.has(one.resourceName)) && memberCount <= members.length;
};
