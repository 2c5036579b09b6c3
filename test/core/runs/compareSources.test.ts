import { compareSources } from '../../../src/core/runs/compareSources';

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
