import type { ImportFacts } from '../../src/core/imports/planWish';
import type { DirectoryChange } from '../../src/core/users/UserChange';
import { userPatch } from '../../src/core/users/userPatch';
import type { UserRecord } from '../../src/core/users/UserRecord';

/** What Google does with a patch: absent stays, null clears, custom fields one by one. */
const patched = (record: UserRecord, patch: UserRecord): UserRecord => {
  const after: Record<string, unknown> = { ...record };
  for (const [property, value] of Object.entries(patch)) {
    if (value === null) delete after[property];
    else if (property !== 'customSchemas') after[property] = value;
    else {
      const schemas = { ...(record['customSchemas'] as Record<string, object> | undefined) };
      for (const [schema, fields] of Object.entries(value as Record<string, object>)) {
        const merged = Object.entries({ ...schemas[schema], ...fields }).filter(([, one]) => one !== null);
        if (merged.length === 0) delete schemas[schema];
        else schemas[schema] = Object.fromEntries(merged);
      }
      after['customSchemas'] = schemas;
    }
  }
  return after;
};

/** A user after these changes, one after the other, as a program would make them at Google. */
export const applyToUser = (user: ImportFacts, changes: readonly DirectoryChange[]): ImportFacts => {
  const roles: Record<string, string> = { ...user.roles };
  let [spaces, adminRoles] = [user.spaces, user.adminRoles];
  for (const change of changes) {
    if (change.kind === 'addMember') roles[change.groupId] = change.role ?? 'MEMBER';
    if (change.kind === 'removeMember') delete roles[change.groupId];
    if (change.kind === 'addToSpace') spaces = [...spaces, change.space];
    if (change.kind === 'removeFromSpace') spaces = spaces.filter((space) => space !== change.space);
    if (change.kind === 'addRole' || change.kind === 'removeRole') {
      const { kind, ...role } = change;
      const others = adminRoles.filter((one) => one.roleId !== role.roleId || one.orgUnitId !== role.orgUnitId);
      adminRoles = kind === 'addRole' ? [...others, role] : others;
    }
  }
  return { record: patched(user.record, userPatch(user.record, changes) ?? {}), roles, spaces, adminRoles };
};
