import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { NamedRemoval } from '../../core/removal/packRemoval';
import { planRemoval, type RemovalPlan } from '../../core/removal/planRemoval';
import type { Delivery } from '../../core/removal/RemoveContactsAction';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import type { Subject, Task } from '../../google/Call';
import type { Delegation } from '../../google/delegation';
import { deleteContactGroup, listContacts } from '../../google/people';
import { asTarget } from './asTarget';
import { deleteContacts } from './deleteContacts';
import { observeMarked } from './observeMarked';
import { untouched } from './untouched';

export interface RemovalRun {
  readonly delegation: Delegation;
  readonly delivery: Delivery;
}

/** Where an earlier slice or round left the target, and who hears what is confirmed in this one. */
export interface ResumedRemoval {
  readonly from: Checkpoint;
  readonly tell: (checkpoint: Checkpoint) => void;
  /** Contacts that the preview kept. */
  readonly kept: number;
  /** For a target that others wait for: told when nothing shows any more of what was deleted. */
  readonly verified?: () => void;
}

/** Token, listings, plan: what the preview shows. Writes nothing. */
export function* planForRemoval({ delegation, delivery }: RemovalRun, user: DirectoryUser): Task<Result<RemovalPlan>> {
  return yield* asTarget(delegation, user, function* (as): Task<Result<RemovalPlan>> {
    const account = yield* observeMarked(as, user.id);
    return account.ok ? ok(planRemoval(account.value, delivery)) : account;
  });
}

/** How many of these still show. Right after a write that is no proof that they are there, because reads lag by minutes. */
function* countShown(as: Subject, names: ReadonlySet<string>): Task<Result<number>> {
  const shown = yield* listContacts(as, ['metadata'], ({ resourceName = '' }) => (names.has(resourceName) ? resourceName : undefined));
  return shown.ok ? ok(shown.value.length) : shown;
}

/**
 * What is left to remove at one target, with its token: looks again, plans again, deletes contacts and at last empty labels. A deletion
 * that the preview did not name, and it deletes nothing there.
 */
function* removeRemaining(
  as: Subject,
  targetId: string,
  delivery: Delivery,
  named: NamedRemoval,
  { from, tell, kept, verified }: ResumedRemoval,
): Task<Result<TargetOutcome>> {
  const account = yield* observeMarked(as, targetId);
  if (!account.ok) return account;
  const { removes, keeps, labels } = planRemoval(account.value, delivery);
  const others = removes.filter((contact) => !named.hasContact(contact)).length;
  // In a run that had begun here, what was named and is neither left nor kept was deleted by it.
  const hasBegun = from.rounds > 0 || from.created > 0;
  const left = removes.length + Math.max(0, keeps.length - kept);
  const before = hasBegun ? Math.max(from.created, named.contacts - left) : 0;
  const outcome = (status: TargetOutcome['status'], done: number, reason?: Problem): Result<TargetOutcome> =>
    ok({
      targetId,
      status,
      created: 0,
      // What a read showed that lags was counted before.
      deleted: Math.min(named.contacts, before + done),
      skipped: keeps.length,
      failed: removes.length - done,
      ...(reason === undefined ? {} : { reason }),
    });
  if (others > 0) return outcome('failed', 0, problem('run.removalOvertaken', { others }));
  const heard = (done: number): void => tell({ ...from, created: before + done });
  let done = 0;
  const names = removes.map(({ resourceName }) => resourceName);
  const gone = yield* deleteContacts(as, names, (deleted) => heard((done = deleted)));
  if (!gone.ok) return outcome('failed', done, gone.problem);
  for (const label of labels.filter(named.hasLabel)) {
    const deleted = yield* deleteContactGroup(as, label.resourceName);
    if (!deleted.ok) return outcome('failed', done, deleted.problem);
    heard(done);
  }
  if (done === 0) verified?.();
  if (verified === undefined || done === 0) return outcome('done', done);
  const shown = yield* countShown(as, new Set(names));
  if (!shown.ok) return outcome('unknown', done, shown.problem);
  if (shown.value === 0) verified();
  return shown.value === 0 ? outcome('done', done) : outcome('unknown', done, problem('run.stillShown', { shown: shown.value }));
}

/** One target from token to outcome. The outcome speaks of the whole run, earlier slices included. */
export function* removeFromTarget(run: RemovalRun, user: DirectoryUser, named: NamedRemoval, resumed: ResumedRemoval): Task<TargetOutcome> {
  const { from } = resumed;
  const removed = yield* asTarget(run.delegation, user, (as) => removeRemaining(as, user.id, run.delivery, named, resumed));
  return removed.ok ? removed.value : untouched(user.id, removed.problem, from);
}
