import { compareText } from '../base/compareText';
import { sha256Hex } from '../base/digest';

/** What a destination is remembered by between two runs, beside the marks in its account. */
export interface SyncMemory {
  /** Ids of the source's contacts that the last clean run left there; undefined: none was clean yet. */
  readonly delivered?: ReadonlySet<string>;
  /** What that run put right, as `settle` packed it; blank: nothing, or it shall all be tried anew. */
  readonly putBack: string;
}

export const noMemory: SyncMemory = { putBack: '' };

/** Characters of one difference: 24 bits. */
const LENGTH = 6;
/** Differences of one destination: with more, those that are remembered speak for all. */
const MOST = 400;

/** A short name for a difference: what it is about, how it stands there, and how it shall be. */
export const differenceOf = (...parts: readonly string[]): string => sha256Hex(parts.join('\n')).slice(0, LENGTH);

export interface Settled {
  /** Whether it was put right by the last run, and is as wrong as it was then. */
  readonly isHeld: (difference: string | undefined) => boolean;
  /** For the next run. */
  readonly putBack: string;
}

/** The same difference in two runs in a row does not converge: the second run leaves it as it is. */
export const settle = (differences: readonly string[], last: string): Settled => {
  const before = new Set(last.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? []);
  const now = [...new Set(differences)].sort(compareText);
  const everything = before.size >= MOST && now.filter((one) => before.has(one)).length >= MOST;
  return {
    isHeld: (difference) => difference !== undefined && (everything || before.has(difference)),
    putBack: now.slice(0, MOST).join(''),
  };
};
