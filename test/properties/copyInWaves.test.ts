import fc from 'fast-check';
import { copyToTarget, type CopyRun } from '../../src/app/apply/copyToTarget';
import type { TargetOutcome } from '../../src/core/runs/TargetOutcome';
import { parseMarks } from '../../src/core/contacts/Mark';
import { portableContact } from '../../src/core/contacts/portableContact';
import type { Person } from '../../src/core/contacts/Person';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import { lowestQuotas } from '../../src/core/plan/quotas';
import { runWaves } from '../../src/engine/runWaves';
import type { Answer, Call } from '../../src/google/Call';
import { operations } from '../../src/google/operations';
import { user } from '../support/directoryRecords';
import { refusal, silence, success } from '../support/feedTask';
import { modelAccount, type ModelAccount } from '../support/modelAccount';

const source: Person[] = Array.from({ length: 230 }, (_, index) => ({
  metadata: { sources: [{ type: 'CONTACT', id: `s${index}` }] },
  names: [{ givenName: `P${index % 200}` }],
}));

const runOf = (origin: string): CopyRun => ({
  delegation: { serviceAccount: 'sa', now: () => 0 },
  snapshot: snapshotOf(
    'source',
    source.flatMap((person) => portableContact(person) ?? []),
  ),
  action: {
    kind: 'copyContacts',
    sourceUserId: 'source',
    createLabel: true,
    sourceGroup: { resourceName: 'contactGroups/s', name: 'Customers' },
  },
  origin,
  targets: 4,
  quotas: lowestQuotas,
});

/** What goes wrong with a call: nothing most of the time. */
type Trouble = 'none' | 'lost before' | 'lost after' | 'unavailable' | 'minute';
const trouble = fc.constantFrom<Trouble>('none', 'none', 'none', 'lost before', 'lost after', 'unavailable', 'minute');

const users = ['t0', 't1', 't2', 't3'].map((id) => user(id, `${id}@example.com`));

const execute = (accounts: ReadonlyMap<string, ModelAccount>, origin: string, troubles: readonly Trouble[], waves: number) => {
  let now = 0;
  let sent = 0;
  const platform = {
    now: () => now,
    sleep: (milliseconds: number): void => void (now += milliseconds),
    timeLeft: () => (waves > 0 ? 1_000_000 : 0),
    send: (calls: readonly Call[]): Answer[] => {
      waves -= 1;
      now += 1000;
      return calls.map((call) => answer(call, troubles[sent++] ?? 'none'));
    },
  };
  const answer = (call: Call, what: Trouble): Answer => {
    if (call.operation === 'oauth2.token') return success({ access_token: 't' });
    if (operations[call.operation].effect === 'token') return success({ signedJwt: 'j' });
    const account = call.as.kind === 'user' ? accounts.get(call.as.userId) : undefined;
    if (account === undefined) throw new Error(`Nobody is ${JSON.stringify(call.as)}`);
    if (what === 'lost before') return silence;
    if (what === 'unavailable') return refusal(503, { message: 'The service is currently unavailable.' });
    if (what === 'minute') return refusal(429, { message: 'Quota exceeded … per minute per user' });
    const answered = account.answer(call);
    return what === 'lost after' ? silence : answered;
  };
  const run = runOf(origin);
  return runWaves<TargetOutcome>(
    users.map((target) => ({ key: target.id, task: () => copyToTarget(run, target, source.length) })),
    platform,
    { margin: 1 },
  );
};

test('whatever is lost or cut off on the way, an undisturbed run afterwards leaves every contact there exactly once (B3, B4)', () => {
  fc.assert(
    fc.property(fc.array(trouble, { maxLength: 40 }), fc.nat(12), (troubles, waves) => {
      const own: Person = { names: [{ givenName: 'Own' }] };
      const accounts = new Map(users.map((target) => [target.id, modelAccount([own])]));
      execute(accounts, 'run1', troubles, waves);
      const { outcomes } = execute(accounts, 'run2', [], Infinity);
      for (const [id, account] of accounts) {
        expect(outcomes.get(id)).toMatchObject({ kind: 'done', value: { status: 'done', failed: 0 } });
        const copied = account.contacts.flatMap((contact) => parseMarks(contact.clientData).map((mark) => mark.sourceContactId));
        expect(copied.sort()).toEqual(source.map((_, index) => `s${index}`).sort());
        expect(account.contacts).toHaveLength(source.length + 1);
        expect(account.groups.filter((group) => group.name === 'Customers')).toHaveLength(1);
      }
    }),
    { numRuns: 40 },
  );
});

test('what a run says it created is what is there (B1)', () => {
  fc.assert(
    fc.property(fc.array(trouble, { maxLength: 40 }), (troubles) => {
      const accounts = new Map(users.map((target) => [target.id, modelAccount()]));
      const { outcomes } = execute(accounts, 'run1', troubles, Infinity);
      for (const [id, account] of accounts) {
        const outcome = outcomes.get(id);
        if (outcome?.kind !== 'done') throw new Error(`${id} did not end`);
        const { status, created, failed } = outcome.value;
        if (status === 'unknown') expect(account.contacts.length).toBeGreaterThanOrEqual(created);
        else expect(account.contacts).toHaveLength(created);
        expect(status === 'done').toBe(failed === 0 && created === source.length);
      }
    }),
    { numRuns: 40 },
  );
});
