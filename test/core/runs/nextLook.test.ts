import * as fc from 'fast-check';
import { nextLook } from '../../../src/core/runs/nextLook';

const MINUTE = 60_000;

describe('nextLook', () => {
  it('goes by the minute of the hour at which the trigger ran before', () => {
    const sweptAt = Date.UTC(2026, 10, 20, 8, 17);
    const at = (hours: number, minutes: number) => Date.UTC(2026, 10, 20, hours, minutes);
    const asked = (now: number) => nextLook({ now, sweepMinutes: 60, sweptAt, waitingSince: now });
    expect(asked(at(10, 5))).toBe(at(10, 17));
    expect(asked(at(10, 17))).toBe(at(11, 17));
    expect(nextLook({ now: at(10, 5), sweepMinutes: 5, sweptAt, waitingSince: at(10, 4) })).toBe(at(10, 7));
  });

  it('before the first look, it is an interval after somebody asked', () => {
    const waitingSince = Date.UTC(2026, 10, 20, 9, 5);
    const known = { sweepMinutes: 60, sweptAt: 0, waitingSince };
    expect(nextLook({ ...known, now: waitingSince })).toBe(Date.UTC(2026, 10, 20, 10, 5));
    expect(nextLook({ ...known, now: waitingSince + 30 * MINUTE })).toBe(Date.UTC(2026, 10, 20, 10, 5));
  });

  it('is never over, and never more than an interval away', () => {
    const instant = fc.integer({ min: 1, max: 4e12 });
    fc.assert(
      fc.property(instant, instant, instant, fc.constantFrom(5, 60), (now, sweptAt, since, sweepMinutes) => {
        const next = nextLook({ now, sweepMinutes, sweptAt, waitingSince: Math.min(since, now) });
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(now + sweepMinutes * MINUTE);
      }),
    );
  });
});
