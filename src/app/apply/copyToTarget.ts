import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { planCopy } from '../../core/copy/planCopy';
import { targetReading } from '../../core/copy/targetReading';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { describePlan, type TargetPlan } from '../../core/plan/TargetPlan';
import type { Subject, Task } from '../../google/Call';
import { delegatedSubject, type Delegation } from '../../google/delegation';
import { CONTACTS_SCOPE } from '../../google/operations';
import { applyTargetPlan } from './applyTargetPlan';
import { observeTarget } from './observeTarget';
import { untouched, type Outcome } from './Outcome';

export interface CopyRun {
  readonly delegation: Delegation;
  readonly snapshot: SourceSnapshot;
  readonly action: CopyContactsAction;
  /** Id of the request. */
  readonly origin: string;
  /** How many targets the run has. */
  readonly targets: number;
}

/** One target from token to outcome: observe again, plan again, write. Refuses when the plan creates more than `approvedCreates`. */
export function* copyToTarget(run: CopyRun, user: DirectoryUser, approvedCreates: number): Task<Outcome> {
  const planned = yield* planForTarget(run, user);
  if (!planned.ok) return untouched(user.id, planned.problem);
  const { subject, plan } = planned.value;
  const { creates } = describePlan(plan);
  if (creates > approvedCreates) {
    return untouched(user.id, problem('copy.moreThanApproved', { planned: creates, approved: approvedCreates }), creates);
  }
  const outcome = yield* applyTargetPlan(subject, plan, run);
  // A slice before this one may have delivered some of it: the outcome speaks of the whole run.
  const before = plan.skips.filter((skip) => skip.byThisRun === true).length;
  return { ...outcome, created: outcome.created + before, skipped: outcome.skipped - before };
}

/** Token, listing, plan: what the preview shows and the run starts with. Writes nothing. */
export function* planForTarget(run: CopyRun, user: DirectoryUser): Task<Result<{ readonly subject: Subject; readonly plan: TargetPlan }>> {
  if (user.suspended || user.archived) return fail(problem('target.suspended', { email: user.primaryEmail }));
  const subject = yield* delegatedSubject(run.delegation, user, CONTACTS_SCOPE);
  if (!subject.ok) return subject;
  const index = yield* observeTarget(subject.value, user.id, targetReading(run.snapshot, run.action));
  if (!index.ok) return index;
  const plan = planCopy(run.snapshot, index.value, run.action, run.origin);
  return plan.refusal === undefined ? ok({ subject: subject.value, plan }) : fail(plan.refusal);
}
