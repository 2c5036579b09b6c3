import { waitAfter } from '../../../src/core/runs/backOff';

test('each try waits twice as long as the one before, up to an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 40].map((tries) => waitAfter(tries) / 60_000)).toEqual([4, 8, 16, 32, 60, 60, 60]);
});
