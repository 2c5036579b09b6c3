import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { accountReadyHours, tryNewAccountAgain } from '../../core/runs/accountReady';
import { createsAccounts } from '../../core/workflows/Action';
import type { Intent } from '../../core/workflows/Intent';
import { asFutureUser } from '../../core/users/asFutureUser';
import { hasAccount, unpackNewUser } from '../../core/users/NewUser';
import type { Environment, Tables } from '../Environment';
import { readAccounts, readPreviews } from '../requests/records';
import { observeUsers } from '../targets/observeSelection';
import type { ActionWork } from './ActionWork';
import { doTask } from './doTask';

/** The accounts of targets that a run creates: what it acts on once they are there. */
export interface NewAccounts {
  /** The target with the id that the Directory gave it. */
  of(target: DirectoryUser): DirectoryUser;
  /** Milliseconds since the epoch; undefined: not created. */
  since(targetId: string): number | undefined;
  /** Reads which of them are there by now. */
  learn(): void;
}

export interface ObservedTargets {
  /** By target id; who is gone is not in it. */
  readonly users: ReadonlyMap<string, DirectoryUser>;
  readonly accounts?: NewAccounts;
}

const readyTime = accountReadyHours * 3_600_000;

/** Whether the targets of an intent are created by its run. */
const createsTargets = ({ actions }: Pick<Intent, 'actions'>): boolean => actions.some(createsAccounts);

/**
 * The targets of a run as they are now. Who is still to be created stands as the preview says; so does who was created a short while ago
 * and is not shown yet.
 */
export const observeTargets = (env: Environment, ledger: Tables, intent: Intent): Result<ObservedTargets> => {
  if (!createsTargets(intent)) {
    const observed = doTask(env, () => observeUsers(intent.targetIds));
    return observed.ok ? ok({ users: new Map(observed.value.map((user) => [user.id, user])) }) : observed;
  }
  let accounts = readAccounts(ledger, intent.requestId);
  const observed = doTask(env, () => observeUsers([...intent.targetIds.filter(hasAccount), ...[...accounts.values()].map(({ id }) => id)]));
  if (!observed.ok) return observed;
  const found = new Map(observed.value.map((user) => [user.id, user]));
  const users = new Map<string, DirectoryUser>();
  for (const { targetId, action, contacts } of readPreviews(ledger, intent.requestId)) {
    if (action !== intent.actions.findIndex(createsAccounts)) continue;
    const account = accounts.get(targetId);
    const user = found.get(account?.id ?? targetId);
    const mayShow = account === undefined ? !hasAccount(targetId) : env.now() < account.since + readyTime;
    if (user !== undefined) users.set(targetId, { ...user, id: targetId });
    else if (mayShow) users.set(targetId, asFutureUser(targetId, unpackNewUser(contacts)));
  }
  return ok({
    users,
    accounts: {
      of: (target) => ({ ...target, id: accounts.get(target.id)?.id ?? target.id }),
      since: (targetId) => accounts.get(targetId)?.since,
      learn: () => void (accounts = readAccounts(ledger, intent.requestId)),
    },
  });
};

/** An action at targets that the run created: those that were, and again for a day where the account is not ready. */
export const atNewAccounts = (work: ActionWork, accounts: NewAccounts, now: () => number): ActionWork => ({
  ...work,
  leavesOut: (target) => (accounts.since(target.id) === undefined ? problem('users.notCreated') : work.leavesOut(target)),
  triesAgain: (targetId, reason) => tryNewAccountAgain(reason, accounts.since(targetId) ?? 0, now()),
});
