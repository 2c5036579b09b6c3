import type { TargetOutcome } from './TargetOutcome';

export interface RunTotals {
  /** Targets by how they ended. `failed` counts the unknown ones too: somebody must look. */
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** Contacts. */
  readonly created: number;
  /** Changes in the directory, and contacts deleted; absent when there are none. */
  readonly changed?: number;
  readonly deleted?: number;
}

export const noTotals: RunTotals = { done: 0, skipped: 0, failed: 0, created: 0 };

/** Targets with several actions have several outcomes; the worst one counts for the target, contacts add up. */
export const summarize = (outcomes: readonly TargetOutcome[]): RunTotals => {
  const rank: Readonly<Record<TargetOutcome['status'], number>> = { skipped: 0, gone: 0, done: 1, unknown: 2, failed: 2 };
  const worst = new Map<string, number>();
  let [created, changed, deleted] = [0, 0, 0];
  for (const outcome of outcomes) {
    created += outcome.created;
    changed += outcome.changed ?? 0;
    deleted += outcome.deleted ?? 0;
    worst.set(outcome.targetId, Math.max(worst.get(outcome.targetId) ?? 0, rank[outcome.status]));
  }
  const count = (value: number): number => [...worst.values()].filter((one) => one === value).length;
  return {
    skipped: count(0),
    done: count(1),
    failed: count(2),
    created,
    ...(changed === 0 ? {} : { changed }),
    ...(deleted === 0 ? {} : { deleted }),
  };
};

/**
 * Done: every target that was to get contacts has them. Who was to get none, because they had them all or the preview said why they
 * cannot, does not make it less when they are skipped. Failed: nobody was reached. Anything between is partly done: somebody
 * failed, or an account that the preview promised contacts is gone or was suspended since.
 */
export const finalState = <T extends TargetOutcome>(
  outcomes: readonly T[],
  /** Whether the preview promised contacts at that target. */
  wasToGet: (outcome: T) => boolean,
): 'done' | 'partlyDone' | 'failed' => {
  const isFailure = ({ status }: TargetOutcome): boolean => status === 'failed' || status === 'unknown';
  if (!outcomes.some((one) => one.status === 'done' || one.created + (one.changed ?? 0) + (one.deleted ?? 0) > 0)) return 'failed';
  return outcomes.some((one) => isFailure(one) || (one.status !== 'done' && wasToGet(one))) ? 'partlyDone' : 'done';
};
