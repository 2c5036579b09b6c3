import type { Answer, Call, Subject, Task } from '../../src/google/Call';
import { toCall } from '../../src/google/request';
import { exchange } from '../../src/google/request';
import type { OperationId } from '../../src/google/operations';
import { runWaves } from '../../src/engine/runWaves';
import type { TaskOutcome, WaveOptions } from '../../src/engine/waves';
import { problem } from '../../src/core/base/Problem';
import { refusal, silence, success } from '../support/feedTask';

const as = (userId: string): Subject => ({ kind: 'user', userId, token: 't' });
const userOf = (call: Call): string => (call.as.kind === 'user' ? call.as.userId : '');

const READ: OperationId = 'people.contactGroups.list';
const CREATE: OperationId = 'people.people.createContact';

/** Sends waves to `answer`, on a clock of its own: a wave takes `waveTime`, the execution has `time`. */
const bench = (answer: (call: Call, wave: number) => Answer, { time = 360_000, waveTime = 1000 } = {}) => {
  let now = 1_000_000;
  const end = now + time;
  const waves: { readonly at: number; readonly calls: readonly Call[] }[] = [];
  const slept: number[] = [];
  const platform = {
    send: (calls: readonly Call[]): Answer[] => {
      waves.push({ at: now, calls });
      now += waveTime;
      return calls.map((call) => answer(call, waves.length - 1));
    },
    now: () => now,
    sleep: (milliseconds: number): void => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    timeLeft: () => end - now,
  };
  return { platform, waves, slept, sent: () => waves.flatMap((wave) => wave.calls) };
};

function* steps(key: string, operations: readonly OperationId[]): Task<Answer[]> {
  const answers: Answer[] = [];
  for (const operation of operations) answers.push(yield* exchange(operation, as(key)));
  return answers;
}

const keyed = (count: number, operations: readonly OperationId[]) =>
  Array.from({ length: count }, (_, index) => ({ key: `u${index}`, task: () => steps(`u${index}`, operations) }));

const run = <T>(tasks: readonly { key: string; task: () => Task<T> }[], on: ReturnType<typeof bench>, options: WaveOptions<T> = {}) =>
  runWaves(tasks, on.platform, options);

const kinds = <T>(outcomes: ReadonlyMap<string, TaskOutcome<T>>) => [...outcomes.values()].map((outcome) => outcome.kind);

test('every task ends with its own value, its calls in order', () => {
  const on = bench((call) => success({ for: userOf(call), operation: call.operation }));
  const { outcomes, stopped } = run(keyed(120, [READ, CREATE, READ]), on);
  expect(stopped).toBeUndefined();
  expect(outcomes.size).toBe(120);
  for (const [key, outcome] of outcomes) {
    expect(outcome).toEqual({ kind: 'done', value: [READ, CREATE, READ].map((operation) => success({ for: key, operation })) });
  }
});

test('a wave holds one kind of call and at most one of each task', () => {
  const on = bench(() => success({}));
  run([...keyed(30, [READ, CREATE, READ]), { key: 'late', task: () => steps('late', [CREATE, CREATE]) }], on);
  for (const { calls } of on.waves) {
    expect(new Set(calls.map((call) => call.operation)).size).toBe(1);
    expect(new Set(calls.map(userOf)).size).toBe(calls.length);
  }
});

test('waves start with 20 calls and grow to 50 while that helps', () => {
  const on = bench(() => success({}));
  run(keyed(300, [READ]), on);
  const sizes = on.waves.map((wave) => wave.calls.length);
  expect(sizes[0]).toBe(20);
  expect(Math.max(...sizes)).toBe(50);
});

test('a wave keeps to its byte budget, but one call always goes', () => {
  const on = bench(() => success({}));
  run(
    keyed(10, ['people.people.connections.list']).map(({ key }) => ({ key, task: () => listing(key) })),
    on,
    { byteBudget: 3 * 2048 * 1024 },
  );
  expect(on.waves.map((wave) => wave.calls.length)).toEqual([3, 3, 3, 1]);
  const tight = bench(() => success({}));
  run(
    ['a', 'b'].map((key) => ({ key, task: () => listing(key) })),
    tight,
    { byteBudget: 1 },
  );
  expect(tight.waves.map((wave) => wave.calls.length)).toEqual([1, 1]);
});

function* listing(key: string): Task<Answer> {
  return yield toCall('people.people.connections.list', as(key), { path: { resourceName: 'people/me' } });
}

test('tasks that need more pages do not tear the slow waves apart', () => {
  const on = bench(() => success({}));
  const tasks = Array.from({ length: 20 }, (_, index) => ({
    key: `u${index}`,
    task: () => steps(`u${index}`, [...Array.from({ length: 1 + (index % 4) }, () => READ), CREATE]),
  }));
  run(tasks, on);
  expect(on.waves.map((wave) => [wave.calls[0]?.operation, wave.calls.length])).toEqual([
    [READ, 20],
    [READ, 15],
    [READ, 10],
    [READ, 5],
    [CREATE, 20],
  ]);
});

