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
import type { Environment, Tables } from '../Environment';
import { getDocument, putLongDocument, removeDocuments } from '../records/ledgerDocuments';
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

/** What earlier executions found, by the keys of the tasks that ended. */
interface Kept {
  readonly ended: readonly string[];
  readonly found: readonly Found[];
}

const readKept = (ledger: Tables, id: string): Kept => {
  try {
    return JSON.parse(getDocument(ledger, id) ?? '') as Kept;
  } catch {
    // None, or only a beginning of it was written.
    return { ended: [], found: [] };
  }
};

/**
 * Who of the rows is in which of the groups and spaces that they touch, complete or a problem; many are asked for side by side. What does
 * not fit into one execution goes on in the next: `id` names what is kept in the ledger meanwhile.
 */
export const observeMemberships = (
  env: Environment,
  ledger: Tables,
  id: string,
  wishes: readonly ImportWish[],
  places: Places,
): Result<Memberships> => {
  const reads = membershipReads(wishes, places);
  const kindOf = new Map(places.groups.map((group) => [group.id, group.kind]));
  const lookUps: KeyedTask<Result<Found[]>>[] = [
    ...reads.groups.map((group) => ({ key: `group ${group}`, task: () => membersOf(group) })),
    ...reads.users.map((wish) => ({ key: `user ${wish.targetId}`, task: () => groupsOf(wish, kindOf, reads.kinds) })),
    ...reads.inGroups.map(([group, user]) => ({
      key: `${group} ${user}`,
      task: () => lookIn(group, user, getMemberRole(self, group, user)),
    })),
    ...reads.spaces.map((space) => ({ key: space, task: () => peopleIn(space) })),
    ...reads.inSpaces.map(([space, user]) => ({
      key: `${space} ${user}`,
      task: () => lookIn(space, user, getSpaceRole(self, space, user)),
    })),
  ];
  const kept = lookUps.length === 0 ? { ended: [], found: [] } : readKept(ledger, id);
  const ended = new Set(kept.ended);
  const found = [...kept.found];
  const wanted = new Set(wishes.map(({ targetId }) => targetId));
  let failure: Problem | undefined;
  const { stopped } = runWaves(
    lookUps.filter(({ key }) => !ended.has(key)),
    env,
    {
      margin: marginOf(env),
      onOutcome: (key, outcome) => {
        if (outcome.kind === 'threw') throw outcome.error;
        if (outcome.kind !== 'done') return;
        if (!outcome.value.ok) {
          failure ??= outcome.value.problem;
          return 'stop';
        }
        ended.add(key);
        for (const one of outcome.value.value) if (wanted.has(one[1])) found.push(one);
      },
    },
  );
  if (failure !== undefined) return fail(failure);
  if (lookUps.some(({ key }) => !ended.has(key))) {
    putLongDocument(ledger, id, JSON.stringify({ ended: [...ended], found }));
    return fail(stopped ?? problem('run.outOfTime'));
  }
  if (kept.ended.length > 0) removeDocuments(ledger, id);
  const groups = new Map<string, Record<string, string>>();
  const spaces = new Map<string, string[]>();
  for (const [place, user, role] of found) {
    if (!place.startsWith('spaces/')) groups.set(user, Object.assign(groups.get(user) ?? {}, { [place]: role }));
    else if (spaces.get(user)?.push(place) === undefined) spaces.set(user, [place]);
  }
  return ok({ groups, spaces });
};
