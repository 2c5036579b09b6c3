import { ok, type Result } from '../../core/base/Result';
import type { TouchedFacts } from '../../core/users/isMade';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { Task } from '../../google/Call';
import { getSpaceRole } from '../../google/chat';
import { getMemberRole, getUserRecord } from '../../google/directoryWrites';
import { listRoleAssignments } from '../../google/roles';

const self = { kind: 'self' } as const;

export interface Touched extends TouchedFacts {
  /** How many look-ups told it. */
  readonly lookUps: number;
}

interface Places {
  readonly groupIds: ReadonlySet<string>;
  readonly spaces: ReadonlySet<string>;
  readonly needsRoles: boolean;
  readonly needsRecord: boolean;
}

const placesOf = (changes: readonly DirectoryChange[]): Places => ({
  groupIds: new Set(changes.flatMap((change) => ('groupId' in change ? [change.groupId] : []))),
  spaces: new Set(changes.flatMap((change) => ('space' in change ? [change.space] : []))),
  needsRoles: changes.some((change) => 'roleId' in change),
  needsRecord: changes.some(({ kind }) => kind.startsWith('setUser')),
});

const count = ({ groupIds, spaces, needsRoles, needsRecord }: Places): number =>
  groupIds.size + spaces.size + Number(needsRoles) + Number(needsRecord);

/** How many look-ups tell what changes find at one user. */
export const lookUpsOf = (changes: readonly DirectoryChange[]): number => count(placesOf(changes));

/** Looks up what a user is and has of all that the changes are about, each group, space and record once. */
export function* observeTouched(changes: readonly DirectoryChange[], userId: string): Task<Result<Touched>> {
  const places = placesOf(changes);
  const roles: Record<string, string> = {};
  const goneGroups: string[] = [];
  for (const groupId of places.groupIds) {
    const role = yield* getMemberRole(self, groupId, userId);
    if (!role.ok && role.problem.code !== 'google.notFound') return role;
    if (!role.ok) goneGroups.push(groupId);
    else if (role.value !== undefined) roles[groupId] = role.value;
  }
  const spaces: Record<string, string> = {};
  for (const space of places.spaces) {
    const role = yield* getSpaceRole(self, space, userId);
    if (!role.ok) return role;
    if (role.value !== undefined) spaces[space] = role.value;
  }
  const assignments = places.needsRoles ? yield* listRoleAssignments(self, userId) : ok([]);
  if (!assignments.ok) return assignments;
  const record = places.needsRecord ? yield* getUserRecord(self, userId) : ok({});
  if (!record.ok) return record;
  const adminRoles = assignments.value
    .filter(({ assignedTo }) => assignedTo === userId)
    .map(({ assignmentId: _id, assignedTo: _who, ...held }) => ({ ...held, title: '' }));
  return ok({ record: record.value, roles, goneGroups, spaces, adminRoles, lookUps: count(places) });
}
