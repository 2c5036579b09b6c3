import { problem, type Problem } from '../base/Problem';
import { utf8 } from '../base/utf8';
import { compareText } from '../base/compareText';
import { planSetting, planUserAction, type UserFacts, type UserPlan } from '../users/planUserAction';
import { isSameRole, type GroupRef, type RoleRef } from '../users/UserAction';
import type { DirectoryChange } from '../users/UserChange';
import { userPatch } from '../users/userPatch';
import type { UserPatch } from '../users/UserRecord';
import type { ImportFieldId } from './ImportField';
import type { ImportGroupKind } from './ImportNames';
import type { ImportWish, ListWish } from './ImportWish';
import type { ImportIndex } from './indexNames';

/** What a user has now. Where a list overwrites, `roles` and `spaces` hold all direct memberships of the user. */
export interface ImportFacts extends UserFacts {
  readonly adminRoles: readonly RoleRef[];
}

/** Of who is not there yet. A new user has to change the password that nobody knows. */
export const newUserFacts: ImportFacts = { record: { changePasswordAtNextLogin: true }, roles: {}, spaces: [], adminRoles: [] };

export interface WishPlan extends UserPlan {
  /** What is worth knowing beside the changes, worded as problems are. */
  readonly notes: readonly Problem[];
  /** The field that `refusal` is about. */
  readonly refusedAt?: ImportFieldId;
}

type Places = Pick<ImportIndex, 'groups' | 'spaces' | 'chatAccess' | 'keepers'>;

/** Largest size of a list as JSON, bytes: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users */
const listBytes: Readonly<Record<string, number>> = {
  phones: 1024,
  languages: 1024,
  externalIds: 2048,
  relations: 2048,
  websites: 2048,
  addresses: 10_240,
  emails: 10_240,
  locations: 10_240,
  organizations: 10_240,
};

const tooLarge = (patch: UserPatch): Problem | undefined => {
  for (const [list, limit] of Object.entries(listBytes)) {
    if (patch[list] === undefined || patch[list] === null) continue;
    const text = JSON.stringify(patch[list]);
    // A unit of the text is at most three bytes: most need not be counted.
    if (3 * text.length > limit && utf8(text).length > limit) return problem('import.listTooLarge', { list, limit });
  }
  return undefined;
};

const sum = (plans: readonly UserPlan[]): UserPlan => ({
  changes: plans.flatMap(({ changes }) => changes),
  alreadySo: plans.reduce((total, { alreadySo }) => total + alreadySo, 0),
});

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments: the same role may be held in several units. */
const planRole = (role: RoleRef, has: boolean, held: readonly RoleRef[]): UserPlan => {
  if (has) {
    const isHeld = held.some((one) => isSameRole(one, role));
    return isHeld ? { changes: [], alreadySo: 1 } : { changes: [{ kind: 'addRole', ...role }], alreadySo: 0 };
  }
  const same = held.filter(({ roleId }) => roleId === role.roleId);
  const changes = same.map((one): DirectoryChange => ({ ...one, kind: 'removeRole', title: role.title }));
  return { changes, alreadySo: changes.length === 0 ? 1 : 0 };
};

/** I28: the other groups of that kind that the user is in. */
const otherGroups = (kind: ImportGroupKind, list: ListWish<GroupRef> | undefined, { groups }: Places, facts: ImportFacts): GroupRef[] => {
  if (list?.overwrite !== true) return [];
  const kept = new Set(list.members.map(({ groupId }) => groupId));
  return Object.keys(facts.roles)
    .flatMap((groupId) => groups.get(groupId.toLowerCase()) ?? [])
    .filter((group) => group.kind === kind && !kept.has(group.groupId))
    .map(({ groupId, email }) => ({ groupId, email }))
    .sort((one, other) => compareText(one.email, other.email));
};

