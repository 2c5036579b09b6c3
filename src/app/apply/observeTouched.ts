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

/** Looks up what a user is and has of all that the changes are about, each group, space and record once. */
export function* observeTouched(changes: readonly DirectoryChange[], userId: string): Task<Result<Touched>> {
  const roles: Record<string, string> = {};
  const goneGroups: string[] = [];
  const groupIds = new Set(changes.flatMap((change) => ('groupId' in change ? [change.groupId] : [])));
  for (const groupId of groupIds) {
    const role = yield* getMemberRole(self, groupId, userId);
    if (!role.ok && role.problem.code !== 'google.notFound') return role;
    if (!role.ok) goneGroups.push(groupId);
    else if (role.value !== undefined) roles[groupId] = role.value;
  }
  const spaces: Record<string, string> = {};
  const names = new Set(changes.flatMap((change) => ('space' in change ? [change.space] : [])));
  for (const space of names) {
    const role = yield* getSpaceRole(self, space, userId);
    if (!role.ok) return role;
    if (role.value !== undefined) spaces[space] = role.value;
  }
  const needsRoles = changes.some((change) => 'roleId' in change);
  const assignments = needsRoles ? yield* listRoleAssignments(self, userId) : ok([]);
  if (!assignments.ok) return assignments;
  const needsRecord = changes.some(({ kind }) => kind.startsWith('setUser'));
  const record = needsRecord ? yield* getUserRecord(self, userId) : ok({});
  if (!record.ok) return record;
  const adminRoles = assignments.value
    .filter(({ assignedTo }) => assignedTo === userId)
    .map(({ assignmentId: _id, assignedTo: _who, ...held }) => ({ ...held, title: '' }));
  const lookUps = groupIds.size + names.size + (needsRoles ? 1 : 0) + (needsRecord ? 1 : 0);
  return ok({ record: record.value, roles, goneGroups, spaces, adminRoles, lookUps });
}
