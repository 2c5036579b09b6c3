import { progressBar } from '../../../src/core/runs/progressBar';

describe('progressBar', () => {
  it('is full only at the end and empty only at the beginning', () => {
    expect([0, 1, 500, 999, 1000].map((done) => progressBar(done, 1000))).toEqual([
      '░░░░░░░░░░',
      '▓░░░░░░░░░',
      '▓▓▓▓▓░░░░░',
      '▓▓▓▓▓▓▓▓▓░',
      '▓▓▓▓▓▓▓▓▓▓',
    ]);
    expect(progressBar(0, 0)).toBe('░░░░░░░░░░');
  });
});
