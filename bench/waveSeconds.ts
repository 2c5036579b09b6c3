import type { Latency } from '../simulator/kernel/Latency';

/** Calls of a wave at most: docs/decisions, "Waves". */
export const WIDTH = 50;

/**
 * Seconds that nobody who sends at most 50 calls side by side can do without: each of so many users needs so many calls of one kind, one
 * after the other. A wave lasts as long as its slowest call, and each call adds to its wave wherever it goes.
 */
export const waveSeconds = (latency: Latency, operation: string, users: number, each: number): number => {
  const calls = users * each;
  const waves = Math.max(Math.ceil(calls / WIDTH), each);
  return (waves * latency.ofOperation(operation) + Math.max(0, calls - waves) * latency.fanOut) / 1000;
};
