import type { Answer, Task } from '../../src/google/Call';
import { toCall } from '../../src/google/request';
import { success } from '../support/feedTask';
import { CREATE, READ, as, bench, keyed, kinds, run, steps, userOf } from '../support/waveBench';

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

test('before a wave of writes its users are named, and all who are about to write; before a wave of reads nobody', () => {
  const named: string[] = [];
  const told = (keys: readonly string[], writing: readonly string[]): void => void named.push(`${keys.join()} of ${writing.join()}`);
  run(
    keyed(3, [READ, CREATE]),
    bench(() => success({})),
    { width: 2, maxWidth: 2, beforeWrites: told },
  );
  expect(named).toEqual(['u0,u1 of u0,u1', 'u2 of u2']);
  const one = { key: 'late', task: () => steps('late', [READ, CREATE]) };
  named.splice(0);
  run(
    [...keyed(3, [CREATE]), one],
    bench(() => success({})),
    { width: 2, maxWidth: 2, beforeWrites: told },
  );
  expect(named[0]).toBe('u0,u1 of u0,u1,u2');
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

test('a task waits until it may start, and those behind it with it', () => {
  const ended: string[] = [];
  const on = bench(() => success({}));
  const { outcomes } = run(keyed(6, [READ, CREATE]), on, {
    mayStart: (key) => key < 'u2' || ended.length >= 2,
    onOutcome: (key) => void ended.push(key),
  });
  expect(on.waves.map(({ calls }) => calls.map(userOf).join())).toEqual(['u0,u1', 'u0,u1', 'u2,u3,u4,u5', 'u2,u3,u4,u5']);
  expect(kinds(outcomes)).toEqual(Array.from({ length: 6 }, () => 'done'));
  const shut = run(
    keyed(3, [READ]),
    bench(() => success({})),
    { mayStart: (key) => key === 'u0' },
  );
  expect(kinds(shut.outcomes)).toEqual(['done', 'notStarted', 'notStarted']);
});
