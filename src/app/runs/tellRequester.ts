import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { readOutcomes } from '../requests/records';
import { listEntries } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';
import { doTask } from './doTask';
import { mailSummary } from './mailSummary';

/** Where to write to somebody who may have lost the right to ask; blank when they are gone. */
export const addressOf = (env: Environment, userId: string): string => {
  const user = doTask(env, () => getUser({ kind: 'self' }, userId));
  return user.ok ? user.value.primaryEmail : '';
};

export const tellRequester = (
  env: Environment,
  installation: Installation,
  requestId: string,
  address: string,
  outcomes: readonly TargetOutcome[],
): void => {
  const mailed = mailSummary(env, installation, requestId, address, outcomes);
  if (!mailed.ok) env.log('mail.failed', { request: requestId, code: mailed.problem.code });
};

/** S49: requests that ended without a mail: refused before they ran, or cut short right after they were closed. */
export const tellLeftOver = (env: Environment, installation: Installation): void => {
  const ended = listEntries(env).filter(
    (entry) => ['done', 'partlyDone', 'failed', 'stopped'].includes(entry.state) && entry.told !== entry.state,
  );
  if (ended.length === 0) return;
  const ledger = env.ledger(installation.ledgerId);
  if (!ledger.ok) return;
  for (const entry of ended)
    tellRequester(env, installation, entry.id, addressOf(env, entry.requesterId), readOutcomes(ledger.value, entry.id));
};
