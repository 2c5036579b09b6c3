import * as fc from 'fast-check';
import { instantOf, instantOfLocal, isTimeZone, wallClock, zoneOffset } from '../../../simulator/kernel/timeZone';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];

describe('time zones', () => {
  it.each([
    ['Europe/Berlin', Date.UTC(2026, 0, 1), 1],
    ['Europe/Berlin', Date.UTC(2026, 6, 1), 2],
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 0, 59, 59), 1],
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 1), 2],
    ['America/New_York', Date.UTC(2026, 10, 1, 6), -5],
    ['Asia/Kathmandu', Date.UTC(2026, 0, 1), 5.75],
    ['Australia/Lord_Howe', Date.UTC(2026, 0, 1), 11],
    ['Australia/Lord_Howe', Date.UTC(2026, 6, 1), 10.5],
  ])('%s at %d is %d hours ahead of UTC', (zone, instant, hours) => {
    expect(zoneOffset(zone, instant)).toBe(hours * HOUR);
  });

  it('give every instant back from its wall clock, but for the hour that comes twice', () => {
    const instants = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
        const offset = zoneOffset(zone, instant);
        const back = instantOfLocal(zone, instant + offset);
        // In a doubled hour the first of the two instants is meant.
        expect(back === instant || (back < instant && zoneOffset(zone, back) + back === offset + instant)).toBe(true);
      }),
    );
  });

  it('read the same wall clock that made the instant', () => {
    const instant = instantOf('America/St_Johns', 2026, 2, 31, 9, 70);
    expect(wallClock('America/St_Johns', instant)).toEqual({ year: 2026, month: 3, day: 3, hour: 10, minute: 10, second: 0 });
  });

  it('are known by IANA id', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Berlin'), isTimeZone('')]).toEqual([true, false, false]);
  });
});
