import { escapeMarkup } from '../../core/base/escapeMarkup';
import { explain } from '../../core/base/explain';
import { plural } from '../../core/base/plural';
import { ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { pageUrlOf } from '../bridge/pageUrl';
import type { Environment } from '../Environment';
import { changeRequest } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';

const headlines: Partial<Record<RequestEntry['state'], string>> = {
  done: 'Done',
  partlyDone: 'Partly done',
  failed: 'Failed',
  stopped: 'Stopped',
};

/** Different reasons that a mail names; the record has them all. */
const reasonLimit = 5;

/** Why targets ended without their contacts, the most frequent reason first. */
const reasonLines = (outcomes: readonly TargetOutcome[]): string[] => {
  const counts = new Map<string, number>();
  for (const { reason } of outcomes) {
    if (reason === undefined) continue;
    const { what, fix } = explain(reason);
    counts.set(`${what} ${fix}`, (counts.get(`${what} ${fix}`) ?? 0) + 1);
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
        ? ['Nothing was copied.']
        : [
            `${plural(outcome.created, 'contact was', 'contacts were')} created at ${plural(outcome.done, 'target')}.`,
            `${plural(outcome.skipped, 'target was', 'targets were')} skipped, ${plural(outcome.failed, 'target')} failed.`,
          ];
  if (reason !== undefined) {
    const { what, fix } = explain(reason);
    lines.push(`${what} ${fix}`);
  }
  return [...lines, ...reasonLines(outcomes)];
};

/** S49: one mail per change of status. The request is marked before the mail leaves, so a kill can lose one but never repeat it. */
export const mailSummary = (
  env: Environment,
  installation: Installation,
  requestId: string,
  to: string,
  outcomes: readonly TargetOutcome[],
): Result<void> => {
  let headline: string | undefined;
  const marked = changeRequest(env, requestId, (entry) => {
    headline = entry.told === entry.state ? undefined : headlines[entry.state];
    return ok({ ...entry, told: entry.state });
  });
  if (!marked.ok) return marked;
  if (headline === undefined || to === '') return ok(undefined);
  const entry = marked.value;
  const lines = summaryLines(entry, outcomes);
  const link = pageUrlOf(installation.webAppUrl, entry.id) || installation.workbookUrl;
  return env.mail({
    to: [to],
    subject: `${headline}: ${entry.name.replace(/\s+/g, ' ')}`,
    text: [...lines, '', `The full record: ${link}`].join('\n'),
    html: [...lines.map((line) => `<p>${escapeMarkup(line)}</p>`), `<p><a href="${escapeMarkup(link)}">Open the full record</a></p>`].join(
      '\n',
    ),
  });
};
