import type { DirectoryUser } from '../core/directory/DirectoryUser';
import type { Domain } from '../core/directory/Domain';
import type { GoogleGroup, GroupMember } from '../core/directory/GoogleGroup';
import type { OrgUnit } from '../core/directory/OrgUnit';

/** A resource as the Directory API gives it: any property may be absent. */
export type Api = Readonly<Record<string, unknown>>;

export const directoryUser = (user: Api): DirectoryUser => ({
  id: text(user['id']),
  primaryEmail: text(user['primaryEmail']),
  aliases: aliasesOf(user),
  fullName: text((user['name'] as Api | undefined)?.['fullName']),
  orgUnitPath: text(user['orgUnitPath']) || '/',
  suspended: user['suspended'] === true,
  archived: user['archived'] === true,
  isAdmin: user['isAdmin'] === true,
  isDelegatedAdmin: user['isDelegatedAdmin'] === true,
});

/** `directMembersCount` is a number in a string (https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups). */
export const googleGroup = (group: Api): GoogleGroup => ({
  id: text(group['id']),
  email: text(group['email']),
  aliases: aliasesOf(group),
  name: text(group['name']),
  directMembersCount: Number(group['directMembersCount'] ?? 0) || 0,
});

export const groupMember = (member: Api): GroupMember => ({
  ...(typeof member['id'] === 'string' ? { id: member['id'] } : {}),
  ...(typeof member['email'] === 'string' ? { email: member['email'] } : {}),
  type: MEMBER_TYPES.find((type) => type === member['type']) ?? 'USER',
});

const MEMBER_TYPES = ['USER', 'GROUP', 'CUSTOMER', 'EXTERNAL'] as const;

export const orgUnit = (unit: Api): OrgUnit => ({
  orgUnitId: text(unit['orgUnitId']),
  orgUnitPath: text(unit['orgUnitPath']),
  name: text(unit['name']),
});

export const domain = (found: Api): Domain => ({
  domainName: text(found['domainName']),
  aliases: list(found['domainAliases']).map((alias) => text((alias as Api)['domainAliasName'])),
  isPrimary: found['isPrimary'] === true,
  verified: found['verified'] === true,
});

/** Given by an administrator, and those that follow from domain aliases. */
const aliasesOf = (record: Api): string[] => [...list(record['aliases']), ...list(record['nonEditableAliases'])].map(text);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
