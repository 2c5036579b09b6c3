import { DailyQuota } from '../appsscript/DailyQuota';
import type { World } from '../World';
import { RECIPIENTS_PER_DAY } from './limits';
import { type Mail, type MailDraft, recipientsOf } from './Mail';

/** Every mail of the world, and where it was delivered. */
export class MailState {
  /** All messages, oldest first. */
  readonly sent: Mail[] = [];
  /** Recipients that a user's scripts may still write to today. */
  readonly recipientQuota: DailyQuota;
  private readonly mailboxes = new Map<string, Mail[]>();
  private readonly outside: Mail[] = [];

  constructor(private readonly world: World) {
    this.recipientQuota = new DailyQuota(world.clock, RECIPIENTS_PER_DAY);
  }

  /** Sends and delivers at once. */
  send(draft: MailDraft): Mail {
    const lower = (addresses: readonly string[] = []) => addresses.map((address) => address.toLowerCase());
    const mail: Mail = {
      id: this.world.random.text(16),
      sentAt: this.world.clock.now(),
      senderId: draft.senderId,
      from: draft.from.toLowerCase(),
      name: draft.name ?? '',
      to: lower(draft.to),
      cc: lower(draft.cc),
      bcc: lower(draft.bcc),
      replyTo: draft.replyTo ?? '',
      subject: draft.subject,
      body: draft.body ?? '',
      htmlBody: draft.htmlBody ?? '',
    };
    this.sent.push(mail);
    const { users, strangers } = this.readersOf(recipientsOf(mail));
    for (const userId of users) this.mailboxOf(userId).push(mail);
    if (strangers) this.outside.push(mail);
    return mail;
  }

  /** What a user received, oldest first. */
  inbox(userId: string): readonly Mail[] {
    return this.mailboxOf(userId);
  }

  /** Mail that went to at least one address outside every customer of this world. */
  get external(): readonly Mail[] {
    return this.outside;
  }

  private mailboxOf(userId: string): Mail[] {
    let mailbox = this.mailboxes.get(userId);
    if (mailbox === undefined) this.mailboxes.set(userId, (mailbox = []));
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
