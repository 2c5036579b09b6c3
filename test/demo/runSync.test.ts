import { runDemo } from '../../demo/runDemo';
import type { StepsResult } from '../../demo/runSteps';

describe('npm run demo -- sync', () => {
  const out: string[] = [];
  const code = runDemo(['sync', '--json'], { out: (text) => out.push(text), error: (text) => out.push(text) });
  const { steps, asExpected } = JSON.parse(out.join('\n')) as StepsResult;

  it('goes as expected: made, approved, filled, unchanged, changed, one leaves and one joins, renamed (G1–G7, G31–G32, G40–G41)', () => {
    expect(steps.flatMap(({ expectations }) => expectations.filter(({ holds }) => !holds))).toEqual([]);
    expect(steps.map(({ expectations }) => expectations.length)).toEqual([1, 1, 4, 2, 3, 4, 3]);
    expect({ asExpected, code }).toEqual({ asExpected: true, code: 0 });
  });

  it('each night makes no more calls than its bound; an unchanged one none for any destination', () => {
    const nights = steps.filter(({ bound }) => bound !== undefined);
    expect(nights).toHaveLength(5);
    for (const { calls, bound } of nights) {
      for (const kind of ['reads', 'writes', 'tokens'] as const) expect(calls[kind]).toBeLessThanOrEqual(bound![kind]);
    }
    // The source user's contacts and labels, and the token for them.
    expect(nights[1]).toMatchObject({ calls: { reads: 2, writes: 0, tokens: 2 }, changed: [] });
  });

  it('before the first night no account is written to', () => {
    expect(steps.slice(0, 2).map(({ calls, changed }) => calls.writes + changed.length)).toEqual([0, 0]);
  });
});
