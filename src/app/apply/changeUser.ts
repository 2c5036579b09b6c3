import { problem } from '../../core/base/Problem';
import type { Result } from '../../core/base/Result';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { areNamed } from '../../core/users/packChanges';
import type { DirectoryAction } from '../../core/users/UserAction';
import type { DirectoryChange } from '../../core/users/UserChange';
import { userPatch } from '../../core/users/userPatch';
import type { UserRecord } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { addToSpace } from '../../google/chat';
import { addMember, removeMember, updateUser } from '../../google/directoryWrites';
import type { Surroundings } from './lookAround';
import { planForUser } from './planForUser';
import { untouched } from './untouched';

const self = { kind: 'self' } as const;

/** Writes one after the other: the record in one call, each membership in one. */
function* writes(userId: string, record: UserRecord, changes: readonly DirectoryChange[]): Generator<[number, Task<Result<void>>]> {
  const patch = userPatch(record, changes);
  if (patch !== undefined) yield [changes.length, updateUser(self, userId, patch)];
  for (const change of changes) {
    if (change.kind === 'addMember') yield [1, addMember(self, change.groupId, userId)];
    if (change.kind === 'addToSpace') yield [1, addToSpace(self, change.space, userId)];
    if (change.kind === 'removeMember') yield [1, removeMember(self, change.groupId, userId)];
  }
}

export interface ResumedChange {
  readonly from: Checkpoint;
  readonly tell: (checkpoint: Checkpoint) => void;
}

/**
 * One user from look-up to outcome: looks again, plans again, writes what is left. Where something else than the preview named would
 * change, or from another value, nothing is written. Every write says what shall be, so that it can be sent again: an uncertain one is
 * settled by the next look.
 */
export function* changeUser(
  action: DirectoryAction,
  userId: string,
  named: readonly DirectoryChange[],
  { from, tell }: ResumedChange,
  around: Surroundings,
): Task<TargetOutcome> {
  const planned = yield* planForUser(action, userId, around);
  if (!planned.ok) return { ...untouched(userId, planned.problem, from), created: 0, changed: from.created };
  const { record, changes, alreadySo } = planned.value;
  // In a run that had begun here, what was to change and is so now was changed by it.
  const hasBegun = from.rounds > 0 || from.created > 0;
  const before = hasBegun ? Math.max(0, named.length - changes.length) : 0;
  const counts = (done: number) => ({ created: 0, changed: before + done, skipped: Math.max(0, alreadySo - before) });
  if (!areNamed(changes, named)) {
    return { targetId: userId, status: 'failed', ...counts(0), failed: changes.length, reason: problem('run.userChanged') };
  }
  let done = 0;
  for (const [count, write] of writes(userId, record, changes)) {
    const written = yield* write;
    if (!written.ok) {
      return { targetId: userId, status: 'failed', ...counts(done), failed: changes.length - done, reason: written.problem };
    }
    done += count;
    tell({ ...from, created: before + done });
  }
  return { targetId: userId, status: 'done', ...counts(done), failed: 0 };
}
