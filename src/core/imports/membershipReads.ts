import type { ImportGroupKind } from './ImportNames';
import type { ImportWish } from './ImportWish';

/** Largest pages: https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/list and https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/list */
const groupPage = 200;
const spacePage = 1000;

/** A group or space and how many are in it, as a listing says. */
export interface Sized {
  readonly id: string;
  readonly members: number;
}

export interface Places {
  readonly groups: readonly (Sized & { readonly kind: ImportGroupKind })[];
  readonly spaces: readonly Sized[];
  /** I29: also looked at for whom rows put into a space. */
  readonly chatAccess?: string;
  /** How many users the organization has. */
  readonly users: number;
}

/** What is asked for, so that all memberships that rows touch are known. */
export interface MembershipReads {
  /** Groups whose members are listed. */
  readonly groups: readonly string[];
  /** Users whose groups are listed; the role in one of `kinds` that the row does not name is asked for. */
  readonly users: readonly ImportWish[];
  readonly kinds: ReadonlySet<ImportGroupKind>;
  /** Users who are looked for in a group, by group. */
  readonly inGroups: readonly (readonly [groupId: string, userId: string])[];
  readonly spaces: readonly string[];
  readonly inSpaces: readonly (readonly [space: string, userId: string])[];
}

const add = (map: Map<string, Set<string>>, key: string, value: string): void => void map.set(key, (map.get(key) ?? new Set()).add(value));

/** Lists what takes no more pages than there are users to be looked for; the others are looked for one by one. */
const split = (wanted: ReadonlyMap<string, ReadonlySet<string>>, sizes: ReadonlyMap<string, number>, page: number) => {
  const [listed, single]: [string[], (readonly [string, string])[]] = [[], []];
  for (const [id, users] of wanted) {
    if (Math.max(1, Math.ceil((sizes.get(id) ?? 0) / page)) <= users.size) listed.push(id);
    else single.push(...[...users].map((user) => [id, user] as const));
  }
  return { listed, single };
};

/** Everybody's groups or everybody in groups, whichever takes fewer calls. Google has no listing of all memberships. */
export const membershipReads = (wishes: readonly ImportWish[], { groups, spaces, chatAccess, users }: Places): MembershipReads => {
  const kinds = new Set<ImportGroupKind>();
  const overwriting: ImportWish[] = [];
  const [named, namedSpaces] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const wish of wishes.filter(({ creates }) => !creates)) {
    const { targetId, communicationGroups, permissionGroups, chatSpaces } = wish;
    if (communicationGroups?.overwrite === true) kinds.add('communication');
    if (permissionGroups?.overwrite === true) kinds.add('permission');
    if (communicationGroups?.overwrite === true || permissionGroups?.overwrite === true) overwriting.push(wish);
    for (const one of wish.permissions) if (one.kind === 'group') add(named, one.group.groupId, targetId);
    for (const { groupId } of [...(communicationGroups?.members ?? []), ...(permissionGroups?.members ?? [])])
      add(named, groupId, targetId);
    if (chatSpaces !== undefined && chatAccess !== undefined) add(named, chatAccess, targetId);
    for (const { id: space } of chatSpaces?.overwrite === true ? spaces : []) add(namedSpaces, space, targetId);
    for (const { space } of chatSpaces?.members ?? []) add(namedSpaces, space, targetId);
  }
  const ofKinds = groups.filter(({ kind }) => kinds.has(kind));
  const pages = ofKinds.reduce((sum, { members }) => sum + Math.max(1, Math.ceil(members / groupPage)), 0);
  // Of each group that they are in their role is asked for, too.
  const each = 1 + ofKinds.reduce((sum, { members }) => sum + members, 0) / Math.max(1, users);
  const byUser = overwriting.length * each < pages;
  for (const { id } of ofKinds) {
    if (byUser) for (const { targetId } of overwriting) named.get(id)?.delete(targetId);
    else named.delete(id);
  }
  const inGroups = split(named, new Map(groups.map(({ id, members }) => [id, members])), groupPage);
  const inSpaces = split(namedSpaces, new Map(spaces.map(({ id, members }) => [id, members])), spacePage);
  return {
    groups: [...(byUser || overwriting.length === 0 ? [] : ofKinds.map(({ id }) => id)), ...inGroups.listed],
    users: byUser ? overwriting : [],
    kinds,
    inGroups: inGroups.single,
    spaces: inSpaces.listed,
    inSpaces: inSpaces.single,
  };
};
