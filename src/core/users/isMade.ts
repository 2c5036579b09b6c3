import { settingOf } from './settingOf';
import { isSameRole, type RoleRef } from './UserAction';
import type { DirectoryChange } from './UserChange';
import { userField } from './userFields';
import type { UserRecord } from './UserRecord';

/** What one user is and has, as far as some changes touch it. */
export interface TouchedFacts {
  readonly record: UserRecord;
  /** Role by group id; a group that the user is not in is left out, as one that is gone. */
  readonly roles: Readonly<Record<string, string>>;
  readonly goneGroups: readonly string[];
  /** Role by space; a space that the user is not in is left out. */
  readonly spaces: Readonly<Record<string, string>>;
  /** What the user holds as an administrator themself; none when no change is about roles. */
  readonly adminRoles: readonly RoleRef[];
}

/** Whether it is so already, whoever made it so. */
export const isMade = (change: DirectoryChange, { record, roles, spaces, adminRoles }: TouchedFacts): boolean => {
  switch (change.kind) {
    case 'setUserField':
      return userField(change.field).read(record) === change.after;
    case 'setUserSetting':
      return settingOf(record, change.setting) === change.after;
    case 'addMember':
      return roles[change.groupId] !== undefined;
    case 'removeMember':
      return roles[change.groupId] === undefined;
    case 'addToSpace':
      return spaces[change.space] !== undefined;
    case 'removeFromSpace':
      return spaces[change.space] === undefined;
    case 'addRole':
      return adminRoles.some((one) => isSameRole(one, change));
    case 'removeRole':
      return !adminRoles.some((one) => isSameRole(one, change));
  }
};
