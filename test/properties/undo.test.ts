import fc from 'fast-check';
import { copyToTarget, type CopyRun } from '../../src/app/apply/copyToTarget';
import { planForRemoval, removeFromTarget, type RemovalRun } from '../../src/app/apply/removeFromTarget';
import type { Person } from '../../src/core/contacts/Person';
import { portableContact } from '../../src/core/contacts/portableContact';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import { lowestQuotas } from '../../src/core/plan/quotas';
import { packRemoval, unpackRemoval } from '../../src/core/removal/packRemoval';
import type { Delivery } from '../../src/core/removal/RemoveContactsAction';
import { untouchedCheckpoint, type Checkpoint } from '../../src/core/runs/Checkpoint';
import type { TargetOutcome } from '../../src/core/runs/TargetOutcome';
import type { Answer, Call, Task } from '../../src/google/Call';
import { user } from '../support/directoryRecords';
import { silence, success } from '../support/feedTask';
import { modelAccount, type ModelAccount } from '../support/modelAccount';

const target = user('t', 't@example.com');
const delegation = { serviceAccount: 'sa', now: () => 0 };

const copyOf = (origin: string, sourceUserId: string, names: readonly string[]): CopyRun => ({
  delegation,
  snapshot: snapshotOf(
    sourceUserId,
    names
      .flatMap((givenName, index) =>
        portableContact({ metadata: { sources: [{ type: 'CONTACT', id: `${sourceUserId}${index}` }] }, names: [{ givenName }] }),
      )
      .flatMap((contact) => contact ?? []),
  ),
  action: {
    kind: 'copyContacts',
    sourceUserId,
    createLabel: true,
    sourceGroup: { resourceName: 'contactGroups/s', name: `Of ${sourceUserId}` },
  },
  origin,
  targets: 1,
  quotas: lowestQuotas,
});

type Trouble = 'none' | 'lost before' | 'lost after' | 'cut';

/** Drives the task over the account; `cut`: the slice ends there. */
const drive = <T>(task: Task<T>, account: ModelAccount, troubles: Trouble[] = []): T | undefined => {
  const answer = (call: Call): Answer | undefined => {
    if (call.operation === 'oauth2.token') return success({ access_token: 't' });
    if (call.operation.startsWith('iam')) return success({ signedJwt: 'j' });
    const what = troubles.shift() ?? 'none';
    if (what === 'cut') return undefined;
    if (what === 'lost before') return silence;
    const answered = account.answer(call);
    return what === 'lost after' ? silence : answered;
  };
  let step = task.next();
  while (step.done !== true) {
    const given = answer(step.value);
    if (given === undefined) return undefined;
    step = task.next(given);
  }
  return step.value;
};

const preview = (run: RemovalRun, account: ModelAccount): { packed: string; kept: number } => {
  const planned = drive(planForRemoval(run, target), account);
  if (planned?.ok !== true) throw new Error('no preview');
  return { packed: packRemoval(planned.value), kept: planned.value.keeps.length };
};

/** Slice after slice until one ends well; what an earlier one left uncertain is looked at again. */
const removeAll = (
  run: RemovalRun,
  account: ModelAccount,
  { packed, kept }: ReturnType<typeof preview>,
  troubles: Trouble[],
): TargetOutcome => {
  let from: Checkpoint = untouchedCheckpoint;
  for (let rounds = 0; rounds < 50; rounds += 1) {
    const tell = (checkpoint: Checkpoint): void => void (from = checkpoint);
    const outcome = drive(removeFromTarget(run, target, unpackRemoval(packed), { from, tell, kept }), account, troubles);
    if (outcome?.status === 'done') return outcome;
    from = { ...from, rounds: from.rounds + 1 };
  }
  throw new Error('it never ends');
};

const names = fc.uniqueArray(fc.constantFrom('Ada', 'Grace', 'Katherine', 'Dorothy', 'Mary'), { minLength: 1, maxLength: 5 });
const stateOf = ({ contacts, groups }: ModelAccount): string => JSON.stringify([contacts, groups]);
const person = (givenName: string): Person => ({ names: [{ givenName }] });
const deliveries: readonly Delivery[] = [
  { kind: 'all' },
  { kind: 'source', userId: 'a', email: '' },
  { kind: 'request', requestId: 'run-a', name: '' },
];
const troubles = fc.array(fc.constantFrom<Trouble>('none', 'none', 'lost before', 'lost after', 'cut'), { maxLength: 25 });

