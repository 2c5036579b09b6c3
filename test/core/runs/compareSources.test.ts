import { compareSources } from '../../../src/core/runs/compareSources';
import { estimateDays, estimateMinutes } from '../../../src/core/runs/estimateTime';

describe('B2: what changed in a source', () => {
  it('counts contacts that came, changed and went', () => {
    const before = [
      ['a', '1'],
      ['b', '1'],
      ['c', '1'],
    ] as const;
    expect(
      compareSources(before, [
        ['a', '1'],
        ['b', '2'],
        ['d', '1'],
        ['e', '1'],
      ]),
    ).toEqual({ added: 2, edited: 1, removed: 1 });
    expect(compareSources(before, [...before].reverse())).toEqual({ added: 0, edited: 0, removed: 0 });
  });
});

describe('B9: the time a run takes', () => {
  it.each([
    [{ reads: 0, writes: 0, tokens: 0 }, 1],
    [{ reads: 600, writes: 1200, tokens: 1200 }, 5],
  ])('%j: %i minutes', (calls, minutes) => {
    expect(estimateMinutes(calls)).toBe(minutes);
  });

  it.each([
    [0, 1],
    [100_000, 1],
    [100_001, 2],
    [241_200, 3],
  ])('%i daily contact writes: %i days', (dailyContactWrites, days) => {
    expect(estimateDays({ dailyContactWrites })).toBe(days);
  });
});
