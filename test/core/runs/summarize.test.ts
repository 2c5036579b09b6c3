import { finalState, summarize } from '../../../src/core/runs/summarize';
import type { TargetOutcome } from '../../../src/core/runs/TargetOutcome';

const outcome = (targetId: string, status: TargetOutcome['status'], created = 0): TargetOutcome => ({
  targetId,
  status,
  created,
  skipped: 0,
  failed: 0,
});

describe('S36: the end of a run', () => {
  it('counts every target once, by the worst of its outcomes, and adds up the contacts', () => {
    const totals = summarize([
      outcome('a', 'done', 3),
      outcome('a', 'failed', 1),
      outcome('b', 'skipped'),
      outcome('c', 'gone'),
      outcome('d', 'done', 2),
    ]);
    expect(totals).toEqual({ done: 1, skipped: 2, failed: 1, created: 6 });
  });

  it.each([
    ['done', [outcome('a', 'done', 1), outcome('b', 'skipped')]],
    ['done', [outcome('a', 'gone')]],
    ['partlyDone', [outcome('a', 'done', 1), outcome('b', 'unknown')]],
    ['partlyDone', [outcome('a', 'failed', 1)]],
    ['failed', [outcome('a', 'failed'), outcome('b', 'skipped')]],
  ] as const)('is %s', (state, outcomes) => {
    expect(finalState(summarize(outcomes))).toBe(state);
  });
});