test('starts no task that would hardly end in the time that is left (B4)', () => {
  const on = bench(() => success({}), { time: 75_000 + 5500 });
  const { outcomes } = run(keyed(5, [READ, READ]), on, { width: 1, maxWidth: 1 });
  expect(kinds(outcomes)).toEqual(['done', 'done', 'notStarted', 'notStarted', 'notStarted']);
  expect(on.waves).toHaveLength(4);
});

test('few tasks are open at once, however many there are', () => {
  let open = 0;
  let most = 0;
  const on = bench(() => success({}));
  const tasks = keyed(1000, [READ, READ, READ]).map(({ key, task }) => ({
    key,
    task: function* (): Task<Answer[]> {
      most = Math.max(most, ++open);
      const value = yield* task();
      open--;
      return value;
    },
  }));
  run(tasks, on);
  expect(most).toBeLessThanOrEqual(100);
});

test('a bug in one task ends that task only and is handed over (design.md §6)', () => {
  const bug = new Error('bug');
  const on = bench(() => success({}));
  const faulty = function* (): Task<Answer[]> {
    yield* steps('faulty', [READ]);
    throw bug;
  };
  const { outcomes } = run(
    [
      ...keyed(3, [READ, READ]),
      { key: 'faulty', task: faulty },
      {
        key: 'stillborn',
        task: () => {
          throw bug;
        },
      },
    ],
    on,
  );
  expect(outcomes.get('faulty')).toEqual({ kind: 'threw', error: bug });
  expect(outcomes.get('stillborn')).toEqual({ kind: 'threw', error: bug });
  expect(kinds(outcomes).filter((kind) => kind === 'done')).toHaveLength(3);
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

test('when the customer is busy, the next waves are half as wide', () => {
  const busy = refusal(429, { errors: [{ reason: 'rateLimitExceeded' }], message: 'busy' });
  const on = bench((_, wave) => (wave === 0 ? busy : success({})));
  run(keyed(60, ['directory.groups.list']), on);
  expect(on.waves.slice(0, 2).map((wave) => wave.calls.length)).toEqual([20, 10]);
});

test('no wave starts with less than the margin left; what was not begun can start afresh (B4)', () => {
  const on = bench(() => success({}), { time: 75_000 + 2500, waveTime: 1000 });
  const { outcomes } = run(keyed(200, [READ, CREATE]), on);
  expect(on.waves.length).toBe(3);
  expect(on.waves.every((wave) => wave.at - 1_000_000 <= 2500)).toBe(true);
  expect(outcomes.size).toBe(200);
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

test('a platform that sends nothing more ends the run; answered calls of the same wave count (B4)', () => {
  const why = problem('platform.quotaSpent', { service: 'urlfetch' });
  const on = bench((call, wave) => (wave === 1 && userOf(call) !== 'u0' ? { kind: 'stopped', problem: why } : success({})));
  const { outcomes, stopped } = run(keyed(120, [READ, CREATE]), on, { width: 2, maxWidth: 2 });
  expect(stopped).toEqual(why);
  expect(on.waves).toHaveLength(2);
  expect(outcomes.size).toBe(120);
  expect(kinds(outcomes)).not.toContain('threw');
});

test('outcomes are told as they come, and one that says stop lets no other task start', () => {
  const told: string[] = [];
  const on = bench(() => success({}));
  const { outcomes } = run(keyed(10, [READ]), on, {
    width: 1,
    maxWidth: 1,
    onOutcome: (key, outcome) => {
      told.push(`${key} ${outcome.kind}`);
      return key === 'u2' ? 'stop' : undefined;
    },
  });
  expect(told.slice(0, 3)).toEqual(['u0 done', 'u1 done', 'u2 done']);
  expect(told).toHaveLength(10);
  expect(kinds(outcomes)).toContain('notStarted');
});

test('before a wave of writes its users are named, before a wave of reads nobody', () => {
  const named: (readonly string[])[] = [];
  run(
    keyed(3, [READ, CREATE]),
    bench(() => success({})),
    { beforeWrites: (keys) => named.push(keys) },
  );
  expect(named).toEqual([['u0', 'u1', 'u2']]);
});

test('no tasks is no wave; the same key twice is a bug', () => {
  expect(
    run(
      [],
      bench(() => success({})),
    ).outcomes.size,
  ).toBe(0);
  expect(() =>
    run(
      [...keyed(1, [READ]), ...keyed(1, [READ])],
      bench(() => success({})),
    ),
  ).toThrow('same key');
});
