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
