import type { Change } from '../../../src/core/plan/Change';
import { chooseWrites, writeCost, type WriteChoice } from '../../../src/core/plan/chooseWrites';
import { fetchesOf, noEffort, type Effort } from '../../../src/core/plan/Effort';
import { bound, daysOf, estimate, estimateChanges, estimateRun, type TargetEffort } from '../../../src/core/plan/estimate';
import { lowestQuotas, type Quotas } from '../../../src/core/plan/quotas';
import { order, type TargetPlan } from '../../../src/core/plan/TargetPlan';

const create: Change = {
  kind: 'createContact',
  sourceContactId: '1',
  fields: {},
  mark: { version: 1, origin: 'r', sourceUserId: 'u', sourceContactId: '1', fingerprint: 'f' },
  joinGroup: true,
};
const createGroup: Change = {
  kind: 'createContactGroup',
  name: 'L',
  mark: { version: 1, origin: 'r', sourceUserId: 'u', sourceGroup: 'g' },
};

const plan = (creates: number, existing: number, withGroup: boolean): TargetPlan => ({
  targetId: 't',
  group: withGroup ? { kind: 'create', name: 'L' } : { kind: 'none' },
  changes: [...(withGroup ? [createGroup] : []), ...Array.from({ length: creates }, () => create)],
  skips: [],
  existing,
});

test.each([
  [0, 0, false, { reads: 1, writes: 0, tokens: 2 }],
  [1, 1, false, { reads: 1, writes: 1, tokens: 2 }],
  [200, 1000, false, { reads: 1, writes: 1, tokens: 2 }],
  [201, 1001, false, { reads: 2, writes: 2, tokens: 2 }],
  [450, 25000, true, { reads: 26, writes: 4, tokens: 2 }],
])('bounds copying %i contacts to a target that has %i (label: %s) (B9)', (creates, existing, withLabel, expected) => {
  expect(bound(creates, existing, withLabel)).toEqual(expected);
});

test.each([0, 1, 2, 6, 7, 199, 200, 201, 1000])(
  'needs no more calls than the bound for %i contacts while the day’s writes allow batches (B9)',
  (creates) => {
    for (const withLabel of [false, true]) {
      const { reads, writes, tokens } = estimate(plan(creates, 1500, withLabel && creates > 0), {
        targets: 3,
        quotas: lowestQuotas,
        withLabel,
      });
      const most = bound(creates, 1500, withLabel);
      expect(reads <= most.reads && writes <= most.writes && tokens <= most.tokens).toBe(true);
    }
  },
);

test.each<[number, number, WriteChoice, string]>([
  [1, 1, 'single', 'a batch would be charged 200'],
  [2, 1, 'batch', 'one call instead of two, and the day has room'],
  [5, 500, 'batch', '500 batches are just a day'],
  [5, 501, 'single', '501 batches are more than a day'],
  [30, 501, 'single', 'they fit into one minute'],
  [31, 501, 'mixed', 'the last batch would cost a second day'],
  [500, 200, 'mixed', 'two batches and 100 single contacts are just a day'],
  [1000, 1000, 'batch', 'there are full batches only'],
  [100, 1000, 'batch', 'so many calls take as many days as the batches'],
  [450, 10000, 'mixed', '50 single contacts for a batch of 200 save days'],
])('writes %i contacts at each of %i targets as %s: %s (B9)', (count, targets, expected) => {
  expect(chooseWrites(count, { targets, quotas: lowestQuotas })).toBe(expected);
});

test('takes the project’s own quotas where they are known (B9)', () => {
  const choice = (own: Partial<Quotas>, count = 5): WriteChoice =>
    chooseWrites(count, { targets: 10, quotas: { ...lowestQuotas, ...own } });
  expect(choice({ dailyContactWrites: 1999 })).toBe('single');
  expect(choice({ dailyContactWrites: 2000 })).toBe('batch');
  const perMinute = { ...lowestQuotas.perMinute, criticalWrite: 90 };
  expect(choice({ dailyContactWrites: 1000 }, 90)).toBe('mixed');
  expect(choice({ dailyContactWrites: 1000, perMinute }, 90)).toBe('single');
});

test('charges 200 for a batch of any size, one for a single contact (B9)', () => {
  expect(writeCost(201, 'batch')).toEqual({ calls: 2, dailyContactWrites: 400 });
  expect(writeCost(3, 'single')).toEqual({ calls: 3, dailyContactWrites: 3 });
  expect(writeCost(500, 'mixed')).toEqual({ calls: 102, dailyContactWrites: 500 });
  expect(estimate(plan(5, 0, false), { targets: 501, quotas: lowestQuotas, withLabel: false })).toMatchObject({
    reads: 1,
    writes: 5,
    tokens: 2,
    dailyContactWrites: 5,
  });
});