const otherSpaces = ({ chatSpaces }: ImportWish, { spaces }: Places, facts: ImportFacts): DirectoryChange[] => {
  if (chatSpaces?.overwrite !== true) return [];
  const kept = new Set(chatSpaces.members.map(({ space }) => space));
  return facts.spaces
    .filter((space) => !kept.has(space))
    .flatMap((space) => spaces.get(space.toLowerCase()) ?? [])
    .map(({ space, title }): DirectoryChange => ({ kind: 'removeFromSpace', space, title }))
    .sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)));
};

/**
 * What a row has to change at one user: their record, roles, groups and spaces in this order, what is taken away last. The run does
 * what is left of it (`planNamed`). `facts` of who is to be created are `newUserFacts`.
 */
export const planWish = (wish: ImportWish, facts: ImportFacts, places: Places): WishPlan => {
  const { targetId, creates, permissions, chatSpaces } = wish;
  const refused = (refusedAt: ImportFieldId, refusal: Problem): WishPlan => ({ changes: [], alreadySo: 0, notes: [], refusal, refusedAt });
  const notes: Problem[] = [];
  const settings = wish.settings.filter(({ setting, value }) => !(creates && setting === 'changePasswordAtNextLogin' && value === 'false'));
  if (settings.length < wish.settings.length) notes.push(problem('import.passwordMustChange'));
  const suspends = settings.some(({ setting, value }) => setting === 'suspended' && value === 'true');
  if (suspends && facts.record['isAdmin'] === true) return refused('active', problem('user.administratorKept'));
  if (suspends && places.keepers.has(targetId)) return refused('active', problem('user.keeperKept'));
  const ofRecord = sum([
    planUserAction({ kind: 'setUserFields', fields: wish.fields }, facts),
    ...settings.map(({ setting, value }) => planSetting(facts.record, setting, value)),
  ]);
  const patch = ofRecord.changes.length === 0 ? undefined : userPatch(facts.record, ofRecord.changes);
  const large = patch === undefined ? undefined : tooLarge(patch);
  if (large !== undefined) return refused('address', large);
  const groupsWanted = (has: boolean): GroupRef[] =>
    permissions.flatMap((one) => (one.kind === 'group' && one.has === has ? [one.group] : []));
  const { chatAccess } = places;
  const joins = planUserAction({ kind: 'addToSpaces', spaces: chatSpaces?.members ?? [] }, facts);
  const added = [...groupsWanted(true), ...(wish.communicationGroups?.members ?? []), ...(wish.permissionGroups?.members ?? [])];
  if (chatSpaces !== undefined && chatAccess !== undefined) {
    const { groupId, email } = chatAccess;
    if (groupsWanted(false).some((group) => group.groupId === groupId)) {
      return refused(`access/${groupId}`, problem('import.chatAccessRefused', { group: email }));
    }
    // I29: who joins a space must be able to use Chat.
    if (joins.changes.length > 0 && facts.roles[groupId] === undefined && !added.some((group) => group.groupId === groupId)) {
      added.unshift(chatAccess);
      notes.push(problem('import.chatAccessGiven', { group: email }));
    }
  }
  const removed = [
    ...otherGroups('communication', wish.communicationGroups, places, facts),
    ...otherGroups('permission', wish.permissionGroups, places, facts),
  ];
  const roles = permissions.flatMap((one) => (one.kind === 'role' ? [planRole(one.role, one.has, facts.adminRoles)] : []));
  const { changes, alreadySo } = sum([
    ofRecord,
    ...roles,
    planUserAction({ kind: 'addToGroups', groups: added }, facts),
    joins,
    { changes: otherSpaces(wish, places, facts), alreadySo: 0 },
    planUserAction({ kind: 'removeFromGroups', groups: [...removed, ...groupsWanted(false)] }, facts),
  ]);
  const takes = changes.filter(({ kind }) => kind === 'removeRole');
  return { changes: [...changes.filter(({ kind }) => kind !== 'removeRole'), ...takes], alreadySo, notes };
};
