import { minutePace } from '../../engine/MinutePace';
import { appendEvents, isInterrupted } from '../audit/appendEvents';
import type { Environment } from '../Environment';
import { configuredQuotas } from '../setUp/configuredQuotas';
import { readInstallation } from '../setUp/Installation';
import { withDayBudget } from './dayBudget';
import { releaseLease, renewLease, takeLease } from './lease';

/** The one execution that may write. */
export interface Writer {
  /** Sends within the day's budgets, and within each user's minute. */
  readonly env: Environment;
  /** Proves to be the writer still, and stores these script properties with the renewed lease; else everything ends where it is. */
  readonly renew: (values: Readonly<Record<string, string>>) => void;
}

/** Another execution became the writer, or nothing can be stored; the message is the code of the problem. */
class LeaseLost extends Error {}

/** Does work as the one writer; false when another execution is it. What happened meanwhile comes into the audit, but no card waits for that. */
export const asWriter = (env: Environment, work: (writer: Writer) => void): boolean => {
  const holder = env.newId();
  if (!takeLease(env, holder).ok) return false;
  const renew = (values: Readonly<Record<string, string>>): void => {
    const renewed = renewLease(env, holder, values);
    if (!renewed.ok) throw new LeaseLost(renewed.problem.code);
  };
  const keepAudit = (): void => {
    const installation = readInstallation(env);
    if (installation.ok) appendEvents(env, renew, installation.value.ledgerId);
  };
  try {
    const quotas = configuredQuotas(env);
    const budget = withDayBudget({ ...env, minutes: minutePace(quotas.perMinute) }, quotas);
    if (isInterrupted(env)) keepAudit();
    work({ env: budget.env, renew });
    budget.store();
    if (env.who.kind !== 'card') keepAudit();
  } catch (thrown) {
    if (!(thrown instanceof LeaseLost)) throw thrown;
    env.log('lease.lost', { code: thrown.message });
  } finally {
    releaseLease(env, holder);
  }
  return true;
};
