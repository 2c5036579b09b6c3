import { removeFromTarget } from '../../../src/app/apply/removeFromTarget';
import { fingerprint } from '../../../src/core/contacts/fingerprint';
import { markEntry } from '../../../src/core/contacts/Mark';
import type { Person } from '../../../src/core/contacts/Person';
import { portableFields } from '../../../src/core/contacts/portableContact';
import { reduceMarked } from '../../../src/core/removal/MarkedContact';
import { packRemoval, unpackRemoval } from '../../../src/core/removal/packRemoval';
import { untouchedCheckpoint, type Checkpoint } from '../../../src/core/runs/Checkpoint';
import type { TargetOutcome } from '../../../src/core/runs/TargetOutcome';
import type { Answer, Call, Task } from '../../../src/google/Call';
import { user } from '../../support/directoryRecords';
import { refusal, success } from '../../support/feedTask';
import { modelAccount } from '../../support/modelAccount';

const copied = (id: string): Person => {
  const fields = { names: [{ givenName: id }] };
  const mark = {
    version: 1,
    origin: 'r',
    sourceUserId: 's',
    sourceContactId: id,
    fingerprint: fingerprint(portableFields(fields)),
  } as const;
  return { ...fields, clientData: [markEntry(mark)] };
};

const drive = <T>(task: Task<T>, answer: (call: Call) => Answer): T => {
  let step = task.next();
  while (step.done !== true) step = task.next(answer(step.value));
  return step.value;
};

/** Three copied contacts, all of them named; `shows`: how many still show. */
const remove = (from: Partial<Checkpoint>, { shows = 3, refuses }: { shows?: number; refuses?: string } = {}) => {
  const account = modelAccount(['a', 'b', 'c'].map(copied), { batchDeleteMissing: 'ignore' });
  const removes = account.contacts.flatMap((person) => reduceMarked(person) ?? []);
  account.contacts.splice(shows);
  const told: number[] = [];
  const outcome: TargetOutcome = drive(
    removeFromTarget(
      { delegation: { serviceAccount: 'sa', now: () => 0 }, delivery: { kind: 'all' } },
      user('t', 't@example.com'),
      unpackRemoval(packRemoval({ removes, labels: [] })),
      { from: { ...untouchedCheckpoint, ...from }, tell: ({ created }) => void told.push(created), kept: 0 },
    ),
    (call) => {
      if (call.operation.startsWith('iam')) return success({ signedJwt: 'j' });
      if (call.operation === 'oauth2.token') return success({ access_token: 't' });
      return call.operation === refuses ? refusal(400, { message: 'No' }) : account.answer(call);
    },
  );
  return { outcome, told, left: account.contacts.length };
};

describe('B3, B9: what a removal counts over several rounds', () => {
  it.each<[string, Partial<Checkpoint>, number, number]>([
    ['in one round: what it deleted', {}, 3, 3],
    ['in a later round: what an earlier one confirmed, too', { created: 1, rounds: 1 }, 2, 3],
    ['after a lost answer: what is not there any more', { rounds: 1 }, 0, 3],
    ['when reads lag: nothing twice', { created: 3, rounds: 1 }, 3, 3],
    ['in the first round: not what its owner deleted before', {}, 2, 2],
  ])('%s', (_, from, shows, deleted) => {
    const { outcome, left } = remove(from, { shows });
    expect(outcome).toMatchObject({ status: 'done', created: 0, deleted, skipped: 0, failed: 0 });
    expect(left).toBe(0);
  });

  it('a refusal fails the target, with what is left', () => {
    const { outcome, told } = remove({}, { refuses: 'people.people.batchDeleteContacts' });
    expect(outcome).toMatchObject({ status: 'failed', deleted: 0, failed: 3 });
    expect(told).toEqual([]);
  });
});
