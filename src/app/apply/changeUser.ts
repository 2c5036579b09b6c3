import { canonicalJson } from '../../core/base/canonicalJson';
import { problem, type Problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { areNamed } from '../../core/users/packChanges';
import type { DirectoryChange } from '../../core/users/UserChange';
import { userPatch } from '../../core/users/userPatch';
import type { UserRecord } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { addToSpace, removeFromSpace } from '../../google/chat';
import { addMember, removeMember, updateUser } from '../../google/directoryWrites';
import { assignRole, unassignRole } from '../../google/roles';
import type { PlannedChanges } from './planForUser';
import { untouched } from './untouched';

const self = { kind: 'self' } as const;

const kindsInOrder: readonly (readonly DirectoryChange['kind'][])[] = [
  ['setUserField', 'setUserSetting'],
  ['addRole', 'removeRole'],
  // Who shall join a space may get Chat by a group.
  ['addMember', 'removeMember'],
  ['addToSpace', 'removeFromSpace'],
];

const isOfRecord = ({ kind }: DirectoryChange): boolean => kind.startsWith('setUser');

/** Who is suspended is added to no space any more, so that comes last. */
const inOrder = (changes: readonly DirectoryChange[]): DirectoryChange[] => {
  const ordered = kindsInOrder.flatMap((kinds) => changes.filter(({ kind }) => kinds.includes(kind)));
  const suspends = changes.some((change) => change.kind === 'setUserSetting' && change.setting === 'suspended' && change.after === 'true');
  return suspends ? [...ordered.filter((change) => !isOfRecord(change)), ...ordered.filter(isOfRecord)] : ordered;
};

const write = (userId: string, change: DirectoryChange): Task<Result<void>> | undefined => {
  switch (change.kind) {
    case 'addRole':
      return assignRole(self, userId, change);
    case 'removeRole':
      return unassignRole(self, userId, change);
    case 'addMember':
      return addMember(self, change.groupId, userId, change.role);
    case 'removeMember':
      return removeMember(self, change.groupId, userId);
    case 'addToSpace':
      return addToSpace(self, change.space, userId);
    case 'removeFromSpace':
      return removeFromSpace(self, change.space, userId);
    case 'setUserField':
    case 'setUserSetting':
      return undefined;
  }
};

/** Writes one after the other: the record in one call, every other change in one. With how many changes each makes. */
function* writes(userId: string, record: UserRecord, changes: readonly DirectoryChange[]): Generator<[number, Task<Result<void>>]> {
  const patch = userPatch(record, changes);
  const ofRecord = changes.filter(isOfRecord);
  for (const change of changes) {
    const task = write(userId, change);
    if (task !== undefined) yield [1, task];
    else if (change === ofRecord[0] && patch !== undefined) yield [ofRecord.length, updateUser(self, userId, patch)];
  }
}

const accountGone = problem('target.accountGone');

/** Google does not find the user, whatever it calls them: deleted since the slice began. */
const isGone = ({ code, data }: Problem): boolean =>
  code === 'google.notFound' && /userKey|memberKey|assignedTo/.test(String(data['message']));

export interface ResumedChange {
  readonly from: Checkpoint;
  readonly tell: (checkpoint: Checkpoint) => void;
  /** B15: the user is looked at again after the writes, because others wait for what shows then. */
  readonly verified?: () => void;
}

/**
 * One user from look-up to outcome: looks again, plans again, writes what is left. Where something else than the preview named would
 * change, or from another value, nothing is written. An uncertain write is settled by the next look: sent again it does no harm, but for a
 * role, which is not sent again before it was looked for. `plan` looks at the user each time it is begun.
 */
export function* changeUser(
  plan: () => Task<Result<PlannedChanges>>,
  userId: string,
  named: readonly DirectoryChange[],
  { from, tell, verified }: ResumedChange,
): Task<TargetOutcome> {
  const planned = yield* plan();
  if (!planned.ok) {
    const end = untouched(userId, planned.problem, from);
    return isGone(planned.problem) ? { ...end, status: 'gone', reason: accountGone } : end;
  }
  const { record, alreadySo, left = [] } = planned.value;
  const changes = inOrder(planned.value.changes);
  // In a run that had begun here, what was to change and is so now was changed by it.
  const hasBegun = from.rounds > 0 || from.created > 0;
  const before = hasBegun ? Math.max(0, named.length - changes.length) : 0;
  const remaining = new Set(changes.map((change) => canonicalJson(change)));
  const makes = named.map((change) => canonicalJson(change));
  const counts = (done: number) => {
    const undone = new Set(changes.slice(done).map((change) => canonicalJson(change)));
    return {
      created: 0,
      changed: before + done,
      made: makes.flatMap((change, position) => (!undone.has(change) && (hasBegun || remaining.has(change)) ? [position] : [])),
      skipped: Math.max(0, alreadySo - before) + left.length,
    };
  };
  if (!areNamed(changes, named)) {
    return { targetId: userId, status: 'failed', ...counts(0), failed: changes.length, reason: problem('run.userChanged') };
  }
  let done = 0;
  for (const [count, task] of writes(userId, record, changes)) {
    const written = yield* task;
    if (!written.ok) {
      const end = isGone(written.problem)
        ? ({ status: 'gone', reason: accountGone } as const)
        : ({ status: 'failed', reason: written.problem } as const);
      return { targetId: userId, ...counts(done), failed: changes.length - done, ...end };
    }
    done += count;
    tell({ ...from, created: before + done });
  }
  if (verified !== undefined && done > 0 && planned.value.lookUps > 0) {
    const shown = yield* plan();
    if (!shown.ok) return { targetId: userId, status: 'failed', ...counts(done), failed: 0, reason: shown.problem };
    // No proof yet: reads may lag behind writes. Looked at minutes later, it is so, or somebody wrote over it.
    const missing = shown.value.changes.length;
    if (missing > 0) {
      return { targetId: userId, status: 'unknown', ...counts(done), failed: missing, reason: problem('run.notShown', { missing }) };
    }
  }
  const reason = left.length === 0 ? {} : { reason: problem('undo.left', { count: left.length }) };
  return { targetId: userId, status: 'done', ...counts(done), failed: 0, ...reason };
}
