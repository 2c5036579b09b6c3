import fc from 'fast-check';
import { copyToTarget, planForTarget, type CopyRun } from '../../src/app/apply/copyToTarget';
import type { Person } from '../../src/core/contacts/Person';
import { portableContact } from '../../src/core/contacts/portableContact';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import { estimate } from '../../src/core/plan/estimate';
import { timeBesideCalls, timeOfSource, timeOfTarget, timeOfWaves, usableTime, usualTime } from '../../src/core/plan/estimateTime';
import { callKinds, callsOf, costOfKind, noCalls, unitsOf, workOfPlan, type CallKind } from '../../src/core/plan/PlannedCalls';
import { lowestQuotas, type MinuteMetric } from '../../src/core/plan/quotas';
import { describePlan } from '../../src/core/plan/TargetPlan';
import { untouchedCheckpoint, type Checkpoint } from '../../src/core/runs/Checkpoint';
import type { DirectoryUser } from '../../src/core/directory/DirectoryUser';
import { runWaves } from '../../src/engine/runWaves';
import { waveDefaults } from '../../src/engine/waves';
import { minutePace } from '../../src/engine/MinutePace';
import type { Answer, Call } from '../../src/google/Call';
import { operations, type OperationId } from '../../src/google/operations';
import { costOf } from '../../src/google/quotas';
import { user } from '../support/directoryRecords';
import { feedTask, success } from '../support/feedTask';
import { modelAccount, modelGroup } from '../support/modelAccount';

const named = (givenName: string): Person => ({ names: [{ givenName }], emailAddresses: [{ value: `${givenName}@x.test` }] });
const persons = (prefix: string, count: number): Person[] => Array.from({ length: count }, (_, id) => named(`${prefix}${id}`));

const runOf = (count: number, withLabel: boolean, targets: number): CopyRun => ({
  delegation: { serviceAccount: 'sa', now: () => 0 },
  snapshot: snapshotOf(
    'source',
    persons('s', count).flatMap(
      (one, id) => portableContact({ ...one, metadata: { sources: [{ type: 'CONTACT', id: String(id) }] } }) ?? [],
    ),
  ),
  action: {
    kind: 'copyContacts',
    sourceUserId: 'source',
    createLabel: withLabel,
    ...(withLabel ? { sourceGroup: { resourceName: 'contactGroups/s', name: 'Customers' } } : {}),
  },
  origin: 'run1',
  targets,
  quotas: lowestQuotas,
});

const workload = fc.record({
  contacts: fc.oneof(fc.nat(40), fc.nat(900)),
  own: fc.nat(2500),
  shared: fc.nat(60),
  label: fc.constantFrom('none', 'new', 'there'),
  targets: fc.constantFrom(1, 10, 501, 5000),
});

const operationOf: Readonly<Record<CallKind, OperationId>> = {
  token: 'oauth2.token',
  readContacts: 'people.people.connections.list',
  readGroups: 'people.contactGroups.list',
  deleteBatch: 'people.people.batchDeleteContacts',
  writeGroup: 'people.contactGroups.create',
  writeContact: 'people.people.createContact',
  writeBatch: 'people.people.batchCreateContacts',
};

const timeOf = ({ operation }: Call): number => {
  const kind = callKinds.find((one) => operationOf[one] === operation) ?? 'token';
  return timeOfWaves({ ...noCalls, [kind]: 1 });
};

/** The engine carries it out, in as many executions as it takes, each a while after the other; calls are as long as they are as a rule. */
const copyInSlices = (run: CopyRun, target: DirectoryUser, creates: number, answer: (call: Call) => Answer) => {
  const calls: Call[] = [];
  let [now, from] = [0, untouchedCheckpoint];
  for (let slices = 1; ; slices += 1) {
    const end = now + usableTime - timeBesideCalls.before - timeOfSource(1) + waveDefaults.margin;
    const platform = {
      now: () => now,
      sleep: (milliseconds: number): void => void (now += milliseconds),
      timeLeft: () => end - now,
      send: (wave: readonly Call[]): Answer[] =>
        wave.map((call) => {
          calls.push(call);
          now += timeOf(call);
          return answer(call);
        }),
    };
    const resume = { from, tell: (checkpoint: Checkpoint): void => void (from = checkpoint) };
    const { outcomes } = runWaves([{ key: 'u1', task: () => copyToTarget(run, target, creates, { ...resume, from }) }], platform);
    const outcome = outcomes.get('u1');
    if (outcome?.kind === 'done') return { value: outcome.value, calls, slices };
    now += 120_000;
  }
};

