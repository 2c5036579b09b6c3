import fc from 'fast-check';
import { lowestQuotas, MINUTE } from '../../src/core/plan/quotas';
import { minutePace } from '../../src/engine/MinutePace';
import type { OperationId } from '../../src/google/operations';
import { costOf } from '../../src/google/quotas';
import { toCall } from '../../src/google/request';
import { success } from '../support/feedTask';
import { as, bench, run, steps } from '../support/waveBench';

const BATCH: OperationId = 'people.people.batchCreateContacts';
const GROUPS: OperationId = 'people.contactGroups.list';

test('five batches fit in a minute of one user; the sixth waits until the first is a minute old (B9)', () => {
  const pace = minutePace();
  const call = toCall(BATCH, as('ann'));
  for (let sent = 0; sent < 5; sent += 1) {
    expect(pace.earliest(call, sent * 1000)).toBe(sent * 1000);
    pace.charge(call, sent * 1000);
  }
  expect(pace.earliest(call, 5000)).toBe(MINUTE);
  expect(pace.earliest(call, MINUTE)).toBe(MINUTE);
});

test('users, and kinds of units, do not wait for each other', () => {
  const pace = minutePace();
  for (let sent = 0; sent < 5; sent += 1) pace.charge(toCall(BATCH, as('ann')), 0);
  expect(pace.earliest(toCall(BATCH, as('ben')), 0)).toBe(0);
  expect(pace.earliest(toCall(GROUPS, as('ann')), 0)).toBe(0);
});

test('a call dearer than the whole quota goes when nothing else of its kind is counted', () => {
  const pace = minutePace({ ...lowestQuotas.perMinute, criticalWrite: 3 });
  expect(pace.earliest(toCall(BATCH, as('ann')), 7)).toBe(7);
  pace.charge(toCall(BATCH, as('ann')), 10);
  expect(pace.earliest(toCall(BATCH, as('ann')), 20)).toBe(10 + MINUTE);
});

test('no sixty seconds of a run hold more of one user than the quota, whatever the calls', () => {
  const operation = fc.constantFrom<OperationId>(BATCH, GROUPS, 'people.people.createContact', 'people.people.batchDeleteContacts');
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 60 }), (operations) => {
      const on = bench(() => success({}), { time: 10_000_000 });
      run([{ key: 'ann', task: () => steps('ann', operations) }], on);
      const sent = on.waves.map(({ at, calls }) => ({ at, cost: costOf(calls[0]!.operation) }));
      expect(sent).toHaveLength(operations.length);
      for (const metric of ['criticalRead', 'criticalWrite', 'groupRead', 'groupWrite'] as const) {
        for (const { at } of sent) {
          const minute = sent.filter((one) => one.at >= at && one.at < at + MINUTE);
          expect(minute.reduce((sum, one) => sum + (one.cost[metric] ?? 0), 0)).toBeLessThanOrEqual(lowestQuotas.perMinute[metric]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
