import { ok, type Result } from '../../core/base/Result';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { removalCalls } from '../../core/plan/PlannedCalls';
import { unpackRemoval } from '../../core/removal/packRemoval';
import type { BoundRemoval } from '../../core/workflows/Intent';
import { removeFromTarget } from '../apply/removeFromTarget';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** B6, S61: removes the delivered contacts that the preview named. Nobody's contacts can be reached while suspended or archived. */
export const removalWork = (
  { env, installation, ledger, intent }: RunWork,
  action: number,
  { delivery, creates }: BoundRemoval,
): Result<ActionWork> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const run = { delegation: { serviceAccount: installation.serviceAccount, now: env.now }, delivery };
  return ok({
    leavesOut: refuseInactive,
    task: (user, takenUp) => {
      const { contacts = '', kept = 0 } = previews.value.get(user.id) ?? {};
      return removeFromTarget(run, user, unpackRemoval(contacts), { ...takenUp, kept });
    },
    callsFor: (targetId, deleted) =>
      removalCalls({ contacts: Math.max(0, (creates[targetId] ?? 0) - deleted), labels: 0, existing: 0, readSingly: 0 }),
  });
};
