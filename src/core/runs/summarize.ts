import type { TargetOutcome } from './TargetOutcome';

export interface RunTotals {
  /** Targets by how they ended. `failed` counts the unknown ones too: somebody must look. */
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** Contacts. */
  readonly created: number;
}

export const noTotals: RunTotals = { done: 0, skipped: 0, failed: 0, created: 0 };

/** Targets with several actions have several outcomes; the worst one counts for the target, contacts add up. */
export const summarize = (outcomes: readonly TargetOutcome[]): RunTotals => {
  const rank: Readonly<Record<TargetOutcome['status'], number>> = { skipped: 0, gone: 0, done: 1, unknown: 2, failed: 2 };
  const worst = new Map<string, number>();
  let created = 0;
  for (const outcome of outcomes) {
    created += outcome.created;
    worst.set(outcome.targetId, Math.max(worst.get(outcome.targetId) ?? 0, rank[outcome.status]));
  }
  const count = (value: number): number => [...worst.values()].filter((one) => one === value).length;
  return { skipped: count(0), done: count(1), failed: count(2), created };
};

/** A run in which nothing failed is done, even if targets were skipped: their reasons are in the record. */
export const finalState = (totals: RunTotals): 'done' | 'partlyDone' | 'failed' => {
  if (totals.failed === 0) return 'done';
  return totals.done > 0 || totals.created > 0 ? 'partlyDone' : 'failed';
};
