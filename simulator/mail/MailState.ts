import { DailyQuota } from '../appsscript/DailyQuota';
import { fullName } from '../directory/fullName';
import type { World } from '../World';
import { forwardedMail } from './forwardedMail';
import { MAILS_READ_PER_DAY, RECIPIENTS_PER_DAY } from './limits';
import { type Header, type Mail, type MailDraft, type Message, type OutsideMail, recipientsOf } from './Mail';
import { Mailbox } from './Mailbox';
import { mailHeaders } from './mailHeaders';
import { MessageTokens } from './MessageTokens';

/** Every mail of the world, and where it was delivered. */
export class MailState {
  /** All mails, oldest first. */
  readonly sent: Mail[] = [];
  /** Recipients that a user's scripts may still write to today. */
  readonly recipientQuota: DailyQuota;
  /** Reads of a user's mail by scripts. */
  readonly readQuota: DailyQuota;
  readonly tokens: MessageTokens;
  /** Whether mail within one organization carries Authentication-Results. No page says. */
  internalResults: 'present' | 'absent' = 'present';
  private readonly mailboxes = new Map<string, Mailbox>();
  private readonly outside: Mail[] = [];

  constructor(private readonly world: World) {
    this.recipientQuota = new DailyQuota(world.clock, RECIPIENTS_PER_DAY);
    this.readQuota = new DailyQuota(world.clock, MAILS_READ_PER_DAY);
    this.tokens = new MessageTokens(world);
  }

  /** Sends from within the world and delivers at once. */
  send(draft: MailDraft): Mail {
    return this.post(draft, { authentication: 'pass' });
  }

  /** Somebody outside sends a mail, which may claim to come from anybody. */
  deliver(mail: OutsideMail): Mail {
    const { directory } = this.world;
    const ours = directory.customerOfDomain(mail.from.slice(mail.from.lastIndexOf('@') + 1)) !== undefined;
    return this.post(mail, { authentication: ours ? 'fail' : 'pass', ...mail });
  }

  /** A person forwards a message of their mailbox. */
  forward(userId: string, messageId: string, to: readonly string[]): Mail {
    const user = this.world.directory.userById(userId);
    const message = this.message(userId, messageId);
    if (user === undefined || message === undefined) throw new Error(`simulator: ${userId} has no message ${messageId}`);
    return this.send(forwardedMail(message, { userId, address: user.primaryEmail, name: fullName(user) }, to));
  }

  /** What a user received, oldest first. */
  inbox(userId: string): readonly Message[] {
    return this.mailboxOf(userId).messages;
  }

  /** A message of this user's mailbox. Ids of other mailboxes mean nothing in it. */
  message(userId: string, id: string): Message | undefined {
    return this.mailboxOf(userId).message(id);
  }

  /** The messages of one thread in this user's mailbox, oldest first. */
  thread(userId: string, threadId: string): readonly Message[] {
    return this.mailboxOf(userId).thread(threadId);
  }

  /** The headers of a message, from top to bottom. */
  headersOf(message: Message): Header[] {
    const { directory } = this.world;
    const owner = directory.userById(message.ownerId);
    const sender = message.senderId === undefined ? undefined : directory.userById(message.senderId);
    const internal = sender !== undefined && sender.customerId === owner?.customerId;
    return mailHeaders(message, owner?.primaryEmail ?? '', !internal || this.internalResults === 'present');
  }

  /** Mail that went to at least one address outside every customer of this world. */
  get external(): readonly Mail[] {
    return this.outside;
  }

  private post(draft: MailDraft, origin: Pick<Mail, 'authentication'> & Pick<OutsideMail, 'envelopeFrom' | 'messageIdHeader'>): Mail {
    const lower = (addresses: readonly string[] = []) => addresses.map((address) => address.toLowerCase());
    const id = this.world.random.text(16);
    const from = draft.from.toLowerCase();
    const mail: Mail = {
      id,
      messageIdHeader: origin.messageIdHeader ?? `<${id}@mail.gmail.com>`,
      sentAt: this.world.clock.now(),
      senderId: draft.senderId,
      from,
      name: draft.name ?? '',
      to: lower(draft.to),
      cc: lower(draft.cc),
      bcc: lower(draft.bcc),
      replyTo: draft.replyTo ?? '',
      subject: draft.subject,
      body: draft.body ?? '',
      htmlBody: draft.htmlBody ?? '',
      authentication: origin.authentication,
      envelopeFrom: origin.envelopeFrom ?? from,
      headers: draft.headers ?? [],
    };
    this.sent.push(mail);
    const { users, strangers } = this.readersOf(recipientsOf(mail));
    for (const userId of users) this.mailboxOf(userId).receive(mail);
    if (strangers) this.outside.push(mail);
    return mail;
  }

  private mailboxOf(userId: string): Mailbox {
    let mailbox = this.mailboxes.get(userId);
    if (mailbox === undefined) this.mailboxes.set(userId, (mailbox = new Mailbox(userId)));
    return mailbox;
  }

  /** A group's mail reaches its members, also through other groups; each mailbox at most once. */
  private readersOf(addresses: readonly string[]): { users: Set<string>; strangers: boolean } {
    const { directory } = this.world;
    const users = new Set<string>();
    const visited = new Set<string>();
    let strangers = false;
    const reach = (key: string) => {
      const found = directory.find(key);
      if (found === undefined) strangers = true;
      else if (!('members' in found)) users.add(found.id);
      else if (!visited.has(found.id)) {
        visited.add(found.id);
        for (const member of found.members) reach(member.externalEmail ?? member.id);
      }
    };
    addresses.forEach(reach);
    return { users, strangers };
  }
}