test('what a target takes is what the preview said: executions, calls, daily writes, and the units of each plan (B9)', () => {
  fc.assert(
    fc.property(workload, ({ contacts, own, shared, label, targets }) => {
      const run = runOf(contacts, label !== 'none', targets);
      const account = modelAccount([...persons('own', own), ...persons('s', Math.min(shared, contacts))]);
      if (label === 'there') account.groups.push(modelGroup('contactGroups/9', 'Customers'));
      const answer = (call: Call): Answer => {
        if (call.operation === 'oauth2.token') return success({ access_token: 't' });
        return call.operation.startsWith('people.') ? account.answer(call) : success({ signedJwt: 'j' });
      };
      const bob = user('u1', 'bob@x.test');
      const planned = feedTask(planForTarget(run, bob), answer).value;
      if (!planned.ok) throw new Error(planned.problem.code);
      const said = estimate(planned.value, { targets, quotas: lowestQuotas, withLabel: label !== 'none' });
      const { value, calls, slices } = copyInSlices(run, bob, describePlan(planned.value).creates, answer);
      expect(value.status).toBe('done');

      const count = (effect: string): number => calls.filter((call) => operations[call.operation].effect === effect).length;
      const charged = (metric: MinuteMetric | 'dailyContactWrites'): number =>
        calls.reduce((sum, call) => sum + (costOf(call.operation)[metric] ?? 0), 0);
      expect(said).toMatchObject({
        reads: count('read'),
        writes: count('write'),
        tokens: count('token'),
        dailyContactWrites: charged('dailyContactWrites'),
        slices,
      });
      if (slices > 1) return;
      const units = unitsOf(callsOf(workOfPlan(planned.value), { targets, quotas: lowestQuotas, withLabel: label !== 'none' }));
      expect(units).toEqual({
        criticalRead: charged('criticalRead'),
        criticalWrite: charged('criticalWrite'),
        groupRead: charged('groupRead'),
        groupWrite: charged('groupWrite'),
        dailyContactWrites: charged('dailyContactWrites'),
      });
    }),
    { numRuns: 60 },
  );
});

test('a target waits as long as the engine will make it wait (B9)', () => {
  const calls = fc.record({
    token: fc.constant(2),
    readContacts: fc.integer({ min: 1, max: 80 }),
    readGroups: fc.nat(1),
    writeGroup: fc.nat(1),
    deleteBatch: fc.nat(12),
    writeContact: fc.nat(40),
    writeBatch: fc.nat(130),
  });
  const perMinute = fc.record({
    criticalRead: fc.integer({ min: 6, max: 200 }),
    criticalWrite: fc.integer({ min: 6, max: 200 }),
    groupRead: fc.integer({ min: 1, max: 90 }),
    groupWrite: fc.integer({ min: 1, max: 90 }),
  });
  fc.assert(
    fc.property(calls, fc.oneof(perMinute, fc.constant(lowestQuotas.perMinute)), (wanted, quotas) => {
      const pace = minutePace(quotas);
      let now = 0;
      for (const kind of callKinds) {
        const call = { operation: operationOf[kind], as: { kind: 'user', userId: 'u', token: 't' } } as Call;
        expect(costOf(operationOf[kind])).toEqual(costOfKind(kind));
        for (let sent = 0; sent < wanted[kind]; sent += 1) {
          now = pace.earliest(call, now) + usualTime[kind];
          pace.charge(call, now);
        }
      }
      expect(timeOfTarget(wanted, quotas)).toBe(now);
    }),
  );
});
