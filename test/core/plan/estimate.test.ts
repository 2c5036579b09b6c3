import type { Change } from '../../../src/core/plan/Change';
import { chooseWrites, writeCost } from '../../../src/core/plan/chooseWrites';
import { bound, estimate } from '../../../src/core/plan/estimate';
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
      const { reads, writes, tokens } = estimate(plan(creates, 1500, withLabel && creates > 0), { targets: 3, withLabel });
      const most = bound(creates, 1500, withLabel);
      expect(reads <= most.reads && writes <= most.writes && tokens <= most.tokens).toBe(true);
    }
  },
);

test.each<[number, number, 'single' | 'batch', string]>([
  [1, 1, 'single', 'a batch would be charged 200'],
  [2, 1, 'batch', 'one call instead of two, and the day has room'],
  [5, 500, 'batch', '500 batches are just a day'],
  [5, 501, 'single', '501 batches are more than a day'],
  [30, 501, 'single', 'they fit into one minute'],
  [31, 501, 'batch', 'they do not fit into one minute'],
  [450, 10000, 'batch', 'singly it would take a quarter of an hour for each target'],
])('writes %i contacts at each of %i targets as %s: %s (B9)', (count, targets, expected) => {
  expect(chooseWrites(count, { targets })).toBe(expected);
});

test('takes the project’s own daily budget where it is known (B9)', () => {
  expect(chooseWrites(5, { targets: 10, dailyContactWrites: 1999 })).toBe('single');
  expect(chooseWrites(5, { targets: 10, dailyContactWrites: 2000 })).toBe('batch');
});

test('charges 200 for a batch of any size, one for a single contact (B9)', () => {
  expect(writeCost(201, 'batch')).toEqual({ calls: 2, dailyContactWrites: 400 });
  expect(writeCost(3, 'single')).toEqual({ calls: 3, dailyContactWrites: 3 });
  expect(estimate(plan(5, 0, false), { targets: 501, withLabel: false })).toMatchObject({
    reads: 1,
    writes: 5,
    tokens: 2,
    dailyContactWrites: 5,
  });
});

test('orders the contact group before the contacts that join it, and keeps the order of contacts', () => {
  const second: Change = { ...create, sourceContactId: '2' };
  expect(order([create, second, createGroup])).toEqual([createGroup, create, second]);
});
