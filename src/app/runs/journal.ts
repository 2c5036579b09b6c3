import { packEffort, unpackEffort, type Effort } from '../../core/plan/Effort';
import type { Environment } from '../Environment';

/**
 * The targets that waves of writes are under way for, and what the slice took so far: what nobody could tell when the execution is
 * killed. Script property `inflight`.
 */
export interface Journal {
  readonly requestId: string;
  readonly action: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the targets in the intent. */
  readonly positions: readonly number[];
  readonly effort: Effort;
}

const key = 'inflight';

const pack = (numbers: readonly number[]): string => numbers.map((one) => one.toString(36)).join(',');
const unpack = (text: string): number[] => (text === '' ? [] : text.split(',').map((one) => parseInt(one, 36)));

/** Milliseconds in which a journal, and the lease renewed with it, holds for the waves that begin with no other targets than it names. */
export const journalLasts = 15_000;

/** As script properties. At most 200 targets are open: far below the 9 KB of a value. */
export const journalValues = ({ requestId, action, at, positions, effort }: Journal): Readonly<Record<string, string>> => ({
  [key]: [requestId, action, at.toString(36), pack(positions), pack(packEffort(effort))].join(' '),
});

/** As script properties, once nothing is under way and everything is counted. */
export const emptyJournal: Readonly<Record<string, string>> = { [key]: '' };

/** What an execution left that is no longer there; undefined when every write is known. Only the one writer asks. */
export const readJournal = (env: Environment): Journal | undefined => {
  const [requestId, action, at, positions, effort = ''] = (env.authority.get(key) ?? '').split(' ');
  if (requestId === undefined || at === undefined || positions === undefined) return undefined;
  return {
    requestId,
    action: Number(action),
    at: parseInt(at, 36),
    positions: unpack(positions),
    effort: unpackEffort(unpack(effort)),
  };
};

export const dropJournal = (env: Environment): void => env.authority.delete(key);
