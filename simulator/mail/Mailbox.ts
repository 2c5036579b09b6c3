import { createHash } from 'node:crypto';
import type { Mail, Message } from './Mail';

const REPLY_PREFIXES = /^((re|fwd?):\s*)+/i;

/**
 * The messages of one user. A message joins the thread of one that it answers or forwards when the subject is the same
 * (https://developers.google.com/workspace/gmail/api/guides/threads).
 */
export class Mailbox {
  /** Oldest first. */
  readonly messages: Message[] = [];

  constructor(private readonly ownerId: string) {}

  receive(mail: Mail): Message {
    const id = `1${createHash('sha256').update(`${mail.id} ${this.ownerId}`).digest('hex').slice(0, 15)}`;
    const message: Message = { ...mail, id, threadId: this.answeredBy(mail)?.threadId ?? id, ownerId: this.ownerId };
    this.messages.push(message);
    return message;
  }

  /** By the id of this mailbox, as the Gmail API or as an event object writes it. */
  message(id: string): Message | undefined {
    return this.messages.find((one) => one.id === id || prefixedId('msg', one.id) === id);
  }

  thread(threadId: string): readonly Message[] {
    return this.messages.filter((one) => one.threadId === threadId);
  }

  private answeredBy(mail: Mail): Message | undefined {
    const named = mail.headers.filter(([name]) => /^(In-Reply-To|References)$/i.test(name)).map(([, value]) => value);
    const subject = bare(mail.subject);
    return this.messages.find(
      (one) => bare(one.subject) === subject && named.some((value) => value.split(/\s+/).includes(one.messageIdHeader)),
    );
  }
}

const bare = (subject: string): string => subject.replace(REPLY_PREFIXES, '').trim();

/** The form of an id in event objects (https://developers.google.com/workspace/add-ons/guides/alternate-runtimes): the same number, decimal. */
export const prefixedId = (kind: 'msg' | 'thread', id: string): string => `${kind}-f:${BigInt(`0x${id}`)}`;
