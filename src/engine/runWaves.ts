import type { Answer, Call, Task } from '../google/Call';

export interface KeyedTask<T> {
  /** Unique in one run; the user the work is for. */
  readonly key: string;
  readonly task: () => Task<T>;
}

export interface WavePlatform {
  /** An answer for each call, in order. A throw makes every call of the wave an unknown outcome. */
  readonly send: (calls: readonly Call[]) => readonly Answer[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => void;
  /** Milliseconds left in this execution. */
  readonly timeLeft: () => number;
}

export type TaskOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Time ran out before its first call. */
  | { readonly kind: 'notStarted' }
  /** Time ran out between two of its calls; `wrote` when a write of its was sent. */
  | { readonly kind: 'interrupted'; readonly wrote: boolean }
  /** A bug in the task. */
  | { readonly kind: 'threw'; readonly error: unknown };

export interface WaveOptions<T> {
  /** Calls of the first wave. */
  readonly width?: number;
  readonly maxWidth?: number;
  /** Expected bytes of one wave, calls and answers. */
  readonly byteBudget?: number;
  /** No wave starts with less time left. */
  readonly margin?: number;
  /** Told as each task ends, so that outcomes can be stored while others go on. */
  readonly onOutcome?: (key: string, outcome: TaskOutcome<T>) => void;
  /** Told before each wave that writes: the keys whose outcome is open until it returns. */
  readonly beforeWrites?: (keys: readonly string[]) => void;
}

/** Steps all tasks, a wave of calls of one operation at a time. Calls of one task stay in order. */
export const runWaves = <T>(
  tasks: readonly KeyedTask<T>[],
  platform: WavePlatform,
  options: WaveOptions<T> = {},
): ReadonlyMap<string, TaskOutcome<T>> => {
  throw new Error(`being written ${tasks.length} ${platform.now()} ${options.width}`);
};
