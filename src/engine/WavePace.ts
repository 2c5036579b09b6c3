import { operations, type OperationId } from '../google/operations';

/** How wide the next wave may be and how long its kind takes, learned from the waves so far. */
export interface WavePace {
  width(): number;
  /** Milliseconds that a wave of this operation takes: as long as the last one. */
  time(operation: OperationId): number;
  /** Tells of a wave: how many calls, how long it took, whether Google asked for fewer at once. */
  learn(operation: OperationId, calls: number, milliseconds: number, busy: boolean): void;
}

const GROWTH = 2;

/** Slower than this share of the best rate so far: wider waves no longer help. */
const WORTH = 0.9;

/** Milliseconds of a wave before one was seen; only their order matters. */
const FIRST_GUESS = { token: 200, read: 1000, write: 4000 } as const;

/** Starts at `first`; a full wave that is worth it widens the next, up to `most`; a busy customer halves it. */
export const wavePace = (first: number, most: number): WavePace => {
  let width = Math.min(first, most);
  const times = new Map<OperationId, number>();
  const bestRates = new Map<OperationId, number>();
  return {
    width: () => width,
    time: (operation) => times.get(operation) ?? FIRST_GUESS[operations[operation].effect],
    learn: (operation, calls, milliseconds, busy) => {
      times.set(operation, milliseconds);
      const rate = calls / Math.max(1, milliseconds);
      const best = bestRates.get(operation) ?? 0;
      bestRates.set(operation, Math.max(rate, best));
      if (busy) width = Math.max(1, Math.floor(width / 2));
      else if (calls >= width && rate >= best * WORTH) width = Math.min(most, width * GROWTH);
    },
  };
};
