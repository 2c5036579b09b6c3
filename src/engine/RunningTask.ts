import type { Answer, Call, Task } from '../google/Call';
import type { KeyedTask, TaskOutcome } from './waves';

/** A task between two of its calls. */
export interface RunningTask<T> {
  readonly key: string;
  readonly generator: Task<T>;
  readonly call: Call;
  readonly startedAt: number;
  readonly notBefore: number;
  /** How often `call` was sent before. */
  readonly attempt: number;
  /** Calls of the task that were answered or retried. */
  readonly sent: number;
  /** A write of the task was sent. */
  readonly wrote: boolean;
}

/** Runs the task up to its first call. */
export const startTask = <T>(task: KeyedTask<T>, startedAt: number): RunningTask<T> | TaskOutcome<T> => {
  try {
    const generator = task.task();
    return advanced(generator.next(), { key: task.key, generator, startedAt, sent: 0, wrote: false });
  } catch (error) {
    return { kind: 'threw', error };
  }
};

/** Gives the task its answer and runs it up to its next call. A bug in one task ends that task only. */
export const stepTask = <T>(task: RunningTask<T>, answer: Answer): RunningTask<T> | TaskOutcome<T> => {
  try {
    return advanced(task.generator.next(answer), task);
  } catch (error) {
    return { kind: 'threw', error };
  }
};

const advanced = <T>(
  step: IteratorResult<Call, T>,
  task: Pick<RunningTask<T>, 'key' | 'generator' | 'startedAt' | 'sent' | 'wrote'>,
): RunningTask<T> | TaskOutcome<T> => {
  if (step.done === true) return { kind: 'done', value: step.value };
  const { key, generator, startedAt, sent, wrote } = task;
  return { key, generator, startedAt, sent, wrote, call: step.value, notBefore: 0, attempt: 0 };
};
