import type { GroupRef, RoleRef, SpaceRef } from '../users/UserAction';
import { textOf, type UserRecord } from '../users/UserRecord';
import type { ImportGroup, ImportNames } from './ImportNames';

/** A user behind an address. */
export interface FoundUser {
  readonly userId: string;
  readonly primaryEmail: string;
  /** The address is another one of theirs. */
  readonly isAlias: boolean;
}

/** `ImportNames` by what cells say; texts in lower case. */
export interface ImportIndex {
  readonly users: ReadonlyMap<string, FoundUser>;
  /** By Directory id. */
  readonly records: ReadonlyMap<string, UserRecord>;
  /** By id, and by each address. */
  readonly groups: ReadonlyMap<string, ImportGroup>;
  /** By resource name with and without `spaces/`, and by title. */
  readonly spaces: ReadonlyMap<string, readonly SpaceRef[]>;
  readonly roles: ReadonlyMap<string, RoleRef>;
  /** By path in lower case. */
  readonly units: ReadonlyMap<string, string>;
  readonly domains: readonly string[];
  readonly chatAccess?: GroupRef;
  readonly keepers: ReadonlySet<string>;
}

const lower = (text: string): string => text.normalize('NFC').toLowerCase();
const addressesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter((one) => one !== '') : []);

export const indexNames = (names: ImportNames): ImportIndex => {
  const users = new Map<string, FoundUser>();
  const records = new Map<string, UserRecord>();
  for (const record of names.users) {
    const [userId, primaryEmail] = [textOf(record['id']), textOf(record['primaryEmail'])];
    records.set(userId, record);
    users.set(lower(primaryEmail), { userId, primaryEmail, isAlias: false });
  }
  for (const record of names.users) {
    const [userId, primaryEmail] = [textOf(record['id']), textOf(record['primaryEmail'])];
    for (const alias of [...addressesIn(record['aliases']), ...addressesIn(record['nonEditableAliases'])].map(lower)) {
      if (!users.has(alias)) users.set(alias, { userId, primaryEmail, isAlias: true });
    }
  }
  const groups = new Map<string, ImportGroup>();
  for (const group of names.groups) for (const key of [group.groupId, group.email, ...group.aliases]) groups.set(lower(key), group);
  const spaces = new Map<string, readonly SpaceRef[]>();
  for (const space of names.spaces) {
    spaces.set(lower(space.space), [space]).set(lower(space.space.replace('spaces/', '')), [space]);
  }
  for (const space of names.spaces) spaces.set(lower(space.title), [...(spaces.get(lower(space.title)) ?? []), space]);
  return {
    users,
    records,
    groups,
    spaces,
    roles: new Map(names.roles.map((role) => [role.roleId, role])),
    units: new Map(names.orgUnitPaths.map((path) => [lower(path), path])),
    domains: names.domains.map(({ domainName }) => lower(domainName)),
    ...(names.chatAccess === undefined ? {} : { chatAccess: names.chatAccess }),
    keepers: names.keepers,
  };
};
