import type { DirectoryChange } from './UserChange';
import { userField } from './userFields';
import type { Entry, UserPatch, UserRecord } from './UserRecord';

/** Both written, one after the other. Custom fields are the only property of which a part can be sent. */
export const mergePatch = (before: UserPatch, after: UserPatch): UserPatch => {
  const [schemas, more] = [before['customSchemas'], after['customSchemas']] as (Entry | undefined)[];
  if (schemas === undefined || more === undefined) return { ...before, ...after };
  const customSchemas: Record<string, unknown> = { ...schemas };
  for (const [schema, fields] of Object.entries(more)) customSchemas[schema] = { ...(schemas[schema] as Entry), ...(fields as Entry) };
  return { ...before, ...after, customSchemas };
};

/** One `users.update` for all changes of a user's record; undefined when none of them is one. Each field is written over the one before. */
export const userPatch = (record: UserRecord, changes: readonly DirectoryChange[]): UserPatch | undefined => {
  let patch: UserPatch = {};
  for (const change of changes) {
    if (change.kind === 'setUserField') patch = mergePatch(patch, userField(change.field).write(mergePatch(record, patch), change.after));
    if (change.kind === 'setUserSetting')
      patch = { ...patch, [change.setting]: change.setting === 'orgUnitPath' ? change.after : change.after === 'true' };
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
};
