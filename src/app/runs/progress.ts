import type { Environment } from '../Environment';

/** How far a run is, for people who look at its request. A note, never authority; written every few seconds. */
export interface RunProgress {
  /** Targets that ended, of all, counted for each action. */
  readonly done: number;
  readonly total: number;
  readonly doing: 'writing' | 'waiting';
  /** Targets that are looked at again in some minutes, because an answer of Google was lost there. */
  readonly parked: number;
  /** Accounts created by the run that are tried again because they are not ready; absent: none. */
  readonly notReady?: number;
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

/** Keeps the note of one slice. `total` and `done` count targets for each action. */
export interface ProgressNotes {
  ended(): void;
  /** Targets that ended, of all. */
  counts(): { readonly done: number; readonly total: number };
  /** As script properties, to be stored with the journal. */
  note(): Readonly<Record<string, string>>;
  /** At the end of a slice that another one follows. */
  rest(goesOnAt: number, parked: number, notReady?: number): void;
}

export const progressNotes = (env: Environment, requestId: string, total: number, doneBefore: number): ProgressNotes => {
  const startedAt = env.now();
  let ended = 0;
  const note = (doing: RunProgress['doing'], goesOnAt: number, parked: number, notReady = 0): Readonly<Record<string, string>> => {
    const at = env.now();
    const done = doneBefore + ended;
    const left = ended === 0 ? 0 : ((total - done) * (at - startedAt)) / ended;
    const earliestEnd = ended === 0 && goesOnAt === 0 ? 0 : Math.round(Math.max(at, goesOnAt) + left);
    const progress: RunProgress = { done, total, doing, parked, at, goesOnAt, earliestEnd, ...(notReady === 0 ? {} : { notReady }) };
    return { [progressKey(requestId)]: JSON.stringify(progress) };
  };
  return {
    ended: () => {
      ended += 1;
    },
    counts: () => ({ done: doneBefore + ended, total }),
    note: () => note('writing', 0, 0),
    rest: (goesOnAt, parked, notReady) => void env.authority.setAll(note('waiting', goesOnAt, parked, notReady)),
  };
};
