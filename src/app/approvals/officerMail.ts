import { mailTag } from '../../core/approvals/mailReference';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { mailBody, type MailLine } from '../../core/base/mailBody';
import { plural } from '../../core/base/plural';
import type { MailMessage } from '../Environment';
import { codeOf, linesAsked, type RequestSummary } from './summarizeRequest';

const message = (to: string, subject: string, lines: readonly MailLine[]): MailMessage => ({
  to: [to],
  subject: subject.replace(/\s+/g, ' '),
  ...mailBody(lines),
});

const POINTER = 'Decide by what you see there: that is the record. Do not trust this mail, which anybody could have written.';

/** S29: one officer is asked about one request. */
export const askingMail = (to: string, entry: RequestEntry, summary: RequestSummary, link: string): MailMessage =>
  message(to, `Approval wanted: ${summary.name} ${mailTag(entry.id)}`, [
    `${summary.requester} asks: ${summary.name}`,
    ...(summary.description === '' ? [] : [summary.description]),
    ...linesAsked(entry, summary),
    ...summary.totals,
    ...summary.risks.map((risk) => `Beware: ${risk}`),
    ...summary.examples,
    ...(summary.examples.length === 0 ? [] : ['Your link below shows every target.']),
    ...(entry.needed > 1 ? [`${plural(entry.needed, 'Security Officer')} have to approve it.`] : []),
    { text: 'Approve or deny it', url: link },
    POINTER,
    `Code: ${codeOf(entry.digest)}. It is the same wherever you see this request.`,
  ]);

/** S47: what still waits for one officer. `witness`: what of the audit they keep. */
export const reminderMail = (
  to: string,
  waiting: readonly { readonly name: string; readonly link: string }[],
  witness: string,
): MailMessage =>
  message(to, `${plural(waiting.length, 'request waits', 'requests wait')} for your decision [Roster]`, [
    ...waiting.map(({ name, link }) => ({ text: name, url: link })),
    POINTER,
    witness,
  ]);
