import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { removalCalls } from '../../core/plan/PlannedCalls';
import { unpackRemoval } from '../../core/removal/packRemoval';
import type { BoundRemoval } from '../../core/workflows/Intent';
import { removeFromTarget } from '../apply/removeFromTarget';
import { isAsBound } from '../requests/readPreviewRecord';
import { readPreviews } from '../requests/records';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** B6, S61: removes the delivered contacts that the preview named. Nobody's contacts can be reached while suspended or archived. */
export const removalWork = (
  { env, installation, ledger, intent }: RunWork,
  action: number,
  { delivery, creates }: BoundRemoval,
): Result<ActionWork> => {
  const all = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, all)) return fail(problem('run.intentAltered'));
  const previews = new Map(all.filter((one) => one.action === action).map((one) => [one.targetId, one]));
  const run = { delegation: { serviceAccount: installation.serviceAccount, now: env.now }, delivery };
  return ok({
    leavesOut: (user) => (isActive(user) ? undefined : problem('target.suspended', { email: user.primaryEmail })),
    task: (user, takenUp) => {
      const { contacts = '', kept = 0 } = previews.get(user.id) ?? {};
      return removeFromTarget(run, user, unpackRemoval(contacts), { ...takenUp, kept });
    },
    callsFor: (targetId, deleted) =>
      removalCalls({ contacts: Math.max(0, (creates[targetId] ?? 0) - deleted), labels: 0, existing: 0, readSingly: 0 }),
  });
};
