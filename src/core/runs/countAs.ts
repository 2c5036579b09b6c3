import type { TargetOutcome } from './TargetOutcome';

/** What a checkpoint counts as created is, in an action that creates no contacts, what it deleted or changed. */
export const countAs = (kind: string | undefined, outcome: TargetOutcome): TargetOutcome => {
  if (kind === 'copyContacts' || kind === 'syncContacts') return outcome;
  const { created, ...rest } = outcome;
  if (kind === 'removeContacts') return { ...rest, created: 0, deleted: outcome.deleted ?? created };
  return { ...rest, created: 0, changed: outcome.changed ?? created };
};
