import { fail, ok, type Result } from '../../core/base/Result';
import { planCopy } from '../../core/copy/planCopy';
import { targetReading } from '../../core/copy/targetReading';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { TargetPlan } from '../../core/plan/TargetPlan';
import { untouchedCheckpoint } from '../../core/runs/Checkpoint';
import type { Task } from '../../google/Call';
import { asTarget } from './asTarget';
import { copyRemaining, type CopyRun, type Resume } from './copyRemaining';
import { observeTarget } from './observeTarget';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { untouched } from './untouched';
import { verifyDelivery } from './verifyDelivery';

export type { CopyRun, Resume } from './copyRemaining';

const fromTheStart: Resume = { from: untouchedCheckpoint, tell: () => undefined };

/**
 * One target from token to outcome: observe again, plan again, write what is not settled. Refuses when the run would create more
 * than `approvedCreates` there. The outcome speaks of the whole run, earlier slices included.
 */
export function* copyToTarget(run: CopyRun, user: DirectoryUser, approvedCreates: number, resume = fromTheStart): Task<TargetOutcome> {
  const copied = yield* asTarget(run.delegation, user, function* (as): Task<Result<TargetOutcome>> {
    let isVerified = resume.verified === undefined;
    const verified = (): void => {
      isVerified = true;
      resume.verified?.();
    };
    const done = yield* copyRemaining(as, run, user.id, approvedCreates, { ...resume, ...(isVerified ? {} : { verified }) });
    return done.ok && !isVerified ? ok(yield* verifyDelivery(as, run.origin, done.value, resume.from)) : done;
  });
  return copied.ok ? copied.value : untouched(user.id, copied.problem, resume.from);
}

/** Token, listing, plan: what the preview shows. Writes nothing. */
export function* planForTarget(run: CopyRun, user: DirectoryUser): Task<Result<TargetPlan>> {
  return yield* asTarget(run.delegation, user, function* (as): Task<Result<TargetPlan>> {
    const index = yield* observeTarget(as, user.id, targetReading(run.snapshot, run.action));
    if (!index.ok) return index;
    const plan = planCopy(run.snapshot, index.value, run.action, run.origin);
    return plan.refusal === undefined ? ok(plan) : fail(plan.refusal);
  });
}
