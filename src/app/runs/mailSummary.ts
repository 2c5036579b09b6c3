import { escapeMarkup } from '../../core/base/escapeMarkup';
import { explain } from '../../core/base/explain';
import { plural } from '../../core/base/plural';
import { ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Environment } from '../Environment';
import { changeRequest } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';

const headlines: Partial<Record<RequestEntry['state'], string>> = {
  done: 'Done',
  partlyDone: 'Partly done',
  failed: 'Failed',
};

export const summaryLines = (entry: RequestEntry): string[] => {
  const { outcome } = entry;
  const lines = [
    `${plural(outcome.created, 'contact was', 'contacts were')} created at ${plural(outcome.done, 'target')}.`,
    `${plural(outcome.skipped, 'target was', 'targets were')} skipped, ${plural(outcome.failed, 'target', 'targets')} failed.`,
  ];
  if (entry.reason !== undefined) {
    const { what, fix } = explain(entry.reason);
    lines.push(`${what} ${fix}`);
  }
  return lines;
};

/** S49: one mail per change of status. The request is marked before the mail leaves, so a kill can lose one but never repeat it. */
export const mailSummary = (env: Environment, installation: Installation, requestId: string, to: string): Result<void> => {
  let headline: string | undefined;
  const marked = changeRequest(env, requestId, (entry) => {
    headline = entry.told === entry.state ? undefined : headlines[entry.state];
    return ok({ ...entry, told: entry.state });
  });
  if (!marked.ok) return marked;
  if (headline === undefined || to === '') return ok(undefined);
  const entry = marked.value;
  const lines = summaryLines(entry);
  const link =
    installation.webAppUrl === '' ? installation.workbookUrl : `${installation.webAppUrl}?request=${encodeURIComponent(entry.id)}`;
  return env.mail({
    to: [to],
    subject: `${headline}: ${entry.name.replace(/\s+/g, ' ')}`,
    text: [...lines, '', `The full record: ${link}`].join('\n'),
    html: [...lines.map((line) => `<p>${escapeMarkup(line)}</p>`), `<p><a href="${escapeMarkup(link)}">Open the full record</a></p>`].join(
      '\n',
    ),
  });
};
