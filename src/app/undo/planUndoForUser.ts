import { ok, type Result } from '../../core/base/Result';
import { planUndo, type LeftChange } from '../../core/undo/planUndo';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { Task } from '../../google/Call';
import { getSpaceRole } from '../../google/chat';
import { listOrgUnits } from '../../google/directory';
import { getMemberRole, getUserRecord } from '../../google/directoryWrites';
import type { PlannedChanges } from '../apply/planForUser';

const self = { kind: 'self' } as const;

/** What an undo knows of all its targets. */
export interface UndoWork {
  /** By target id. */
  readonly made: ReadonlyMap<string, readonly DirectoryChange[]>;
  readonly units: readonly string[] | undefined;
  readonly keepers: ReadonlySet<string>;
}

/** Paths of the organizational units, where somebody was moved. */
export function* observeUnits(made: UndoWork['made']): Task<Result<readonly string[] | undefined>> {
  const moves = [...made.values()].flat().some((change) => change.kind === 'setUserSetting' && change.setting === 'orgUnitPath');
  if (!moves) return ok(undefined);
  const units = yield* listOrgUnits(self);
  return units.ok ? ok(['/', ...units.value.map(({ orgUnitPath }) => orgUnitPath)]) : units;
}

/** Looks the user up and plans what puts the changes back, for the preview and for the run. Writes nothing. */
export function* planUndoForUser(
  { made, units, keepers }: UndoWork,
  userId: string,
): Task<Result<PlannedChanges & { readonly left: readonly LeftChange[] }>> {
  const changes = made.get(userId) ?? [];
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
  const needsRecord = changes.some(({ kind }) => kind.startsWith('setUser'));
  const record = needsRecord ? yield* getUserRecord(self, userId) : ok({});
  if (!record.ok) return record;
  const plan = planUndo(changes, { record: record.value, roles, goneGroups, spaces, adminRoles: [], units, isKeeper: keepers.has(userId) });
  return ok({ record: record.value, ...plan, lookUps: groupIds.size + names.size + (needsRecord ? 1 : 0) });
}
