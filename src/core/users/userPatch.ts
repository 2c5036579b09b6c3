import type { DirectoryChange } from './UserChange';
import { userField } from './userFields';
import type { UserPatch, UserRecord } from './UserRecord';

/** One `users.update` for all changes of a user's record; undefined when none of them is one. Each field is written over the one before. */
export const userPatch = (record: UserRecord, changes: readonly DirectoryChange[]): UserPatch | undefined => {
  let patch: UserPatch = {};
  for (const change of changes) {
    if (change.kind === 'setUserField') patch = { ...patch, ...userField(change.field).write({ ...record, ...patch }, change.after) };
    if (change.kind === 'setUserSetting')
      patch = { ...patch, [change.setting]: change.setting === 'orgUnitPath' ? change.after : change.after === 'true' };
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
};
