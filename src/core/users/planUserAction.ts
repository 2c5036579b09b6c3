import { problem, type Problem } from '../base/Problem';
import type { DirectoryAction } from './UserAction';
import type { DirectoryChange, UserSetting } from './UserChange';
import { settingOf } from './settingOf';
import { tidyValue, userField } from './userFields';
import type { UserRecord } from './UserRecord';

/** What is known of one target when its turn comes. */
export interface UserFacts {
  readonly record: UserRecord;
  /** Role (`MEMBER`, `MANAGER`, `OWNER`) by group id, of the groups that the action names and the user is a direct member of. */
  readonly roles: Readonly<Record<string, string>>;
  /** Spaces that the action names and the user is in, or is invited to. */
  readonly spaces: readonly string[];
}

export interface UserPlan {
  readonly changes: readonly DirectoryChange[];
  /** What the action asks for and is so already. */
  readonly alreadySo: number;
  /** Why nothing of it may be done. */
  readonly refusal?: Problem;
}

const nothing: UserPlan = { changes: [], alreadySo: 0 };

const planOf = (changes: readonly (DirectoryChange | undefined)[]): UserPlan => {
  const real = changes.filter((change): change is DirectoryChange => change !== undefined);
  return { changes: real, alreadySo: changes.length - real.length };
};

export const planSetting = (record: UserRecord, name: UserSetting, after: string): UserPlan => {
  const before = settingOf(record, name);
  return planOf([before === after ? undefined : { kind: 'setUserSetting', setting: name, before, after }]);
};

/** What one action has to change at one user. The same function makes the preview and the run. */
export const planUserAction = (action: DirectoryAction, { record, roles, spaces }: UserFacts): UserPlan => {
  switch (action.kind) {
    case 'setUserFields':
      return planOf(
        action.fields.map(({ field, value }) => {
          const before = userField(field).read(record);
          if (before === value) return undefined;
          const after = tidyValue(field, value);
          return tidyValue(field, before) === after ? undefined : { kind: 'setUserField', field, before, after };
        }),
      );
    case 'addToGroups':
      return planOf(
        action.groups.map(({ groupId, email }) => (roles[groupId] === undefined ? { kind: 'addMember', groupId, email } : undefined)),
      );
    case 'removeFromGroups':
      return planOf(
        action.groups.map(({ groupId, email }) => {
          const role = roles[groupId];
          return role === undefined ? undefined : { kind: 'removeMember', groupId, email, role };
        }),
      );
    case 'moveToOrgUnit':
      return planSetting(record, 'orgUnitPath', action.orgUnitPath);
    case 'suspendUser':
      // An administrator who is locked out cannot be let in again by Roster; Google's own console is the place for that.
      return record['isAdmin'] === true
        ? { ...nothing, refusal: problem('user.administratorKept') }
        : planSetting(record, 'suspended', 'true');
    case 'restoreUser':
      return planSetting(record, 'suspended', 'false');
    case 'showInDirectory':
      return planSetting(record, 'includeInGlobalAddressList', 'true');
    case 'hideFromDirectory':
      return planSetting(record, 'includeInGlobalAddressList', 'false');
    case 'addToSpaces':
      return planOf(action.spaces.map(({ space, title }) => (spaces.includes(space) ? undefined : { kind: 'addToSpace', space, title })));
  }
};
