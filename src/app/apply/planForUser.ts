import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { planUserAction, type UserFacts } from '../../core/users/planUserAction';
import type { DirectoryAction } from '../../core/users/UserAction';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { UserRecord } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { getMemberRole, getUserRecord } from '../../google/directoryWrites';

const self = { kind: 'self' } as const;

/** What one action has to change at one user, and the record that it was found in. */
export interface PlannedChanges {
  readonly record: UserRecord;
  readonly changes: readonly DirectoryChange[];
  readonly alreadySo: number;
  readonly lookUps: number;
}

function* observeUser(action: DirectoryAction, userId: string): Task<Result<UserFacts>> {
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
 * Looks the user up and plans, for the preview and for the run. Writes nothing. Fails where nothing may be done. `keepers`: who decides
 * about requests and carries them out is not locked out by one.
 */
export function* planForUser(action: DirectoryAction, userId: string, keepers: ReadonlySet<string>): Task<Result<PlannedChanges>> {
  if (action.kind === 'suspendUser' && keepers.has(userId)) return fail(problem('user.keeperKept'));
  const facts = yield* observeUser(action, userId);
  if (!facts.ok) return facts;
  const { changes, alreadySo, refusal } = planUserAction(action, facts.value);
  if (refusal !== undefined) return fail(refusal);
  const lookUps = 'groups' in action ? action.groups.length : 1;
  return ok({
    record: facts.value.record,
    // A directory action plans no change of spaces.
    changes: changes.filter((change): change is DirectoryChange => change.kind !== 'addToSpace'),
    alreadySo,
    lookUps,
  });
}
