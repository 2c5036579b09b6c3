import type { OperationId } from '../google/operations';

/** How many calls of each operation go out at once, learned from the waves so far. */
export interface WavePace {
  width(operation: OperationId): number;
  /** Tells of a wave: how many calls, how long it took, whether Google asked for fewer at once. */
  learn(operation: OperationId, calls: number, milliseconds: number, busy: boolean): void;
}

const GROWTH = 1.5;

/** Slower than this share of the best rate so far: wider waves no longer help. */
const WORTH = 0.9;

/** Starts at `first`; a full wave that is worth it widens the next, up to `most`; a busy customer halves it. */
export const wavePace = (first: number, most: number): WavePace => {
  const widths = new Map<OperationId, number>();
  const rates = new Map<OperationId, number>();
  const width = (operation: OperationId): number => widths.get(operation) ?? Math.min(first, most);
  return {
    width,
    learn: (operation, calls, milliseconds, busy) => {
      const current = width(operation);
      if (busy) {
        widths.set(operation, Math.max(1, Math.floor(current / 2)));
        return;
      }
      if (calls < current) return;
      const rate = calls / Math.max(1, milliseconds);
      const best = rates.get(operation) ?? 0;
      if (rate >= best * WORTH) widths.set(operation, Math.min(most, Math.ceil(current * GROWTH)));
      rates.set(operation, Math.max(rate, best));
    },
  };
};
