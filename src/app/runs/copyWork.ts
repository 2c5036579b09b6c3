import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { callsOf } from '../../core/plan/PlannedCalls';
import { actionOf, type BoundCopy } from '../../core/workflows/Intent';
import { copyToTarget } from '../apply/copyToTarget';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { ActionWork } from './ActionWork';
import { namedContacts } from './namedContacts';
import type { RunWork } from './RunWork';

/** Copies the source's contacts, as many to each target as the preview named. Nobody is given contacts while suspended or archived. */
export const copyWork = (work: RunWork, action: number, bound: BoundCopy, snapshot: SourceSnapshot): Result<ActionWork> => {
  const { env, installation, intent } = work;
  const named = namedContacts(work.ledger, intent, action, snapshot);
  if (!named.ok) return named;
  const run = {
    delegation: { serviceAccount: installation.serviceAccount, now: env.now },
    snapshot,
    action: actionOf(bound),
    origin: intent.requestId,
    targets: intent.targetIds.length,
    quotas: configuredQuotas(env),
  };
  return ok({
    leavesOut: (user) => (user.suspended || user.archived ? problem('target.suspended', { email: user.primaryEmail }) : undefined),
    task: (user, takenUp) => copyToTarget(run, user, bound.creates[user.id] ?? 0, { ...takenUp, isNamed: named.value(user.id) }),
    callsFor: (targetId, created) => {
      const approved = bound.creates[targetId] ?? 0;
      return callsOf({ creates: approved - created, approved, createdGroups: 0, existing: 0 }, run);
    },
  });
};
