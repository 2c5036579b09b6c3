import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { ImportGroupKind } from '../../core/imports/ImportNames';
import type { ImportWish } from '../../core/imports/ImportWish';
import { membershipReads, type Places } from '../../core/imports/membershipReads';
import type { KeyedTask } from '../../engine/waves';
import { runWaves } from '../../engine/runWaves';
import type { Subject, Task } from '../../google/Call';
import { getSpaceRole, listSpaceMembers } from '../../google/chat';
import { listDirectMembers, listGroupsOf } from '../../google/directory';
import { getMemberRole } from '../../google/directoryWrites';
import type { Environment } from '../Environment';
import { marginOf } from '../runs/doTask';

const self: Subject = { kind: 'self' };

/** By Directory id. */
export interface Memberships {
  /** Role by group id. */
  readonly groups: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly spaces: ReadonlyMap<string, readonly string[]>;
}

/** A user is in a group or space, with their role. */
type Found = readonly [place: string, userId: string, role: string];

function* membersOf(groupId: string): Task<Result<Found[]>> {
  const listed = yield* listDirectMembers(self, groupId);
  if (listed.ok) return ok(listed.value.map(([userId, role]) => [groupId, userId, role] as const));
  return listed.problem.code === 'google.notFound' ? ok([]) : listed;
}

/** Of groups that the row keeps it does not matter which role; of the others an undo gives it back. */
function* groupsOf(
  wish: ImportWish,
  kindOf: ReadonlyMap<string, ImportGroupKind>,
  kinds: ReadonlySet<ImportGroupKind>,
): Task<Result<Found[]>> {
  const { targetId, communicationGroups, permissionGroups } = wish;
  const kept = new Set([...(communicationGroups?.members ?? []), ...(permissionGroups?.members ?? [])].map(({ groupId }) => groupId));
  const listed = yield* listGroupsOf(self, targetId);
  if (!listed.ok) return listed.problem.code === 'google.notFound' ? ok([]) : listed;
  const found: Found[] = [];
  for (const { id } of listed.value) {
    const kind = kindOf.get(id);
    if (kind === undefined || !kinds.has(kind)) continue;
    const role = kept.has(id) ? ok('MEMBER') : yield* getMemberRole(self, id, targetId);
    if (!role.ok) return role;
    if (role.value !== undefined) found.push([id, targetId, role.value]);
  }
  return ok(found);
}

function* lookIn(place: string, userId: string, look: Task<Result<string | undefined>>): Task<Result<Found[]>> {
  const role = yield* look;
  if (role.ok) return ok(role.value === undefined ? [] : [[place, userId, role.value]]);
  return role.problem.code === 'google.notFound' ? ok([]) : role;
}

function* peopleIn(space: string): Task<Result<Found[]>> {
  const listed = yield* listSpaceMembers(self, space);
  if (listed.ok) return ok(listed.value.map((userId) => [space, userId, ''] as const));
  return listed.problem.code === 'google.notFound' ? ok([]) : listed;
}

/** Who of the rows is in which of the groups and spaces that they touch, complete or a problem; many are asked for side by side. */
export const observeMemberships = (env: Environment, wishes: readonly ImportWish[], places: Places): Result<Memberships> => {
  const reads = membershipReads(wishes, places);
  const kindOf = new Map(places.groups.map(({ id, kind }) => [id, kind]));
  const tasks: KeyedTask<Result<Found[]>>[] = [
    ...reads.groups.map((id) => ({ key: `group ${id}`, task: () => membersOf(id) })),
    ...reads.users.map((wish) => ({ key: `user ${wish.targetId}`, task: () => groupsOf(wish, kindOf, reads.kinds) })),
    ...reads.inGroups.map(([id, userId]) => ({ key: `${id} ${userId}`, task: () => lookIn(id, userId, getMemberRole(self, id, userId)) })),
    ...reads.spaces.map((space) => ({ key: space, task: () => peopleIn(space) })),
    ...reads.inSpaces.map(([space, userId]) => ({
      key: `${space} ${userId}`,
      task: () => lookIn(space, userId, getSpaceRole(self, space, userId)),
    })),
  ];
  const wanted = new Set(wishes.map(({ targetId }) => targetId));
  const groups = new Map<string, Record<string, string>>();
  const spaces = new Map<string, string[]>();
  const keep = ([place, userId, role]: Found): void => {
    if (!wanted.has(userId)) return;
    if (place.startsWith('spaces/')) spaces.set(userId, [...(spaces.get(userId) ?? []), place]);
    else groups.set(userId, Object.assign(groups.get(userId) ?? {}, { [place]: role }));
  };
  let [failure, complete]: [Problem | undefined, boolean] = [undefined, true];
  const { stopped } = runWaves(tasks, env, {
    margin: marginOf(env),
    onOutcome: (_, outcome) => {
      if (outcome.kind === 'threw') throw outcome.error;
      if (outcome.kind !== 'done') complete = false;
      else if (outcome.value.ok) outcome.value.value.forEach(keep);
      else failure ??= outcome.value.problem;
      return failure === undefined ? undefined : 'stop';
    },
  });
  if (failure !== undefined) return fail(failure);
  return complete ? ok({ groups, spaces }) : fail(stopped ?? problem('run.outOfTime'));
};
