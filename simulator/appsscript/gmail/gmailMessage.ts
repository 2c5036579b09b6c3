import { addressOf, type Message } from '../../mail/Mail';
import { badArguments } from '../badArguments';
import type { ScriptExecution } from '../ScriptExecution';
import { strict } from '../strict';
import type { MessageAccess, Part } from './MessageAccess';
import { textOfHtml } from './textOfHtml';

/** `GmailMessage`, reading only (https://developers.google.com/apps-script/reference/gmail/gmail-message). */
export const gmailMessage = (execution: ScriptExecution, access: MessageAccess, message: Message): object => {
  const { world, project } = execution;
  const read = <T>(member: string, part: Part, work: () => T): T =>
    execution.call(`GmailMessage.${member}`, { scopes: access.scopesFor(part), ...(part === 'metadata' && { milliseconds: 0 }) }, () => {
      access.check(message);
      if (part !== 'metadata') access.count();
      return work();
    });
  const metadata = <T>(member: string, value: (of: Message) => T) =>
    [member, () => read(member, 'metadata', () => value(message))] as const;
  return strict('GmailMessage', {
    ...Object.fromEntries([
      metadata('getId', ({ id }) => id),
      metadata('getSubject', ({ subject }) => subject),
      metadata('getDate', ({ sentAt }) => execution.realm.value(new Date(sentAt))),
      metadata('getFrom', ({ name, from }) => addressOf(name, from)),
      metadata('getReplyTo', ({ name, from, replyTo }) => (replyTo === '' ? addressOf(name, from) : replyTo)),
      metadata('getTo', ({ to }) => to.join(', ')),
      metadata('getCc', ({ cc }) => cc.join(', ')),
      // Empty for received messages, as the page says.
      metadata('getBcc', () => ''),
      metadata('getThread', ({ threadId }) => gmailThread(execution, access, threadId)),
    ]),
    getHeader: (...args: unknown[]) => {
      const [name] = args;
      if (args.length !== 1 || typeof name !== 'string') throw badArguments(execution, 'GmailMessage.getHeader', args);
      return read('getHeader', project.settings.metadataScopeHeaders === 'given' ? 'metadata' : 'content', () => {
        const values = world.mail.headersOf(message).filter(([header]) => header === name);
        return values.at(project.settings.repeatedHeader === 'first' ? 0 : -1)?.[1] ?? '';
      });
    },
    getPlainBody: () => read('getPlainBody', 'content', () => wireLines(message.body || textOfHtml(message.htmlBody))),
    getBody: () => read('getBody', 'content', () => wireLines(message.htmlBody || message.body)),
  });
};

/** `GmailThread` (https://developers.google.com/apps-script/reference/gmail/gmail-thread). */
const gmailThread = (execution: ScriptExecution, access: MessageAccess, threadId: string): object => {
  const { world, effectiveUser } = execution;
  return strict('GmailThread', {
    getId: () => threadId,
    getMessages: () =>
      execution.call('GmailThread.getMessages', { scopes: access.scopesFor('content') }, () => {
        const messages = world.mail.thread(effectiveUser.id, threadId);
        for (const message of messages) {
          access.check(message);
          access.count();
        }
        return execution.realm.value(messages.map((message) => gmailMessage(execution, access, message)));
      }),
  });
};

/** Lines of a mail end in CR LF (https://www.rfc-editor.org/rfc/rfc5322#section-2.1). */
const wireLines = (text: string): string => text.replace(/\r?\n/g, '\r\n');
