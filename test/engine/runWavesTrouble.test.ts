import { problem } from '../../src/core/base/Problem';
import { refusal, silence, success } from '../support/feedTask';
import { CREATE, READ, bench, keyed, kinds, run, steps, userOf } from '../support/waveBench';

test('starts no task that would hardly end in the time that is left (B4)', () => {
  const on = bench(() => success({}), { time: 75_000 + 5500 });
  const { outcomes } = run(keyed(5, [READ, READ]), on, { width: 1, maxWidth: 1 });
  expect(kinds(outcomes)).toEqual(['done', 'done', 'notStarted', 'notStarted', 'notStarted']);
  expect(on.waves).toHaveLength(4);
});

test('starts no task that would end in a fresh execution and not in this one; a longer one starts at any time (B4)', () => {
  const started = (takes: number): number => {
    const on = bench(() => success({}), { time: 75_000 + 10_500 });
    const tasks = keyed(12, [READ]).map((task) => ({ ...task, takes }));
    return kinds(run(tasks, on, { width: 1, maxWidth: 1 }).outcomes).filter((kind) => kind !== 'notStarted').length;
  };
  // Two are open at once, and a wave of one takes a second.
  expect(started(0)).toBe(10);
  expect(started(8000)).toBe(4);
  expect(started(9000)).toBe(10);
});

