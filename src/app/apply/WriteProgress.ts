import type { Problem } from '../../core/base/Problem';

/** What came of writing a list of contacts into one account. */
export interface WriteProgress {
  /** Confirmed by Google. */
  readonly written: number;
  /** The first so many of the list are written or refused. */
  readonly settled: number;
  /** Google's text for each contact it refused. */
  readonly refusals: readonly string[];
  /** Why the rest was not tried; `google.unknownOutcome`: the last call may have written its contacts. */
  readonly stopped?: Problem;
}

/** So many refusals without a single success mean that the fault is not in the contacts. */
const GIVE_UP = 10;

export const isHopeless = (progress: WriteProgress): boolean => progress.written === 0 && progress.refusals.length >= GIVE_UP;

export const messageOf = (problem: Problem): string => String(problem.data['message'] ?? '');
