import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { callsOf } from '../../core/plan/PlannedCalls';
import { actionOf, type BoundCopy } from '../../core/workflows/Intent';
import { copyToTarget } from '../apply/copyToTarget';
import { configuredQuotas } from '../setUp/configuredQuotas';
import type { ActionWork } from './ActionWork';
import type { NamedAt } from './namedContacts';
import type { RunWork } from './RunWork';

/** Copies the source's contacts, as many to each target as the preview named. Nobody is given contacts while suspended or archived. */
export const copyWork = (
  { env, installation, intent, accounts }: RunWork,
  bound: BoundCopy,
  snapshot: SourceSnapshot,
  namedAt: NamedAt,
): ActionWork => {
  const run = {
    delegation: { serviceAccount: installation.serviceAccount, now: env.now },
    snapshot,
    action: actionOf(bound),
    origin: intent.requestId,
    targets: intent.targetIds.length,
    quotas: configuredQuotas(env),
  };
  return {
    leavesOut: refuseInactive,
    task: (user, takenUp) =>
      copyToTarget(run, accounts?.of(user) ?? user, bound.creates[user.id] ?? 0, { ...takenUp, isNamed: namedAt(user.id) }),
    callsFor: (targetId, created) => {
      const approved = bound.creates[targetId] ?? 0;
      return callsOf({ creates: approved - created, approved, createdGroups: 0, existing: 0 }, run);
    },
  };
};
