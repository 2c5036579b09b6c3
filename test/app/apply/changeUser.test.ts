import { changeUser } from '../../../src/app/apply/changeUser';
import type { PlannedChanges } from '../../../src/app/apply/planForUser';
import { ok, type Result } from '../../../src/core/base/Result';
import { untouchedCheckpoint, type Checkpoint } from '../../../src/core/runs/Checkpoint';
import type { DirectoryChange } from '../../../src/core/users/UserChange';
import type { Call, Task } from '../../../src/google/Call';
import { feedTask, refusal, success } from '../../support/feedTask';

const added = (groupId: string): DirectoryChange => ({ kind: 'addMember', groupId, email: `${groupId}@example.com` });
const named = ['a', 'b', 'c'].map(added);

/** What is left to add of a, b and c at the user's turn; `refuses`: the group that Google refuses. */
const change = (left: readonly string[], from: Partial<Checkpoint> = {}, refuses?: string) => {
  function* plan(): Task<Result<PlannedChanges>> {
    return ok({ record: {}, changes: left.map(added), alreadySo: named.length - left.length, lookUps: 3 });
  }
  const resumed = { from: { ...untouchedCheckpoint, ...from }, tell: () => undefined };
  return feedTask(changeUser(plan, 'u', named, resumed), ({ parameters }: Call) =>
    parameters['groupKey'] === refuses ? refusal(403, { message: 'Not Authorized to access this resource/api' }) : success({}),
  ).value;
};

describe('B6: a run records which of the named changes it made, so that an undo takes back no other', () => {
  it.each<[string, readonly string[], Partial<Checkpoint>, string | undefined, number[]]>([
    ['all of them', ['a', 'b', 'c'], {}, undefined, [0, 1, 2]],
    ['not what somebody else did before its turn', ['b', 'c'], {}, undefined, [1, 2]],
    ['not what came after a refusal', ['a', 'b', 'c'], {}, 'b', [0]],
    ['neither of both', ['b', 'c'], {}, 'c', [1]],
    ['also what an earlier slice did', ['c'], { created: 2 }, undefined, [0, 1, 2]],
    ['also what a lost answer did', [], { rounds: 1 }, undefined, [0, 1, 2]],
    ['nothing where all was so already', [], {}, undefined, []],
  ])('%s', (_, left, from, refuses, made) => {
    expect(change(left, from, refuses)).toMatchObject({ changed: made.length, made });
  });
});
