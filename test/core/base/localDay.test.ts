import { localDay, nextDayAt } from '../../../src/core/base/localDay';

describe('a day where people are', () => {
  it.each([
    ['2026-03-01T23:30:00Z', 'Europe/Berlin', '2026-03-02', 0],
    ['2026-03-01T23:30:00Z', 'America/New_York', '2026-03-01', 18],
    ['2026-03-01T23:30:00Z', 'UTC', '2026-03-01', 23],
    ['2026-03-01T23:30:00Z', 'Nowhere/None', '2026-03-01', 23],
  ])('%s in %s', (moment, zone, date, hour) => {
    expect(localDay(Date.parse(moment), zone)).toEqual({ date, hour });
  });

  it.each([
    ['the next morning', '2026-03-02T10:00:00Z', 'UTC', '2026-03-02', '2026-03-03T08:00:00Z'],
    ['now, when it is that late already', '2026-03-03T10:07:00Z', 'UTC', '2026-03-02', '2026-03-03T10:07:00Z'],
    ['today, when the day before was the last', '2026-03-03T02:07:00Z', 'UTC', '2026-03-02', '2026-03-03T08:00:00Z'],
    ['in a zone of half an hour', '2026-03-02T10:00:00Z', 'Asia/Kolkata', '2026-03-02', '2026-03-03T02:30:00Z'],
    ['where the clocks change', '2026-03-28T10:00:00Z', 'Europe/Berlin', '2026-03-28', '2026-03-29T06:00:00Z'],
  ])('begins %s', (_title, now, zone, date, expected) => {
    expect(new Date(nextDayAt(8, date, Date.parse(now), zone)).toISOString()).toBe(new Date(expected).toISOString());
  });
});
