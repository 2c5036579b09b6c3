import type { Environment } from '../Environment';

/** How far a run is, for people who look at its request. A note, never authority; written at most every few waves. */
export interface RunProgress {
  /** Targets that ended, of all, counted for each action. */
  readonly done: number;
  readonly total: number;
  readonly doing: 'reading' | 'writing' | 'waiting';
  /** Targets that are looked at again in some minutes, because an answer of Google was lost there. */
  readonly parked: number;
  /** When this was written. Milliseconds since the epoch, like all times here. */
  readonly at: number;
  /** Nothing happens before; 0: it goes on at once. */
  readonly goesOnAt: number;
  /** When it ends at the earliest, by the speed so far; 0: nobody can tell yet. */
  readonly earliestEnd: number;
}

export const progressKey = (requestId: string): string => `progress.${requestId}`;

/** Undefined before the first wave of writes and after the end. */
export const readProgress = (env: Environment, requestId: string): RunProgress | undefined => {
  const text = env.authority.get(progressKey(requestId));
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as RunProgress | null;
    return typeof value?.done === 'number' && typeof value.goesOnAt === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
};
