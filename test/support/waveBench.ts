import { runWaves } from '../../src/engine/runWaves';
import type { TaskOutcome, WaveOptions } from '../../src/engine/waves';
import type { Answer, Call, Subject, Task } from '../../src/google/Call';
import type { OperationId } from '../../src/google/operations';
import { exchange } from '../../src/google/request';

export const as = (userId: string): Subject => ({ kind: 'user', userId, token: 't' });
export const userOf = (call: Call): string => (call.as.kind === 'user' ? call.as.userId : '');

export const READ: OperationId = 'people.contactGroups.list';
export const CREATE: OperationId = 'people.people.createContact';

/** Sends waves to `answer`, on a clock of its own: a wave takes `waveTime`, the execution has `time`. */
export const bench = (answer: (call: Call, wave: number) => Answer, { time = 360_000, waveTime = 1000 } = {}) => {
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

export function* steps(key: string, operations: readonly OperationId[]): Task<Answer[]> {
  const answers: Answer[] = [];
  for (const operation of operations) answers.push(yield* exchange(operation, as(key)));
  return answers;
}

export const keyed = (count: number, operations: readonly OperationId[]) =>
  Array.from({ length: count }, (_, index) => ({ key: `u${index}`, task: () => steps(`u${index}`, operations) }));

export const run = <T>(
  tasks: readonly { key: string; task: () => Task<T> }[],
  on: ReturnType<typeof bench>,
  options: WaveOptions<T> = {},
) => runWaves(tasks, on.platform, options);

export const kinds = <T>(outcomes: ReadonlyMap<string, TaskOutcome<T>>) => [...outcomes.values()].map((outcome) => outcome.kind);
