import type { TargetOutcome } from './TargetOutcome';

/** What a checkpoint counts as created is, in an action that creates nothing, what it deleted or changed. */
export const countAs = (kind: string | undefined, outcome: TargetOutcome): TargetOutcome => {
  if (kind === 'copyContacts' || outcome.created === 0) return outcome;
  const { created, ...rest } = outcome;
  return { ...rest, created: 0, ...(kind === 'removeContacts' ? { deleted: created } : { changed: created }) };
};