test('B6: whatever is lost or cut off on the way, the undo of a copy leaves the account as it was before', () => {
  fc.assert(
    fc.property(names, names, troubles, fc.constantFrom('fail' as const, 'ignore' as const), (own, copied, unrest, batchDeleteMissing) => {
      const account = modelAccount(
        own.map((name) => person(`My ${name}`)),
        { batchDeleteMissing },
      );
      const before = stateOf(account);
      const done = drive(copyToTarget(copyOf('run-a', 'a', copied), target, copied.length), account);
      expect(done?.status).toBe('done');
      const run: RemovalRun = { delegation, delivery: deliveries[2]! };
      const outcome = removeAll(run, account, preview(run, account), [...unrest]);
      expect(stateOf(account)).toBe(before);
      expect(outcome).toMatchObject({ deleted: copied.length, skipped: 0, failed: 0 });
    }),
  );
});

/** What a person does with a contact after it was copied. */
const deed = fc.constantFrom('nothing', 'edit', 'delete', 'merge');

test('B6: what is unmarked, edited, merged or of another delivery is never removed, and nothing that the preview did not name', () => {
  fc.assert(
    fc.property(
      names,
      names,
      fc.array(deed, { maxLength: 10 }),
      fc.array(deed, { maxLength: 10 }),
      fc.constantFrom(...deliveries),
      troubles,
      (first, second, deeds, later, delivery, unrest) => {
        const account = modelAccount([person('Mine'), { ...person('Tool'), clientData: [{ key: 'other', value: 'x' }] }]);
        drive(copyToTarget(copyOf('run-a', 'a', first), target, first.length), account);
        drive(copyToTarget(copyOf('run-b', 'b', second), target, second.length), account);
        const act = (list: readonly string[]): void => {
          for (const [index, one] of list.entries()) {
            const contact = account.contacts[index + 2];
            const next = account.contacts[index + 3];
            if (contact === undefined || one === 'nothing') continue;
            if (one === 'edit') account.contacts[index + 2] = { ...contact, biographies: [{ value: 'x' }] };
            if (one === 'delete') account.contacts.splice(index + 2, 1);
            if (one === 'merge' && next !== undefined) {
              const clientData = [...(contact.clientData ?? []), ...(next.clientData ?? [])];
              account.contacts.splice(index + 2, 2, { ...contact, clientData });
            }
          }
        };
        act(deeds);
        const run: RemovalRun = { delegation, delivery };
        const seen = preview(run, account);
        act(later);
        const isTheirs = (one: Person): boolean => {
          const marks = (one.clientData ?? []).filter(({ key }) => key === 'roster');
          if (marks.length !== 1 || one['biographies'] !== undefined) return true;
          const isOther = delivery.kind === 'source' ? ':b:' : delivery.kind === 'request' ? ':run-b:' : ' ';
          return marks[0]!.value!.includes(isOther);
        };
        const kept = account.contacts.filter(isTheirs);
        removeAll(run, account, seen, [...unrest]);
        expect(account.contacts).toEqual(kept);
      },
    ),
  );
});

test('B6: a contact that was copied after the preview keeps the whole account as it is', () => {
  fc.assert(
    fc.property(names, (copied) => {
      const account = modelAccount();
      drive(copyToTarget(copyOf('run-a', 'a', copied), target, copied.length), account);
      const run: RemovalRun = { delegation, delivery: { kind: 'all' } };
      const { packed, kept } = preview(run, account);
      drive(copyToTarget(copyOf('run-b', 'b', ['Somebody']), target, 1), account);
      const before = stateOf(account);
      const outcome = drive(
        removeFromTarget(run, target, unpackRemoval(packed), { from: untouchedCheckpoint, tell: () => undefined, kept }),
        account,
      );
      expect(outcome).toMatchObject({ status: 'failed', deleted: 0, reason: { code: 'run.removalOvertaken', data: { others: 1 } } });
      expect(stateOf(account)).toBe(before);
    }),
  );
});
