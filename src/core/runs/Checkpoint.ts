import type { Problem } from '../base/Problem';

/**
 * What is certain about one target in mid-run. The source's contacts are taken in one fixed order, so a single number tells
 * which of them are settled: created, skipped or refused for good. A later slice leaves those alone even when its reads do
 * not show them yet.
 */
export interface Checkpoint {
  /** The first so many contacts of the source are settled; the counts speak of them only. */
  readonly settled: number;
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  /** Resource name of the label that new contacts join. */
  readonly group?: string;
  /** How often the target had to be left for later because something was not certain. */
  readonly rounds: number;
  /** The target is not touched before, because reads lag behind writes. Milliseconds since the epoch. */
  readonly until: number;
  /** Why some failed, or why it was left. */
  readonly reason?: Problem;
}

export const untouchedCheckpoint: Checkpoint = { settled: 0, created: 0, skipped: 0, failed: 0, rounds: 0, until: 0 };
