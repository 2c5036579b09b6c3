import { inWords } from '../../core/base/inWords';
import { explain } from '../../core/base/explain';
import { mailBody } from '../../core/base/mailBody';
import { problem } from '../../core/base/Problem';
import { changesNothing, doneTotals } from '../../core/plan/describeTotals';
import { plural } from '../../core/base/plural';
import { ok, type Result } from '../../core/base/Result';
import { deniedBy } from '../../core/approvals/Claim';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { firstPassword } from '../../core/users/passwordFrom';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { listClaims } from '../approvals/claims';
import { pageUrlOf } from '../bridge/pageUrl';
import type { Environment } from '../Environment';
import { changeRequest } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';

const headlines: Partial<Record<RequestEntry['state'], string>> = {
  done: 'Done',
  partlyDone: 'Partly done',
  failed: 'Failed',
  stopped: 'Stopped',
  approved: 'Approved',
  denied: 'Denied',
  expired: 'Expired',
};

/** Different reasons that a mail names; the record has them all. */
const reasonLimit = 5;

/** Why targets ended without their contacts, the most frequent reason first. */
const reasonLines = (outcomes: readonly TargetOutcome[]): string[] => {
  const counts = new Map<string, number>();
  for (const { reason } of outcomes) {
    if (reason === undefined) continue;
    const said = inWords(reason);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const lines = sorted.slice(0, reasonLimit).map(([text, count]) => `${plural(count, 'target')}: ${text}`);
  return sorted.length > reasonLimit ? [...lines, `${plural(sorted.length - reasonLimit, 'more reason')} in the full record.`] : lines;
};

const summaryLines = (entry: RequestEntry, outcomes: readonly TargetOutcome[]): string[] => {
  const { outcome, reason } = entry;
  const lines =
    entry.kind === 'settings'
      ? [entry.state === 'done' ? 'The settings were changed.' : 'The settings were not changed.']
      : outcomes.length === 0 && outcome.created === 0
        ? [changesNothing(entry) ? 'Nothing was copied.' : 'Nothing was done.']
        : [
            changesNothing(entry)
              ? `${plural(outcome.created, 'contact was', 'contacts were')} created at ${plural(outcome.done, 'target')}.`
              : `${doneTotals(entry)} at ${plural(outcome.done, 'target')}.`,
            `${plural(outcome.skipped, 'target was', 'targets were')} skipped, ${plural(outcome.failed, 'target')} failed.`,
          ];
  const created = outcomes.filter(({ account }) => account !== undefined).length;
  if (created > 0) lines.push(`${plural(created, 'user was', 'users were')} created. ${firstPassword}`);
  if (reason !== undefined) lines.push(inWords(reason));
  return [...lines, ...reasonLines(outcomes)];
};

/** What Security Officers decided, or that they did not. */
const decidedLines = (env: Environment, entry: RequestEntry): string[] => {
  const counted = listClaims(env, undefined, entry.id).filter(
    ({ claim }) => claim.verified !== undefined && claim.verified.refused === undefined,
  );
  const by = counted.map(({ claim }) => claim.email).join(', ');
  if (entry.state === 'approved') return [`Approved by ${by}.`, 'Roster begins by itself. You are told how it ends.'];
  if (entry.state === 'expired') return ['Nobody decided about it in time, so it will never run. Nothing was changed.'];
  const denial = counted.find(({ claim }) => claim.decision === 'deny')?.claim;
  const { what, fix } = explain(denial === undefined ? (entry.reason ?? problem('request.denied')) : deniedBy(denial));
  return [what, fix];
};

/** S49: one mail per change of status to each. The request is marked before the mails leave, so a kill can lose one but never repeat it. */
export const mailSummary = (
  env: Environment,
  installation: Installation,
  requestId: string,
  to: readonly string[],
  outcomes: readonly TargetOutcome[],
): Result<void> => {
  let headline: string | undefined;
  const marked = changeRequest(env, requestId, (entry) => {
    headline = entry.told === entry.state ? undefined : headlines[entry.state];
    return ok({ ...entry, told: entry.state });
  });
  if (!marked.ok) return marked;
  if (headline === undefined) return ok(undefined);
  const entry = marked.value;
  const lines = ['approved', 'denied', 'expired'].includes(entry.state) ? decidedLines(env, entry) : summaryLines(entry, outcomes);
  const link = pageUrlOf(installation.webAppUrl, entry.id) || installation.workbookUrl;
  const message = {
    subject: `${headline}: ${entry.name.replace(/\s+/g, ' ')}`,
    ...mailBody([...lines, { text: 'Open the full record', url: link }]),
  };
  // Each their own, so that addresses are not shown around.
  const mailed = [...new Set(to)].filter((address) => address !== '').map((address) => env.mail({ to: [address], ...message }));
  return mailed.find((one) => !one.ok) ?? ok(undefined);
};
