import { fullName } from '../../directory/fullName';
import { notSimulated } from '../notSimulated';
import { BODY_SIZE, RECIPIENTS_PER_MESSAGE, SUBJECT_LENGTH } from '../../mail/limits';
import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';
import { strict } from '../strict';

const SCOPE = 'https://www.googleapis.com/auth/script.send_mail';
const OPTIONS = ['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'name', 'replyTo', 'noReply'];

interface Message {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly name: string | undefined;
  readonly replyTo: string;
  readonly noReply: boolean;
}

/** `MailApp` (https://developers.google.com/apps-script/reference/mail/mail-app): sends as the effective user. */
export const mailAppService = (execution: Execution): object => {
  const { world, effectiveUser } = execution;
  return strict('MailApp', {
    getRemainingDailyQuota: () =>
      execution.call('MailApp.getRemainingDailyQuota', { scopes: [SCOPE] }, () => world.mail.recipientQuota.left(effectiveUser.id)),
    sendEmail: (...args: unknown[]) => {
      const message = readMessage(execution, args);
      execution.call('MailApp.sendEmail', { scopes: [SCOPE] }, () => send(execution, message));
    },
  });
};

/** The four forms: (message), (recipient, subject, body), (recipient, subject, body, options), (to, replyTo, subject, body). */
const readMessage = (execution: Execution, args: readonly unknown[]): Message => {
  const [first, second, third, fourth] = args;
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  let fields: Record<string, unknown>;
  if (args.length === 1 && isObject(first)) fields = { ...first };
  else if (args.length === 3) fields = { to: first, subject: second, body: third };
  else if (args.length === 4 && isObject(fourth)) fields = { ...fourth, to: first, subject: second, body: third };
  else if (args.length === 4) fields = { to: first, replyTo: second, subject: third, body: fourth };
  else throw badArguments(execution, 'MailApp.sendEmail', args);
  for (const name of Object.keys(fields)) if (!OPTIONS.includes(name)) throw notSimulated(`the mail option ${name} is not simulated`);
  const text = (name: string) => String(fields[name] ?? '');
  const line = (name: string) => oneLine(execution, name, text(name));
  return {
    to: addresses(text('to')),
    cc: addresses(text('cc')),
    bcc: addresses(text('bcc')),
    subject: line('subject'),
    body: text('body'),
    htmlBody: text('htmlBody'),
    name: fields.name === undefined ? undefined : line('name'),
    replyTo: line('replyTo'),
    noReply: Boolean(fields.noReply),
  };
};

const send = (execution: Execution, message: Message): void => {
  const { world, effectiveUser } = execution;
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  if (recipients.length === 0) throw execution.exception('Failed to send email: no recipient');
  const invalid = recipients.find((address) => !/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/.test(address));
  if (invalid !== undefined) throw execution.exception(`Invalid email: ${invalid}`);
  if (recipients.length > RECIPIENTS_PER_MESSAGE) throw execution.exception('Limit Exceeded: Email Recipients Per Message.');
  if (message.subject.length > SUBJECT_LENGTH) throw execution.exception('Argument too large: subject');
  if (Math.max(Buffer.byteLength(message.body), Buffer.byteLength(message.htmlBody)) > BODY_SIZE) {
    throw execution.exception('Limit Exceeded: Email Body Size.');
  }
  if (!world.mail.recipientQuota.take(effectiveUser.id, recipients.length)) {
    throw execution.exception('Service invoked too many times for one day: email.');
  }
  const domain = effectiveUser.primaryEmail.split('@')[1];
  world.mail.send({
    senderId: effectiveUser.id,
    from: message.noReply ? `noreply@${domain}` : effectiveUser.primaryEmail,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    subject: message.subject,
    body: message.body,
    htmlBody: message.htmlBody,
    replyTo: message.replyTo,
    name: message.name ?? nameOf(execution),
  });
};

/** The default: the user's name (https://developers.google.com/apps-script/reference/mail/mail-app#advanced-parameters). */
const nameOf = ({ world, effectiveUser }: Execution): string => {
  const user = world.directory.userById(effectiveUser.id);
  return user === undefined ? '' : fullName(user);
};

/** What becomes one line of the header. */
const oneLine = (execution: Execution, name: string, text: string): string => {
  if (!/[\r\n]/.test(text)) return text;
  if (execution.project.settings.mailLineBreaks === 'refused') throw execution.exception(`Invalid argument: ${name}`);
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
};

/** Comma-separated; `Name <address>` counts as the address. */
const addresses = (list: string): string[] =>
  list
    .split(',')
    .map((part) => (/<([^>]*)>\s*$/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '');
