import type { Environment } from '../Environment';

/** The targets that waves of writes are under way for: what is not known when the execution is killed. Script property `inflight`. */
export interface Journal {
  readonly requestId: string;
  readonly action: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the targets in the intent. */
  readonly positions: readonly number[];
}

const key = 'inflight';

/** Milliseconds in which a journal, and the lease renewed with it, holds for the waves that begin with no other targets than it names. */
export const journalLasts = 15_000;

/** As script properties. At most 200 targets are open: far below the 9 KB of a value. */
export const journalValues = ({ requestId, action, at, positions }: Journal): Readonly<Record<string, string>> => ({
  [key]: [requestId, action, at.toString(36), positions.map((position) => position.toString(36)).join(',')].join(' '),
});

/** What an execution left that is no longer there; undefined when every write is known. Only the one writer asks. */
export const readJournal = (env: Environment): Journal | undefined => {
  const [requestId, action, at, positions] = (env.authority.get(key) ?? '').split(' ');
  if (requestId === undefined || at === undefined || positions === undefined) return undefined;
  return {
    requestId,
    action: Number(action),
    at: parseInt(at, 36),
    positions: positions.split(',').map((position) => parseInt(position, 36)),
  };
};

export const dropJournal = (env: Environment): void => env.authority.delete(key);
