import { compareText } from '../base/compareText';
import { problem } from '../base/Problem';
import type { ContactGroup, GroupMark } from '../contacts/ContactGroup';
import { sameName, type PlannedLabel } from '../copy/planLabel';
import type { Change } from '../plan/Change';
import { sourceGroupOf, sourceIdOf, type Sync } from './Sync';
import type { SyncIndex } from './SyncIndex';
import { differenceOf } from './SyncMemory';

export interface PlannedSyncLabel extends PlannedLabel {
  /** The label that is there: made by this sync, or joined. */
  readonly existing?: { readonly resourceName: string; readonly isOwn: boolean; readonly memberCount: number };
  /** What is written to the label itself. */
  readonly change?: Change;
  /** Name of the difference that `change` puts right; absent: it is no drift. */
  readonly difference?: string;
}

/**
 * The label of a sync at one destination: the one with its mark, whatever it is called; else one of that name, joined or refused as
 * chosen; else a new one. `name`: what it shall be called. `isNeeded`: something goes in.
 */
export const planSyncLabel = (sync: Sync, name: string, { groups }: SyncIndex, isNeeded: boolean): PlannedSyncLabel => {
  const mark: GroupMark = {
    version: 1,
    origin: sync.id,
    sourceUserId: sourceIdOf(sync.source),
    sourceGroup: sourceGroupOf(sync.source),
    name,
  };
  const users = groups
    .filter(({ groupType }) => groupType === 'USER_CONTACT_GROUP')
    .sort((one, other) => compareText(one.resourceName, other.resourceName));
  const found = users.find((group) => markOf(group, sync.id) !== undefined);
  if (found !== undefined) return known(sync, name, found, mark, groups);
  if (!isNeeded) return { group: { kind: 'none' } };
  const namesake = users.find((group) => sameName(group.name, name));
  if (namesake !== undefined && sync.existingLabel === 'refuse')
    return { group: { kind: 'none' }, refusal: problem('sync.labelExists', { label: namesake.name }) };
  if (namesake !== undefined) {
    const { resourceName } = namesake;
    const joined: GroupMark = { ...mark, adopted: true };
    return { ...joinTo(namesake, false), change: { kind: 'markContactGroup', resourceName, mark: joined } };
  }
  // Whether Google takes the names of its own groups for new ones is written nowhere: the run tries.
  const isReserved = groups.some((group) => sameName(group.name.toLowerCase(), name.toLowerCase()));
  return {
    group: { kind: 'create', name },
    change: { kind: 'createContactGroup', name, mark },
    ...(isReserved ? { warning: problem('sync.labelNameDoubtful', { label: name }) } : {}),
  };
};

const markOf = (group: ContactGroup, syncId: string): GroupMark | undefined => group.marks.find(({ origin }) => origin === syncId);

const joinTo = ({ resourceName, name, memberCount }: ContactGroup, isOwn: boolean): PlannedSyncLabel => ({
  group: { kind: 'join', name, resourceName },
  existing: { resourceName, isOwn, memberCount },
});

/** G14, G21: a label of ours follows a new name; one that its owner renamed gets its name back where drift is put back. */
const known = (sync: Sync, name: string, found: ContactGroup, mark: GroupMark, groups: readonly ContactGroup[]): PlannedSyncLabel => {
  const before = markOf(found, sync.id);
  const joined = joinTo(found, before?.adopted !== true);
  const renamedThere = before?.name !== undefined && !sameName(before.name, found.name);
  const isRight = sameName(found.name, name) || before?.adopted === true || (renamedThere && sync.drift.mode !== 'enforce');
  if (isRight) return joined;
  if (groups.some((group) => group !== found && sameName(group.name, name)))
    return { ...joined, warning: problem('sync.labelNameTaken', { label: name, current: found.name }) };
  const { resourceName } = found;
  const wasSet = before?.name === undefined || sameName(before.name, name);
  return {
    ...joined,
    change: { kind: 'renameContactGroup', resourceName, name, mark },
    ...(wasSet ? { difference: differenceOf('label', resourceName, found.name, name) } : {}),
  };
};
