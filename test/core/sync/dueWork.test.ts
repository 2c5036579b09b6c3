import fc from 'fast-check';
import { dueWork, type LastRuns, type Schedule } from '../../../src/core/sync/dueWork';

const zone = 'Europe/Zurich';
const at = (text: string): number => Date.parse(text);
const nightly: Schedule = { nightly: true, drift: { mode: 'enforce', check: 'everyNight' }, paused: false, revision: 1 };
const last: LastRuns = { night: '2026-03-27', driftCheck: '2026-03-27', revision: 1 };

test.each<[string, string, string]>([
  ['just before two', '2026-03-28T00:59:00Z', 'none'],
  ['at two', '2026-03-28T01:00:00Z', 'night'],
  ['late in the day, since no trigger fired before', '2026-03-28T21:30:00Z', 'night'],
  ['still the day of the last night', '2026-03-27T21:30:00Z', 'none'],
  ['days later', '2026-04-03T12:00:00Z', 'night'],
  ['when two o’clock does not exist, at three', '2026-03-29T01:00:00Z', 'night'],
])('%s (contracts §4)', (_, now, kind) => {
  expect(dueWork(nightly, last, at(now), zone).kind).toBe(kind);
});

test('one night a local day, whatever the hours at which triggers fire, and none is missed (contracts §4)', () => {
  const start = at('2026-03-20T00:00:00Z');
  fc.assert(
    fc.property(fc.constantFrom(zone, 'America/New_York', 'Asia/Kolkata', 'UTC'), fc.integer({ min: 45, max: 121 }), (timeZone, step) => {
      let runs: LastRuns = { ...last, night: '2026-03-20' };
      const nights: string[] = [];
      for (let now = start; now < start + 5 * 86_400_000; now += step * 60_000) {
        const due = dueWork(nightly, runs, now, timeZone);
        if (due.kind === 'night') nights.push(due.date);
        runs = { ...runs, night: due.date };
      }
      expect(new Set(nights).size).toBe(nights.length);
      expect(nights.length).toBeGreaterThanOrEqual(4);
    }),
    { numRuns: 15 },
  );
});

test.each<[string, Partial<Schedule>, string, string]>([
  ['off', { nightly: false }, '2026-03-28T02:00:00Z', 'none'],
  ['paused', { paused: true, revision: 2 }, '2026-03-28T02:00:00Z', 'none'],
  ['edited by day', { revision: 2 }, '2026-03-27T12:00:00Z', 'edited'],
  ['new, without nights', { nightly: false, revision: 2 }, '2026-03-28T12:00:00Z', 'edited'],
  ['edited, and the night is due, too', { revision: 2 }, '2026-03-28T02:00:00Z', 'night'],
])('a sync that is %s (G17, G38, G46)', (_, schedule, now, kind) => {
  expect(dueWork({ ...nightly, ...schedule }, last, at(now), zone).kind).toBe(kind);
});

test.each<[Schedule['drift']['check'], string, boolean]>([
  ['everyNight', '2026-03-27', true],
  ['weekly', '2026-03-27', false],
  ['weekly', '2026-03-22', false],
  ['weekly', '2026-03-21', true],
  ['weekly', '', true],
  ['never', '2026-01-01', false],
])('drift is checked %s, last on %s: %s (G22)', (check, driftCheck, expected) => {
  const schedule: Schedule = { ...nightly, drift: { mode: 'enforce', check } };
  expect(dueWork(schedule, { ...last, driftCheck }, at('2026-03-28T02:00:00Z'), zone).checksDrift).toBe(expected);
});
