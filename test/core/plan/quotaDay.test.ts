import fc from 'fast-check';
import { nextQuotaDay, quotaDay } from '../../../src/core/plan/quotaDay';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = (text: string): number => Date.parse(`${text}Z`);
const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short', timeStyle: 'medium', hour12: false });
/** The date in Los Angeles. */
const dateAt = (at: number): string => clock.format(at).slice(0, 10);

test.each([
  ['winter', '2026-03-02T09:00', '2026-03-03T08:00'],
  ['the day before summer time', '2026-03-07T12:00', '2026-03-08T08:00'],
  ['the day that is an hour short, early', '2026-03-08T08:00', '2026-03-09T07:00'],
  ['the day that is an hour short, late', '2026-03-09T06:59', '2026-03-09T07:00'],
  ['summer', '2026-07-01T06:59', '2026-07-01T07:00'],
  ['the day before winter time', '2026-10-31T12:00', '2026-11-01T07:00'],
  ['the day that is an hour long, early', '2026-11-01T07:00', '2026-11-02T08:00'],
  ['the day that is an hour long, in its doubled hour', '2026-11-01T09:30', '2026-11-02T08:00'],
  ['a leap year', '2028-02-29T12:00', '2028-03-01T08:00'],
  ['a November that begins on a Sunday', '2026-11-01T08:59', '2026-11-02T08:00'],
  ['the turn of a year', '2027-12-31T20:00', '2028-01-01T08:00'],
])('%s: the next quota day begins at midnight in Los Angeles', (_, at, next) => {
  expect(new Date(nextQuotaDay(utc(at))).toISOString()).toBe(`${next}:00.000Z`);
  expect(quotaDay(utc(next))).toBe(quotaDay(utc(at)) + 1);
  expect(quotaDay(utc(next) - 1)).toBe(quotaDay(utc(at)));
});

test('a quota day is a date in Los Angeles, whatever the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: utc('2007-04-01T00:00'), max: utc('2099-12-31T00:00') }), (at) => {
      expect(new Date(quotaDay(at) * DAY).toISOString().slice(0, 10)).toBe(dateAt(at));
      const next = nextQuotaDay(at);
      expect(dateAt(next)).not.toBe(dateAt(next - 1));
      expect(dateAt(next - 1)).toBe(dateAt(at));
    }),
  );
});
