import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { planCopy } from '../../core/copy/planCopy';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { lookAlikes } from '../../core/directory/lookAlikes';
import { estimateChanges } from '../../core/plan/estimate';
import { asFutureUser } from '../../core/users/asFutureUser';
import { checkNewUsers } from '../../core/users/checkNewUsers';
import { newTargetId, newUserRecord, packNewUser, unpackNewUser, type NewUser, type NewUserPlan } from '../../core/users/NewUser';
import { planUserAction } from '../../core/users/planUserAction';
import type { DirectoryAction } from '../../core/users/UserAction';
import type { Task } from '../../google/Call';
import { creationLookUps } from '../apply/createUser';
import type { CopyRun } from '../apply/copyToTarget';
import { lookUpsFor, type PlannedChanges } from '../apply/planForUser';
import type { Environment } from '../Environment';
import { observeNewUsers } from '../onboard/observeNewUsers';
import { doTask } from '../runs/doTask';
import { previewOfPlan, refusedPreview, type TargetPreview } from './previewTarget';

/** Work that needs no call. */
function* given<T>(value: T): Task<T> {
  yield* [];
  return value;
}

type Previewer = (target: DirectoryUser) => Task<Result<TargetPreview>>;

/** What the creation of each user comes to, with every value; refused where the Directory has something against it now. */
export const previewCreations = (env: Environment, users: readonly NewUser[], action: number): Result<Previewer> => {
  const names = doTask(env, () => observeNewUsers(users, { everybody: true }));
  if (!names.ok) return names;
  const future = users.map((user) => asFutureUser(newTargetId(user.email), user));
  const alike = lookAlikes([...(names.value.users ?? []), ...future]);
  const checked = new Map(checkNewUsers(users, names.value).map((one) => [newTargetId(one.user.email), one]));
  const preview = (targetId: string): Result<TargetPreview> => {
    const one = checked.get(targetId);
    const [fault] = one?.faults ?? [{ problem: problem('target.accountGone') }];
    if (one === undefined || fault !== undefined) return fail(fault?.problem ?? problem('target.accountGone'));
    const writes = 1 + one.plan.groups.length;
    const effort = estimateChanges(creationLookUps, writes);
    const other = alike.get(targetId);
    const warning = other === undefined ? {} : { warning: problem('users.lookAlike', { email: one.user.email, other }) };
    return ok({
      ...refusedPreview(action, targetId),
      creates: writes,
      alreadySo: 0,
      contacts: packNewUser(one.plan),
      ...effort,
      ...warning,
    });
  };
  return ok(({ id }) => given(preview(id)));
};

/** Who will be created, by target id, as the preview of the creation has it. */
export type FutureUsers = ReadonlyMap<string, NewUserPlan>;

export const futureUsers = (previews: readonly TargetPreview[], creation: number): FutureUsers =>
  new Map(
    previews.flatMap(({ action, targetId, contacts }) => {
      const plan = action === creation ? unpackNewUser(contacts) : undefined;
      return plan === undefined ? [] : [[targetId, plan] as const];
    }),
  );

const willNot = <T>(): Task<Result<T>> => given(fail(problem('users.willNotBeCreated')));

/** A copy into an account that holds nothing yet. */
export const previewNewCopy = (
  run: CopyRun,
  action: number,
  targetId: string,
  future: FutureUsers,
  sourceIds: readonly string[],
): Task<Result<TargetPreview>> => {
  if (!future.has(targetId)) return willNot();
  const plan = planCopy(run.snapshot, { targetId, size: 0, contacts: [], groups: [] }, run.action, run.origin);
  return given(plan.refusal === undefined ? ok(previewOfPlan(run, action, plan, sourceIds)) : fail(plan.refusal));
};

/** Changes of a user who is as their row says; undefined: who will not be created. */
export const planForNewUser = (asked: DirectoryAction, user: NewUserPlan | undefined, requestId: string): Task<Result<PlannedChanges>> => {
  if (user === undefined) return willNot();
  const record = newUserRecord(user, requestId);
  const roles = Object.fromEntries(user.groups.map(({ groupId }) => [groupId, 'MEMBER']));
  const { changes, alreadySo, refusal } = planUserAction(asked, { record, roles, spaces: [] });
  return given(refusal === undefined ? ok({ record, changes, alreadySo, lookUps: lookUpsFor(asked) }) : fail(refusal));
};
