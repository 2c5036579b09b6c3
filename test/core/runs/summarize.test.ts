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

  const promised =
    (...ids: readonly string[]) =>
    ({ targetId }: { readonly targetId: string }) =>
      ids.includes(targetId);

  it.each([
    ['done', 'every target that was to get contacts has them', [outcome('a', 'done', 1), outcome('b', 'done')], promised('a', 'b')],
    ['done', 'others were skipped, as the preview said', [outcome('a', 'done', 1), outcome('b', 'skipped')], promised('a')],
    ['done', 'who had everything already is gone', [outcome('a', 'done', 1), outcome('b', 'gone')], promised('a')],
    ['partlyDone', 'one that was to get some is gone', [outcome('a', 'done', 1), outcome('b', 'gone')], promised('a', 'b')],
    ['partlyDone', 'one that was to get some was suspended since', [outcome('a', 'done', 1), outcome('b', 'skipped')], promised('a', 'b')],
    ['partlyDone', 'nobody knows of one', [outcome('a', 'done', 1), outcome('b', 'unknown')], promised('a', 'b')],
    ['partlyDone', 'the preview promised a failed one nothing', [outcome('a', 'done', 1), outcome('b', 'failed')], promised('a')],
    ['partlyDone', 'one got some of them', [outcome('a', 'failed', 1)], promised('a')],
    ['failed', 'one failed and the other was skipped', [outcome('a', 'failed'), outcome('b', 'skipped')], promised('a')],
    ['failed', 'everybody is gone or suspended', [outcome('a', 'gone'), outcome('b', 'skipped')], promised('a', 'b')],
    ['failed', 'everybody is suspended, as the preview said', [outcome('a', 'skipped')], promised()],
  ] as const)('is %s when %s', (state, _when, outcomes, wasToGet) => {
    expect(finalState(outcomes, wasToGet)).toBe(state);
  });
});
