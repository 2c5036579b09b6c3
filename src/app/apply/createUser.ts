import { problem, type Problem } from '../../core/base/Problem';
import type { Checkpoint } from '../../core/runs/Checkpoint';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { isCreatedBy, newTargetId, newUserRecord, type NewUserPlan } from '../../core/users/NewUser';
import { textOf } from '../../core/users/UserRecord';
import type { Task } from '../../google/Call';
import { classOf } from '../../google/classOf';
import { getGroup, getUser } from '../../google/directory';
import { addMember, getUserRecord, insertUser } from '../../google/directoryWrites';
import { changeUser, type ResumedChange } from './changeUser';
import { planTouched } from './planTouched';

const self = { kind: 'self' } as const;

/** Look-ups that creating one user takes when nothing goes wrong: whether the address is free, and whether the user is there. */
export const creationLookUps = 2;

/** So often may Google not show a user whom it said it created; then it did not. Some 15 minutes in all. */
const uncertainRounds = 2;

type Found =
  | { readonly kind: 'free' }
  /** `since`: ISO, as Google says; absent: created now. */
  | { readonly kind: 'ours'; readonly account: string; readonly since?: string }
  | { readonly kind: 'taken'; readonly problem: Problem }
  | { readonly kind: 'unclear'; readonly problem: Problem };

const taken = (email: string, by: 'user' | 'alias' | 'group', holder: string): Found => ({
  kind: 'taken',
  problem: problem('users.addressTaken', { email, by, holder }),
});

/** Who has the address. Only the mark of this very request makes an account ours: name, time and address prove nothing. */
function* whoHas(email: string, requestId: string): Task<Found> {
  const found = yield* getUserRecord(self, email);
  if (found.ok) {
    const primaryEmail = textOf(found.value['primaryEmail']);
    const isPrimary = primaryEmail.toLowerCase() === email;
    if (isPrimary && isCreatedBy(found.value, requestId)) {
      return { kind: 'ours', account: textOf(found.value['id']), since: textOf(found.value['creationTime']) };
    }
    return isPrimary ? taken(email, 'user', primaryEmail) : taken(email, 'alias', primaryEmail);
  }
  // Asked for a user, Google refuses the address of something else.
  return classOf(found.problem) === 'request' ? { kind: 'free' } : { kind: 'unclear', problem: found.problem };
}

/** Google says that the address is taken: by our own creation whose answer was lost, or by somebody who was quicker. */
function* whoTook(email: string, requestId: string): Task<Found> {
  const holder = yield* whoHas(email, requestId);
  if (holder.kind !== 'free') return holder;
  const group = yield* getGroup(self, email);
  if (group.ok) return taken(email, 'group', group.value.email);
  return { kind: 'unclear', problem: problem('users.creationUncertain') };
}

/** The account, created now or by an earlier round of this run. */
function* account(plan: NewUserPlan, requestId: string, { from, tell }: ResumedChange, password: string): Task<Found> {
  const before = yield* whoHas(plan.email, requestId);
  if (before.kind !== 'free') return before;
  const inserted = yield* insertUser(self, { ...newUserRecord(plan, requestId), password, changePasswordAtNextLogin: true });
  if (!inserted.ok && inserted.problem.code === 'google.exists') return yield* whoTook(plan.email, requestId);
  if (!inserted.ok) return { kind: 'unclear', problem: inserted.problem };
  const shown = yield* getUser(self, inserted.value);
  if (shown.ok) {
    tell({ ...from, created: 1 });
    return { kind: 'ours', account: inserted.value };
  }
  if (shown.problem.code !== 'google.notFound') return { kind: 'unclear', problem: shown.problem };
  return { kind: 'unclear', problem: problem(from.rounds < uncertainRounds ? 'users.creationUncertain' : 'users.creationIgnored') };
}

interface ResumedCreation extends ResumedChange {
  /** The account is there. `since`: ISO; undefined: created now. */
  readonly isThere?: (since: string | undefined) => void;
}

/**
 * Creates one user, puts them into their groups and makes what else is planned. Sent again it does no harm: the address is taken then, and the mark says by whom.
 * An account that was there before is never written to.
 */
export function* createUser(plan: NewUserPlan, requestId: string, resumed: ResumedCreation, password: string): Task<TargetOutcome> {
  const targetId = newTargetId(plan.email);
  const { then = [] } = plan;
  const whole = 1 + plan.groups.length + then.length;
  const found = yield* account(plan, requestId, resumed, password);
  if (found.kind !== 'ours') {
    const reason = found.kind === 'free' ? problem('users.creationUncertain') : found.problem;
    const status = reason.code === 'users.creationUncertain' ? 'unknown' : 'failed';
    return { targetId, status, created: 0, changed: 0, skipped: 0, failed: whole, reason };
  }
  resumed.isThere?.(found.since);
  for (const [index, { groupId }] of plan.groups.entries()) {
    const added = yield* addMember(self, groupId, found.account);
    if (added.ok) continue;
    const { code, data } = added.problem;
    // The group looks the new member up, too, and may not see them yet.
    const isEarly = code === 'google.notFound' && /memberKey/.test(String(data['message']));
    const reason = isEarly ? problem('google.notReadyYet', data) : added.problem;
    return {
      targetId,
      status: 'failed',
      account: found.account,
      created: 0,
      changed: 1 + index,
      skipped: 0,
      failed: whole - 1 - index,
      reason,
    };
  }
  const before = { targetId, account: found.account, created: 0, changed: 1 + plan.groups.length };
  if (then.length === 0) return { ...before, status: 'done', skipped: 0, failed: 0 };
  const { account: id } = before;
  const { from, tell } = resumed;
  // One more than changes of the account: the account itself.
  const since = {
    from: { ...from, created: Math.max(0, from.created - 1) },
    tell: (done: Checkpoint) => tell({ ...done, created: 1 + done.created }),
  };
  const { made: _made, ...after } = yield* changeUser(() => planTouched(then, id), id, then, since);
  // Whom Google does not find right after it created them is not gone.
  const early = after.status === 'gone' ? { status: 'failed' as const, reason: problem('google.notReadyYet') } : {};
  return { ...after, ...before, ...early, changed: before.changed + (after.changed ?? 0) };
}
