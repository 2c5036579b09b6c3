import type { UserProfile, UserRecord } from './DirectoryRecords';
import type { UserChange } from './readUser';
import type { SchemaChange } from './readSchemas';
import type { UserFieldName } from './userFields';

/** Puts what a change says into the record: everything but address and organizational unit, which have an index. */
export function applyUser(user: UserRecord, change: UserChange): void {
  const { name, password, flags, lists, recovery, customSchemas } = change;
  for (const [part, value] of Object.entries(name ?? {})) {
    if (value !== null) user.name = { ...user.name, [part]: value };
    else delete user.name.displayName;
  }
  if (password !== undefined) user.password = password;
  if (flags.suspended !== undefined && flags.suspended !== user.suspended) user.suspensionReason = flags.suspended ? 'ADMIN' : undefined;
  Object.assign(user, flags);
  for (const [field, value] of Object.entries({ ...lists, ...recovery })) set(user, field as UserFieldName, value);
  if (customSchemas !== undefined) setSchemas(user, customSchemas);
}

function set(user: UserProfile, field: UserFieldName | 'recoveryEmail' | 'recoveryPhone', value: unknown): void {
  if (value === null) delete user[field];
  else Object.assign(user, { [field]: value });
}

/** Fields and schemas that are not named stay. */
function setSchemas(user: UserProfile, change: SchemaChange): void {
  const schemas: Record<string, Record<string, unknown>> = { ...user.customSchemas };
  for (const [schemaName, fields] of Object.entries(change)) {
    const merged = { ...(fields === null ? {} : schemas[schemaName]), ...fields };
    const kept = Object.entries(merged).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
    if (kept.length === 0) delete schemas[schemaName];
    else schemas[schemaName] = Object.fromEntries(kept);
  }
  if (Object.keys(schemas).length === 0) delete user.customSchemas;
  else user.customSchemas = schemas;
}
