import { lowestQuotas } from '../../../src/core/plan/quotas';
import { callsOf, workOfPlan, type PlannedWork } from '../../../src/core/plan/PlannedCalls';
import { syncBound } from '../../../src/core/plan/estimate';
import type { Change } from '../../../src/core/plan/Change';
import { estimateNight, type NightWork } from '../../../src/core/sync/estimateNight';

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
    expect(writes(work(creates, updates, deletes), 3).calls).toBeLessThanOrEqual(syncBound({ creates, updates, deletes }));
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

const night = (more: Partial<NightWork>): NightWork => ({
  source: { before: 400, now: 400, difference: { added: 0, edited: 0, removed: 0 } },
  sourceReads: [1],
  joiners: 0,
  stayers: 0,
  leavers: 0,
  accountSize: 600,
  directory: 3,
  ...more,
});

test('a night in which nothing changed reads the source and no destination (design §9)', () => {
  expect(estimateNight(night({}), lowestQuotas)).toMatchObject({ reads: 1, writes: 0, tokens: 2, dailyContactWrites: 0, slices: 1 });
});

test('a drift check of 1,000 destinations reads each once, with its labels, and writes nothing (B9)', () => {
  expect(estimateNight(night({ stayers: 1000 }), lowestQuotas)).toMatchObject({
    reads: expect.any(Number),
    writes: 0,
    dailyContactWrites: 0,
  });
  const { reads, tokens, slices } = estimateNight(night({ stayers: 1000 }), lowestQuotas);
  expect([reads, tokens]).toEqual([2000 + slices, 2000 + 2 * slices]);
});

test('one edit at 1,000 destinations is one write at each (B9, B18)', () => {
  const difference = { added: 0, edited: 1, removed: 0 };
  const effort = estimateNight(night({ stayers: 1000, source: { before: 400, now: 400, difference } }), lowestQuotas);
  expect(effort).toMatchObject({ writes: 1000, dailyContactWrites: 1000 });
});

test('a first fill of 1,000 destinations is spread over the days that its writes need (B9, B18)', () => {
  const { dailyContactWrites, writes, slices } = estimateNight(night({ joiners: 1000 }), lowestQuotas);
  expect(dailyContactWrites).toBe(400_000);
  expect(writes).toBe(3000);
  expect(slices).toBeGreaterThanOrEqual(4);
});

test('a leaver takes a deletion in batches, and its label (B9)', () => {
  expect(estimateNight(night({ leavers: 2 }), lowestQuotas)).toMatchObject({ writes: 4, dailyContactWrites: 0 });
});
