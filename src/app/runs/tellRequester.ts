import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { ok, type Result } from '../../core/base/Result';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { getUser } from '../../google/directory';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { readOutcomes } from '../requests/records';
import { listEntries } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';
import { doTask } from './doTask';
import { mailSummary } from './mailSummary';
import { forgetTrouble, noteTrouble, restsUntil } from './trouble';

/** Where to write to somebody who may have lost the right to ask; blank when they are gone. */
export const findAddress = (env: Environment, userId: string): Result<string> => {
  const user = doTask(env, () => getUser({ kind: 'self' }, userId));
  if (user.ok) return ok(user.value.primaryEmail);
  return isPassing(user.problem) ? user : ok('');
};

/** The same, blank also when it cannot be looked up now. */
export const addressOf = (env: Environment, userId: string): string => {
  const found = findAddress(env, userId);
  return found.ok ? found.value : '';
};

export const tellRequester = (
  env: Environment,
  installation: Installation,
  requestId: string,
  address: string,
  outcomes: readonly TargetOutcome[],
): void => {
  const mailed = mailSummary(env, installation, requestId, [address, ...readPolicy(env).notify], outcomes);
  if (!mailed.ok) env.log('mail.failed', { request: requestId, code: mailed.problem.code });
};

/**
 * S49: whether its requester was not told yet what officers decided, that nobody did in time, or how it ended. What a pre-approval
 * lets through was sent just now.
 */
export const isUntold = ({ state, told, deciders, asked }: RequestEntry): boolean => {
  if (told === state) return false;
  if (state === 'approved') return deciders.length > 0;
  return state === 'expired' ? asked : ['denied', 'done', 'partlyDone', 'failed', 'stopped'].includes(state);
};

/**
 * S49: changes of status without a mail: decided, refused before they ran, cut short right after they were closed, or nobody could say
 * where to write. Gives back when that is looked up again. `requestId`: only that one.
 */
export const tellLeftOver = (env: Environment, installation: Installation, requestId?: string): number => {
  let next = Infinity;
  const ended = listEntries(env).filter((entry) => isUntold(entry) && (requestId === undefined || entry.id === requestId));
  const ledger = ended.length === 0 ? undefined : env.ledger(installation.ledgerId);
  if (ledger?.ok !== true) return next;
  for (const entry of ended) {
    const rests = restsUntil(env, entry.id);
    const address = rests > env.now() ? undefined : findAddress(env, entry.requesterId);
    const gaveUp = address?.ok === false ? noteTrouble(env, entry.id, address.problem) : undefined;
    if (address?.ok === true || gaveUp !== undefined) {
      tellRequester(env, installation, entry.id, address?.ok === true ? address.value : '', readOutcomes(ledger.value, entry.id));
      forgetTrouble(env, entry.id);
    } else next = Math.min(next, restsUntil(env, entry.id));
  }
  return next;
};
