import type { TouchedFacts } from '../users/isMade';
import { settingOf } from '../users/settingOf';
import { isSameRole, type RoleRef } from '../users/UserAction';
import type { DirectoryChange } from '../users/UserChange';
import { userField } from '../users/userFields';

/** Why something stays as the run left it. */
export type LeftReason =
  /** Somebody changed it after the run. */
  | 'changedSince'
  /** The group or unit is gone. */
  | 'placeGone'
  /** A super administrator, an officer or the operator would be locked out. */
  | 'lockedOut';

export interface LeftChange {
  /** As the run made it. */
  readonly change: DirectoryChange;
  readonly why: LeftReason;
}

/** What is known of one user when an undo has its turn. */
export interface UndoFacts extends TouchedFacts {
  /** Paths of all organizational units; undefined when no change needs them. */
  readonly units: readonly string[] | undefined;
  /** Whether they decide about requests or carry them out. */
  readonly isKeeper: boolean;
}

export interface UndoPlan {
  readonly changes: readonly DirectoryChange[];
  /** Values that are as before the run already. */
  readonly alreadySo: number;
  readonly left: readonly LeftChange[];
}

type Undone = DirectoryChange | 'alreadySo' | LeftReason;

const undone = (change: DirectoryChange, facts: UndoFacts): Undone => {
  const { record, roles, units } = facts;
  const isHeld = (role: RoleRef): boolean => facts.adminRoles.some((one) => isSameRole(one, role));
  switch (change.kind) {
    case 'setUserField': {
      const { field, before, after } = change;
      const now = userField(field).read(record);
      if (now === before) return 'alreadySo';
      return now === after ? { ...change, before: after, after: before } : 'changedSince';
    }
    case 'setUserSetting': {
      const { setting, before, after } = change;
      const now = settingOf(record, setting);
      if (now === before) return 'alreadySo';
      if (now !== after) return 'changedSince';
      if (setting === 'orgUnitPath' && units?.includes(before) !== true) return 'placeGone';
      const locksOut = setting === 'suspended' && before === 'true';
      return locksOut && (facts.isKeeper || record['isAdmin'] === true) ? 'lockedOut' : { ...change, before: after, after: before };
    }
    case 'addMember': {
      const { groupId, email, role: given = 'MEMBER' } = change;
      const role = roles[groupId];
      if (role === undefined) return 'alreadySo';
      return role === given ? { kind: 'removeMember', groupId, email, role } : 'changedSince';
    }
    case 'removeMember': {
      const { groupId, email, role: before } = change;
      if (facts.goneGroups.includes(groupId)) return 'placeGone';
      const role = roles[groupId];
      if (role === undefined) return { kind: 'addMember', groupId, email, role: before };
      return role === before ? 'alreadySo' : 'changedSince';
    }
    case 'addToSpace': {
      const role = facts.spaces[change.space];
      if (role === undefined) return 'alreadySo';
      return role === 'ROLE_MEMBER' ? { ...change, kind: 'removeFromSpace' } : 'changedSince';
    }
    case 'removeFromSpace':
      return facts.spaces[change.space] === undefined ? { ...change, kind: 'addToSpace' } : 'alreadySo';
    case 'addRole':
      return isHeld(change) ? { ...change, kind: 'removeRole' } : 'alreadySo';
    case 'removeRole':
      return isHeld(change) ? 'alreadySo' : { ...change, kind: 'addRole' };
  }
};

/**
 * What gives a user back what they had before a run, out of the changes that it made there: only where everything stands as the run
 * left it. The same function makes the preview and the run.
 */
export const planUndo = (made: readonly DirectoryChange[], facts: UndoFacts): UndoPlan => {
  const changes: DirectoryChange[] = [];
  const left: LeftChange[] = [];
  let alreadySo = 0;
  for (const change of made) {
    const found = undone(change, facts);
    if (found === 'alreadySo') alreadySo += 1;
    else if (typeof found === 'string') left.push({ change, why: found });
    else changes.push(found);
  }
  return { changes, alreadySo, left };
};
