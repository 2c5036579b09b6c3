import { lowestQuotas } from '../../../src/core/plan/quotas';
import { callsOf, workOfPlan, type PlannedWork } from '../../../src/core/plan/PlannedCalls';
import type { Change } from '../../../src/core/plan/Change';

const work = (creates: number, updates: number, deletes: number): PlannedWork => ({
  creates,
  updates,
  deletes,
  createdGroups: 0,
  existing: 500,
});
const writes = (one: PlannedWork, targets: number) => {
  const calls = callsOf(one, { targets, quotas: lowestQuotas, withLabel: true });
  return { calls: calls.writeContact + calls.writeBatch + calls.deleteBatch, daily: calls.writeContact + 200 * calls.writeBatch };
};

test.each([
  [0, 0, 0],
  [1, 0, 0],
  [0, 201, 0],
  [200, 200, 501],
  [5, 7, 9],
  [1000, 1000, 1000],
])(
  '%i creates, %i updates and %i deletions at a few targets take no more writes than the bound (design §9)',
  (creates, updates, deletes) => {
    expect(writes(work(creates, updates, deletes), 3).calls).toBeLessThanOrEqual(
      Math.ceil(creates / 200) + Math.ceil(updates / 200) + Math.ceil(deletes / 500),
    );
  },
);

test('at thousands of targets a few changes go singly, since batches would spend the day (design §9)', () => {
  const few = work(2, 3, 1);
  expect(writes(few, 3)).toEqual({ calls: 3, daily: 400 });
  expect(writes(few, 5000)).toEqual({ calls: 6, daily: 5 });
});

test('creates and updates share the day: batches for both of them fit, or neither takes them', () => {
  expect(writes(work(5, 5, 0), 250).daily * 250).toBeLessThanOrEqual(lowestQuotas.dailyContactWrites);
  expect(writes(work(5, 5, 0), 251).daily * 251).toBeLessThanOrEqual(lowestQuotas.dailyContactWrites);
});

test('a plan’s labels and members are calls, too (B9)', () => {
  const mark = { version: 1, origin: 's', sourceUserId: 'u', sourceGroup: 'g' } as const;
  const changes: Change[] = [
    { kind: 'renameContactGroup', resourceName: 'g', name: 'N', mark },
    { kind: 'changeMembers', add: ['a'], remove: [] },
    { kind: 'deleteContact', sourceContactId: '1', resourceName: 'p' },
    { kind: 'deleteContactGroup', resourceName: 'g' },
  ];
  const plan = { targetId: 't', group: { kind: 'none' }, changes, skips: [], existing: 1500 } as const;
  expect(callsOf(workOfPlan(plan), { targets: 1, quotas: lowestQuotas, withLabel: true })).toMatchObject({
    token: 2,
    readContacts: 2,
    readGroups: 2,
    deleteBatch: 1,
    writeGroup: 3,
    writeContact: 0,
    writeBatch: 0,
  });
});
