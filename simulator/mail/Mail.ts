/** One message as its readers see it. Addresses are bare and in lower case. */
export interface Mail {
  readonly id: string;
  /** Virtual time, ms since the epoch. */
  readonly sentAt: number;
  /** Directory id of the sender; undefined for mail from outside or from Google itself. */
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
}

export const recipientsOf = (mail: Mail): string[] => [...mail.to, ...mail.cc, ...mail.bcc];
