import { addressOf, type MailDraft, type Message } from './Mail';

/** What a person's mail program makes of a message that they forward: a new mail of theirs that quotes it. */
export const forwardedMail = (
  message: Message,
  by: { readonly userId: string; readonly address: string; readonly name: string },
  to: readonly string[],
): MailDraft => {
  const head = [
    '---------- Forwarded message ---------',
    `From: ${addressOf(message.name, message.from)}`,
    `Date: ${new Date(message.sentAt).toUTCString()}`,
    `Subject: ${message.subject}`,
    `To: ${message.to.join(', ')}`,
  ];
  const lines = head.map((line) => line.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign));
  return {
    senderId: by.userId,
    from: by.address,
    name: by.name,
    to,
    subject: /^fwd:/i.test(message.subject) ? message.subject : `Fwd: ${message.subject}`,
    body: `${head.join('\n')}\n\n${message.body}`,
    htmlBody: message.htmlBody === '' ? '' : `<div>${lines.join('<br>')}<br><br>${message.htmlBody}</div>`,
    headers: [
      ['In-Reply-To', message.messageIdHeader],
      ['References', message.messageIdHeader],
    ],
  };
};
