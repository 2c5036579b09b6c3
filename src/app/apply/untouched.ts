import type { Problem } from '../../core/base/Problem';
import { untouchedCheckpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { classOf } from '../../google/classOf';

/** Found before anything is written, and the account's own, or what was asked for. */
const OWN: readonly string[] = [
  'target.suspended',
  'target.tooFull',
  'target.orgUnitNotFound',
  'copy.labelExists',
  'user.administratorKept',
  'user.keeperKept',
  'users.addressTaken',
  'users.domainUnknown',
  'users.groupUnknown',
  'users.managerUnknown',
  'users.notCreated',
];

/** Whether only this account stands in the way; others would not meet it. */
export const isOwn = (reason: Problem): boolean => OWN.includes(reason.code) || classOf(reason) === 'target';

/** Nothing more was written than an earlier slice did. What only this account stands in the way of is no failure of the run. */
export const untouched = (targetId: string, reason: Problem, { created, skipped, failed } = untouchedCheckpoint): TargetOutcome => {
  return { targetId, status: isOwn(reason) && created === 0 ? 'skipped' : 'failed', created, skipped, failed, reason };
};