test('a call over the quota of the minute waits a minute, for that user only (B9)', () => {
  const over = refusal(429, { status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded … per minute per user' });
  const on = bench((call, wave) => (userOf(call) === 'u1' && wave === 0 ? over : success({})));
  const { outcomes } = run(keyed(3, [READ, READ]), on);
  expect(kinds(outcomes)).toEqual(['done', 'done', 'done']);
  const times = (key: string) =>
    on.waves.filter((wave) => wave.calls.some((call) => userOf(call) === key)).map((wave) => wave.at - 1_000_000);
  expect(times('u0')).toEqual([0, 1000]);
  expect(times('u1')[1]).toBeGreaterThanOrEqual(61_000);
});

test('a read without an answer is sent again after a growing pause, five times at most', () => {
  const on = bench(() => silence);
  const { outcomes } = run(keyed(1, [READ]), on);
  expect(on.waves).toHaveLength(6);
  expect(on.slept).toEqual([1000, 2000, 4000, 8000, 16000]);
  expect(outcomes.get('u0')).toEqual({ kind: 'done', value: [silence] });
});

test.each([
  ['no answer', silence],
  ['500', refusal(500, { message: 'Internal error encountered.' })],
])('a create that meets %s is not sent again: its task decides (B3)', (_, answer) => {
  const on = bench(() => answer);
  const { outcomes } = run(keyed(1, [CREATE]), on);
  expect(on.sent()).toHaveLength(1);
  expect(outcomes.get('u0')).toEqual({ kind: 'done', value: [answer] });
});

test('a wave that is lost as a whole leaves each of its creates to its task, sent once (B3)', () => {
  const on = bench((call) => (call.operation === CREATE ? silence : success({})));
  const { outcomes } = run(keyed(3, [READ, CREATE]), on);
  expect([...outcomes.values()]).toEqual(Array.from({ length: 3 }, () => ({ kind: 'done', value: [success({}), silence] })));
  expect(on.sent().filter((call) => call.operation === CREATE)).toHaveLength(3);
});

test('a bug in the platform is not swallowed', () => {
  const on = bench(() => {
    throw new Error('bug');
  });
  expect(() => run(keyed(1, [READ]), on)).toThrow('bug');
});

test('an answer that is missing is an unknown outcome', () => {
  const on = bench(() => success({}));
  on.platform.send = () => [];
  expect(run(keyed(1, [CREATE]), on).outcomes.get('u0')).toMatchObject({ kind: 'done', value: [{ kind: 'unknown' }] });
});

test('a label that takes no contacts yet holds up its own user only, and is tried for half a minute at most', () => {
  const notYet = refusal(400, { message: 'Contact group "contactGroups/1" was not found.' });
  const firstDone = (refusals: number) => {
    let refused = 0;
    const on = bench((call) => (userOf(call) === 'u0' && call.operation === CREATE && refused++ < refusals ? notYet : success({})));
    const { outcomes } = run(keyed(3, [CREATE, CREATE, CREATE]), on);
    const ends = ['u0', 'u1', 'u2'].map((user) => on.waves.filter(({ calls }) => calls.some((call) => userOf(call) === user)).at(-1)!.at);
    return { outcomes, ends, attempts: refused, slept: on.slept.reduce((sum, one) => sum + one, 0) };
  };
  const soon = firstDone(2);
  expect(kinds(soon.outcomes)).toEqual(['done', 'done', 'done']);
  expect(Math.max(...soon.ends.slice(1))).toBe(1_000_000 + 2000);
  expect(soon.ends[0]).toBeGreaterThan(1_000_000 + 4000);
  const never = firstDone(Infinity);
  expect(never.attempts).toBe(3 * 6);
  expect(never.slept).toBeLessThan(3 * 32_000);
});

test('when the customer is busy, the next waves are half as wide', () => {
  const busy = refusal(429, { errors: [{ reason: 'rateLimitExceeded' }], message: 'busy' });
  const on = bench((_, wave) => (wave === 0 ? busy : success({})));
  run(keyed(60, ['directory.groups.list']), on);
  expect(on.waves.slice(0, 2).map((wave) => wave.calls.length)).toEqual([20, 10]);
});

test('no wave starts with less than the margin left; what was not begun can start afresh (B4)', () => {
  const on = bench(() => success({}), { time: 75_000 + 6500, waveTime: 1000 });
  const { outcomes } = run(keyed(300, [READ, CREATE]), on);
  expect(on.waves.length).toBe(7);
  expect(on.waves.every((wave) => wave.at - 1_000_000 <= 6500)).toBe(true);
  expect(outcomes.size).toBe(300);
  expect(new Set(kinds(outcomes))).toEqual(new Set(['done', 'interrupted', 'notStarted']));
});

test('a task that is cut off tells whether it had sent a write (B3)', () => {
  const on = bench(() => success({}), { time: 75_000 + 1500 });
  const { outcomes } = run([{ key: 'writer', task: () => steps('writer', [CREATE, CREATE, CREATE]) }], on);
  expect(outcomes.get('writer')).toEqual({ kind: 'interrupted', wrote: true });
  const other = bench(() => success({}), { time: 75_000 + 1500 });
  expect(run([{ key: 'reader', task: () => steps('reader', [READ, READ, READ]) }], other).outcomes.get('reader')).toEqual({
    kind: 'interrupted',
    wrote: false,
  });
});

test('a pause that would outlast the time ends the run at once', () => {
  const over = refusal(429, { message: 'per minute per user' });
  const on = bench(() => over, { time: 75_000 + 30_000 });
  expect(kinds(run(keyed(2, [READ]), on).outcomes)).toEqual(['interrupted', 'interrupted']);
  expect(on.slept).toEqual([]);
});

test('a problem before a wave of writes ends the run without that wave (B15)', () => {
  const why = problem('run.stopped', {});
  const on = bench(() => success({}));
  const { outcomes, stopped } = run(keyed(3, [READ, CREATE]), on, { beforeWrites: () => why });
  expect(stopped).toEqual(why);
  expect(on.sent().map((call) => call.operation)).toEqual([READ, READ, READ]);
  expect(outcomes.get('u0')).toEqual({ kind: 'interrupted', wrote: false });
});

test('a platform that sends nothing more ends the run; answered calls of the same wave count (B4)', () => {
  const why = problem('platform.quotaSpent', { service: 'urlfetch' });
  const on = bench((call, wave) => (wave === 1 && userOf(call) !== 'u0' ? { kind: 'stopped', problem: why } : success({})));
  const { outcomes, stopped } = run(keyed(120, [READ, CREATE]), on, { width: 2, maxWidth: 2 });
  expect(stopped).toEqual(why);
  expect(on.waves).toHaveLength(2);
  expect(outcomes.size).toBe(120);
  expect(kinds(outcomes)).not.toContain('threw');
});
