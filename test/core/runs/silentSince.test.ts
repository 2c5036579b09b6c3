import { silentSince } from '../../../src/core/runs/silentSince';

const minute = 60_000;
const at = (now: number, waitingSince: number | undefined, sweptAt = 0) =>
  silentSince({ now: now * minute, sweepMinutes: 5, sweptAt: sweptAt * minute, waitingSince: waitingSince && waitingSince * minute });

describe('B16: a trigger that does not look', () => {
  it.each([
    ['nothing waits', at(1000, undefined)],
    ['the promised time has not come', at(104, 100)],
    ['it may be a little late', at(110, 100)],
    ['it looked since, and looks again soon', at(300, 100, 298)],
    ['what waits is for later', at(300, 400)],
  ])('is not reported while %s', (_why, since) => {
    expect(since).toBeUndefined();
  });

  it.each([
    ['since something waits, whatever it did before', at(111, 100, 20), 100],
    ['since its last look, when it stopped in the middle of the work', at(300, 100, 200), 200],
  ])('is reported %s', (_why, since, expected) => {
    expect(since).toBe(expected * minute);
  });
});
