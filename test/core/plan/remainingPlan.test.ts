import type { CreateContact } from '../../../src/core/plan/Change';
import { remainingPlan } from '../../../src/core/plan/remainingPlan';
import type { TargetPlan } from '../../../src/core/plan/TargetPlan';

const create = (sourceContactId: string): CreateContact => ({
  kind: 'createContact',
  sourceContactId,
  fields: {},
  mark: { version: 1, origin: 'run1', sourceUserId: 'source', sourceContactId, fingerprint: '' },
  joinGroup: true,
});
const groupMark = { version: 1, origin: 'run1', sourceUserId: 'source', sourceGroup: 'contactGroups/s' } as const;
const plan: TargetPlan = {
  targetId: 'u1',
  group: { kind: 'create', name: 'Customers' },
  changes: [{ kind: 'createContactGroup', name: 'Customers', mark: groupMark }, create('c'), create('a'), create('f')],
  skips: [
    { sourceContactId: 'b', reason: 'sameEmail' },
    { sourceContactId: 'd', reason: 'alreadyCopied', byThisRun: true },
    { sourceContactId: 'e', reason: 'sameEmail' },
  ],
  existing: 2,
};
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

test('what is left stands in the order of the source', () => {
  expect(remainingPlan(plan, ids, 0).creates.map((one) => one.sourceContactId)).toEqual(['a', 'c', 'f']);
  expect(remainingPlan(plan, ids, 1).creates.map((one) => one.sourceContactId)).toEqual(['c', 'f']);
});

test('says what is settled after so many creates: all contacts up to the next one', () => {
  const { settledAfter } = remainingPlan(plan, ids, 0);
  expect(settledAfter(0)).toEqual({ settled: 0, skipped: 0, byThisRun: 0 });
  expect(settledAfter(1)).toEqual({ settled: 2, skipped: 1, byThisRun: 0 });
  expect(settledAfter(2)).toEqual({ settled: 5, skipped: 2, byThisRun: 1 });
  expect(settledAfter(3)).toEqual({ settled: 6, skipped: 2, byThisRun: 1 });
  expect(remainingPlan(plan, ids, 5).settledAfter(1)).toEqual({ settled: 6, skipped: 0, byThisRun: 0 });
});

test('a label that this run made is joined though the read did not show it; none is made when nothing is left to put in', () => {
  expect(remainingPlan(plan, ids, 1, 'contactGroups/made').plan).toMatchObject({
    group: { kind: 'join', resourceName: 'contactGroups/made' },
    changes: [{ kind: 'createContact' }, { kind: 'createContact' }],
  });
  expect(remainingPlan(plan, ids, 6).plan.changes).toEqual([]);
  expect(remainingPlan(plan, ids, 0).plan.changes[0]).toMatchObject({ kind: 'createContactGroup' });
});
