import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { planUserAction, type UserFacts } from '../../core/users/planUserAction';
import type { LeftChange } from '../../core/undo/planUndo';
import type { DirectoryAction } from '../../core/users/UserAction';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { UserRecord } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { getMemberRole, getUserRecord } from '../../google/directoryWrites';
import type { Surroundings } from './lookAround';

const self = { kind: 'self' } as const;

/** What one action has to change at one user, and the record that it was found in. */
export interface PlannedChanges {
  readonly record: UserRecord;
  readonly changes: readonly DirectoryChange[];
  readonly alreadySo: number;
  /** Of an undo: what stays as the run left it. */
  readonly left?: readonly LeftChange[];
  readonly lookUps: number;
}

/** How many look-ups tell what an action finds at one user. */
export const lookUpsFor = (action: DirectoryAction): number => {
  if ('groups' in action) return action.groups.length;
  return 'spaces' in action ? 0 : 1;
};

function* observeUser(action: DirectoryAction, userId: string, { members }: Surroundings): Task<Result<UserFacts>> {
  if ('spaces' in action) {
    const spaces = action.spaces.filter(({ space }) => members.get(space)?.has(userId) === true).map(({ space }) => space);
    return ok({ record: {}, roles: {}, spaces });
  }
  if (!('groups' in action)) {
    const record = yield* getUserRecord(self, userId);
    return record.ok ? ok({ record: record.value, roles: {}, spaces: [] }) : record;
  }
  const roles: Record<string, string> = {};
  for (const { groupId } of action.groups) {
    const role = yield* getMemberRole(self, groupId, userId);
    if (!role.ok) return role;
    if (role.value !== undefined) roles[groupId] = role.value;
  }
  return ok({ record: {}, roles, spaces: [] });
}

/**
 * Looks the user up and plans, for the preview and for the run. Writes nothing. Fails where nothing may be done: who decides about
 * requests and carries them out is not locked out by one.
 */
export function* planForUser(action: DirectoryAction, userId: string, around: Surroundings): Task<Result<PlannedChanges>> {
  if (action.kind === 'suspendUser' && around.keepers.has(userId)) return fail(problem('user.keeperKept'));
  const facts = yield* observeUser(action, userId, around);
  if (!facts.ok) return facts;
  const { changes, alreadySo, refusal } = planUserAction(action, facts.value);
  if (refusal !== undefined) return fail(refusal);
  return ok({ record: facts.value.record, changes, alreadySo, lookUps: lookUpsFor(action) });
}
