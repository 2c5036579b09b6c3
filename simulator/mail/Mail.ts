/** How the servers of the readers judge where a mail came from: SPF, DKIM and DMARC passed, failed, or the domain has none of them. */
export type Authentication = 'pass' | 'fail' | 'none';

/** One header field of RFC 5322. */
export type Header = readonly [name: string, value: string];

/** One mail as it was sent. Addresses are bare and in lower case. */
export interface Mail {
  readonly id: string;
  /** Value of the header Message-ID, the same in every mailbox: `<…@…>`. */
  readonly messageIdHeader: string;
  /** Virtual time, ms since the epoch. */
  readonly sentAt: number;
  /** Directory id of the sender; undefined for mail from outside or from Google itself, whatever its From says. */
  readonly senderId: string | undefined;
  readonly from: string;
  /** Displayed name of the sender. */
  readonly name: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Empty when the message has none. */
  readonly htmlBody: string;
  readonly authentication: Authentication;
  /** Address of the envelope: that of From, unless the sender wrote another. */
  readonly envelopeFrom: string;
  /** Further headers that the sender wrote. */
  readonly headers: readonly Header[];
}

/** A mail in one mailbox, under ids of that mailbox: the same mail has other ids in every other. */
export interface Message extends Mail {
  readonly id: string;
  readonly threadId: string;
  readonly ownerId: string;
}

export interface MailDraft {
  readonly senderId?: string;
  readonly from: string;
  readonly name?: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly replyTo?: string;
  readonly subject: string;
  readonly body?: string;
  readonly htmlBody?: string;
  readonly headers?: readonly Header[];
}

/** What somebody outside can send: any From, any Message-ID, any further headers. */
export interface OutsideMail extends Omit<MailDraft, 'senderId'> {
  /** Default: `fail` for a From of a domain of this world, which only its own servers may use, else `pass`. */
  readonly authentication?: Authentication;
  /** An envelope of the sender's own domain passes SPF while From says something else. */
  readonly envelopeFrom?: string;
  readonly messageIdHeader?: string;
}

export const recipientsOf = (mail: Mail): string[] => [...mail.to, ...mail.cc, ...mail.bcc];

/** An address with its name as it stands in a header. */
export const addressOf = (name: string, address: string): string => {
  if (name === '') return address;
  return `${/[^\p{L}\p{N}\s.'_-]/u.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name} <${address}>`;
};
