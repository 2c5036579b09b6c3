import { escapeMarkup } from './escapeMarkup';

/** A paragraph of a mail, or a link that is one. */
export type MailLine = string | { readonly text: string; readonly url: string };

/** The same lines as plain text and as HTML; whatever people wrote stays text. */
export const mailBody = (lines: readonly MailLine[]): { readonly text: string; readonly html: string } => ({
  text: lines.map((line) => (typeof line === 'string' ? line : `${line.text}: ${line.url}`)).join('\n'),
  html: lines
    .map((line) =>
      typeof line === 'string'
        ? `<p>${escapeMarkup(line)}</p>`
        : `<p><a href="${escapeMarkup(line.url)}">${escapeMarkup(line.text)}</a></p>`,
    )
    .join('\n'),
});
