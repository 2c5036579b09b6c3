import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { planCopy } from '../../core/copy/planCopy';
import { targetReading } from '../../core/copy/targetReading';
import { chooseRest } from '../../core/plan/chooseWrites';
import type { Quotas } from '../../core/plan/quotas';
import { remainingPlan } from '../../core/plan/remainingPlan';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { Subject, Task } from '../../google/Call';
import { classOf } from '../../google/classOf';
import type { Delegation } from '../../google/delegation';
import { applyTargetPlan } from './applyTargetPlan';
import type { WriteProgress } from './WriteProgress';
import { healDoubles } from './healDoubles';
import { isProof, judgeShown } from './verifyDelivery';
import { observeTarget } from './observeTarget';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';

export interface CopyRun {
  readonly delegation: Delegation;
  readonly snapshot: SourceSnapshot;
  readonly action: CopyContactsAction;
  /** Id of the request. */
  readonly origin: string;
  /** How many targets the run has. */
  readonly targets: number;
  readonly quotas: Quotas;
}

/** Where an earlier slice or round left the target, and who hears what is confirmed in this one. */
export interface Resume {
  readonly from: Checkpoint;
  readonly tell: (checkpoint: Checkpoint) => void;
  /** For a target that others wait for: told when what it shows, before contacts go in singly, is what was confirmed. */
  readonly verified?: () => void;
  /** Whether the preview named this contact to be created at the target. Absent: all of them. */
  readonly isNamed?: (sourceContactId: string) => boolean;
}

/**
 * What is left to do at one target, with its token. A target that was left uncertain is read whole first, and what stands there
 * twice is taken away; then what is missing is written. A settled contact is not written again even when the read does not show it.
 */
export function* copyRemaining(
  as: Subject,
  run: CopyRun,
  targetId: string,
  approvedCreates: number,
  { from, tell, verified, isNamed = () => true }: Resume,
): Task<Result<TargetOutcome>> {
  const { snapshot, action, origin } = run;
  const index = yield* observeTarget(as, targetId, targetReading(snapshot, action, { whole: from.rounds > 0 }));
  if (!index.ok) return index;
  if (from.rounds > 0) {
    const healed = yield* healDoubles(as, index.value, snapshot.sourceUserId, origin);
    if (!healed.ok) return healed;
  }
  const plan = planCopy(snapshot, index.value, action, origin);
  const hasBegun = from.settled > 0 || from.group !== undefined;
  if (plan.refusal !== undefined && !hasBegun) return fail(plan.refusal);
  const ids = snapshot.contacts.map((contact) => contact.sourceContactId);
  const rest = remainingPlan(plan, ids, from.settled, from.group);

  /** Of the whole run, once the first so many creates are settled; contacts that a killed slice delivered are told by their marks. */
  const countsAt = (settled: number, created: number) => {
    const known = rest.settledAfter(settled);
    return {
      created: from.created + known.byThisRun + created,
      skipped: from.skipped + known.skipped,
      failed: from.failed + settled - created,
    };
  };
  const wanted = rest.creates.length;
  const planned = countsAt(wanted, wanted).created;
  const others = rest.creates.filter(({ sourceContactId }) => !isNamed(sourceContactId)).length;
  if (planned > approvedCreates || others > 0) {
    const { created, skipped, failed } = countsAt(wanted, 0);
    const reason =
      planned > approvedCreates
        ? problem('copy.moreThanApproved', { planned, approved: approvedCreates })
        : problem('copy.otherThanApproved', { others });
    return ok({ targetId, status: 'failed', created, skipped, failed, reason });
  }
  const refused = ({ refusals }: WriteProgress, count: number): { reason?: Problem } =>
    count === 0 ? {} : { reason: problem('copy.contactsRefused', { count, message: refusals[0] ?? from.reason?.data['message'] ?? '' }) };
  const choice = chooseRest(wanted, approvedCreates, run);
  const hear = (now: WriteProgress, group = from.group): void => {
    const counts = countsAt(now.settled, now.written);
    const { settled } = rest.settledAfter(now.settled);
    tell({ ...from, ...counts, settled, ...(group === undefined ? {} : { group }), ...refused(now, counts.failed) });
  };
  // A label that is taken and not shown may be ours: by the third look, a quarter of an hour later, it would show.
  const mayLag = from.rounds < 2;
  const progress = yield* applyTargetPlan(as, rest, choice, mayLag, hear, function* (now) {
    const { created } = countsAt(now.settled, now.written);
    if (verified === undefined || created === 0) return undefined;
    const found = yield* judgeShown(as, origin, created);
    if (found === undefined) verified();
    return found !== undefined && isProof(found) ? found : undefined;
  });
  const counts = countsAt(wanted, progress.written);
  if (progress.stopped === undefined) {
    return ok({ targetId, status: counts.failed === 0 ? 'done' : 'failed', ...counts, ...refused(progress, counts.failed) });
  }
  const isUnknown = classOf(progress.stopped) === 'unknown';
  const reason = isUnknown ? problem('copy.outcomeUnknown', { created: counts.created }) : progress.stopped;
  return ok({ targetId, status: isUnknown ? 'unknown' : 'failed', ...counts, reason });
}