const effortOf = (reads: number, writes: number, more: Partial<TargetEffort> = {}): TargetEffort => ({
  reads,
  writes,
  tokens: 2,
  dailyContactWrites: 200 * writes,
  seconds: 5,
  slices: 1,
  verifyReads: 0,
  ...more,
});

test('adds up targets, and what every slice does first (B9)', () => {
  const run = estimateRun(
    [effortOf(2, 3), effortOf(1, 1)],
    { sourceReads: [4, 1], directory: 6, directoryAtEnd: 1, verifyReads: 0 },
    lowestQuotas,
  );
  expect(run).toMatchObject({ reads: 8, writes: 4, tokens: 8, directory: 7, dailyContactWrites: 800, slices: 1 });
  expect(fetchesOf(run)).toBe(8 + 4 + 8 + 7);
});

test('a long run has several slices, each of which reads the source again (B9)', () => {
  const run = estimateRun(
    Array.from({ length: 3000 }, () => effortOf(2, 6)),
    { sourceReads: [2], directory: 6, directoryAtEnd: 1, verifyReads: 0 },
    lowestQuotas,
  );
  expect(run.slices).toBeGreaterThan(1);
  expect(run).toMatchObject({ reads: 6000 + 2 * run.slices, tokens: 6000 + 2 * run.slices, directory: 6 * run.slices + 1 });
});

test('a run of several days has a slice for each of them at least (B9)', () => {
  const run = estimateRun(
    Array.from({ length: 400 }, () => effortOf(1, 2)),
    { sourceReads: [1], directory: 5, directoryAtEnd: 1, verifyReads: 0 },
    lowestQuotas,
  );
  expect(run).toMatchObject({ dailyContactWrites: 160_000, slices: 2, reads: 402 });
});

test('is as long as its longest target: 25,000 contacts wait for the quotas of a minute (B9)', () => {
  const big = estimate(plan(25_000, 0, false), { targets: 1, quotas: lowestQuotas, withLabel: false });
  // 125 batches of six units, 30 units a minute: five batches a minute, and 25 of them in an execution, which reads what is there.
  expect(big).toMatchObject({ slices: 5, tokens: 10, reads: 1 + 5 + 10 + 15 + 20 });
  expect(big.seconds).toBeGreaterThanOrEqual(5 * 4 * 60);
  expect(big.seconds).toBeLessThan(5 * 285);
  const run = estimateRun([big], { sourceReads: [25], directory: 5, directoryAtEnd: 1, verifyReads: 0 }, lowestQuotas);
  expect(run.seconds).toBeGreaterThanOrEqual(big.seconds);
  expect(run).toMatchObject({ slices: 5, reads: big.reads + 5 * 25 });
  const richer = estimate(plan(25_000, 0, false), {
    targets: 1,
    quotas: { ...lowestQuotas, perMinute: { ...lowestQuotas.perMinute, criticalRead: 90, criticalWrite: 90 } },
    withLabel: false,
  });
  expect(richer.seconds).toBeLessThan(big.seconds / 1.4);
});

test.each<[string, Partial<Effort>, number, string]>([
  ['nothing to speak of', { reads: 1 }, 1, 'contactWrites'],
  ['a day’s contact writes', { dailyContactWrites: 100_000 }, 1, 'contactWrites'],
  ['more than a day’s contact writes', { dailyContactWrites: 241_200 }, 3, 'contactWrites'],
  ['more calls than a day has', { reads: 150_000, writes: 40_000, tokens: 10_001 }, 3, 'fetches'],
  ['more trigger time than a day has', { seconds: 5 * 3600 + 1 }, 2, 'triggerTime'],
])('spreads %s over days by the budget that is scarcest (B9)', (_, effort, days, budget) => {
  expect(daysOf({ ...noEffort, ...effort }, lowestQuotas)).toMatchObject({ days, budget });
});

test('orders the contact group before the contacts that join it, and keeps the order of contacts', () => {
  const second: Change = { ...create, sourceContactId: '2' };
  expect(order([create, second, createGroup])).toEqual([createGroup, create, second]);
});

test('changes of many users take as long as Google lets an account ask the directory (B5)', () => {
  const targets = Array.from({ length: 10_800 }, () => estimateChanges(1, 1));
  const run = estimateRun(targets, { sourceReads: [], directory: 5, directoryAtEnd: 1, verifyReads: 0 }, lowestQuotas);
  expect(run.seconds).toBeGreaterThanOrEqual(600);
  expect(run.slices).toBe(3);
});
