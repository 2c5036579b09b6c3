import type { Problem } from '../core/base/Problem';
import type { Answer, Call, Task } from '../google/Call';
import type { OperationId } from '../google/operations';
import type { MinutePace } from './MinutePace';

export interface KeyedTask<T> {
  /** Unique in one run: the user the work is for. Calls for one user must not run side by side. */
  readonly key: string;
  /** Called once, when its turn comes. */
  readonly task: () => Task<T>;
  /** Milliseconds that its calls and the waits for the user's quotas take on their own, as far as they are planned. */
  readonly takes?: number;
}

export interface WavePlatform {
  /** An answer for each call, in order. What is lost on the way is an unknown answer; a throw is a bug. */
  readonly send: (calls: readonly Call[]) => readonly Answer[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => void;
  /** Milliseconds left in this execution. */
  readonly timeLeft: () => number;
  /** What earlier waves of this execution took of the users' minutes; without it a run counts for itself. */
  readonly minutes?: MinutePace;
}

export type TaskOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Ended before its first call: the time was up, another outcome said `stop`, or the platform sends nothing more. */
  | { readonly kind: 'notStarted' }
  /** Ended between two of its calls; `wrote`: a write of the task was sent. */
  | { readonly kind: 'interrupted'; readonly wrote: boolean }
  /** A bug in the task. */
  | { readonly kind: 'threw'; readonly error: unknown };

export interface WaveOptions<T> {
  /** Calls of the first wave of an operation. */
  readonly width?: number;
  readonly maxWidth?: number;
  /** Expected bytes of one wave, calls and answers. */
  readonly byteBudget?: number;
  /** No wave starts with less time left, in milliseconds. */
  readonly margin?: number;
  /** Told as each task ends, so that outcomes can be stored while others go on. `stop`: no other task is started. */
  readonly onOutcome?: (key: string, outcome: TaskOutcome<T>) => 'stop' | void;
  /** Asked before a task is started; false: it and those behind it wait until another wave is over. */
  readonly mayStart?: (key: string) => boolean;
  /**
   * Told before each wave that writes: the keys whose outcome is open until it returns, and those of all tasks that are about to
   * write, which are in one of the next waves. A problem ends the run before that wave.
   */
  readonly beforeWrites?: (keys: readonly string[], writing: readonly string[], operation: OperationId) => Problem | void;
}

export interface WavesResult<T> {
  /** One for every task, by key. */
  readonly outcomes: ReadonlyMap<string, TaskOutcome<T>>;
  /** Why the platform sends nothing more in this execution, or what `beforeWrites` objected. */
  readonly stopped?: Problem;
}

const MEGABYTE = 1024 * 1024;

/** A wave waits for its slowest call, at most a minute, and 15 seconds are kept to store what came of it. */
export const waveDefaults = { width: 20, maxWidth: 50, byteBudget: 48 * MEGABYTE, margin: 75_000 };
