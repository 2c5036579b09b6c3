import { formatNumber } from '../base/plural';
import type { TargetOutcome } from './TargetOutcome';

const words: Readonly<Record<TargetOutcome['status'], string>> = {
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
  unknown: 'Not known',
  gone: 'Account no longer exists',
};

/** How a target ended, as people read it. What a cell holds that is no status stays as it is. */
export const describeStatus = (status: string): string => (words as Readonly<Record<string, string>>)[status] ?? status;

type Counts = Pick<TargetOutcome, 'created' | 'changed' | 'deleted' | 'skipped' | 'failed'>;

/** What an action did at one target: `3 created, 1 already there, 0 failed`, `12 removed, 1 kept, 0 failed`; of a sync all it did. */
export const describeCounts = (outcome: Counts, write: (value: number) => string = formatNumber): string => {
  const { created, changed, deleted, skipped, failed } = outcome;
  if (deleted !== undefined && changed !== undefined)
    return `${write(created)} created, ${write(changed)} changed, ${write(deleted)} deleted, ${write(failed)} failed`;
  if (deleted !== undefined) return `${write(deleted)} removed, ${write(skipped)} kept, ${write(failed)} failed`;
  const did = changed === undefined ? `${write(created)} created` : `${write(changed)} changed`;
  return `${did}, ${write(skipped)} already ${changed === undefined ? 'there' : 'so'}, ${write(failed)} failed`;
};
