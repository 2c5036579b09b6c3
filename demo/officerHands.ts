import { WebVisitor } from '../simulator/appsscript/WebVisitor';
import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import { GmailWindow } from '../simulator/host/GmailWindow';
import type { Mail, Message } from '../simulator/mail/Mail';
import type { Company } from './makeCompany';

/** All that an officer has to allow (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes). */
const SMALL_SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/script.locale',
  'https://www.googleapis.com/auth/gmail.addons.execute',
  'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
];

/** Mails that ask this officer about the request with this name, oldest first. */
export const asksFor = ({ world }: Company, officer: UserRecord, name: string): Message[] =>
  world.mail.inbox(officer.id).filter(({ subject }) => subject.startsWith(`Approval wanted: ${name} [`));

/** The officer opens a mail in Gmail; the first time, they allow the small scopes. */
export function openInGmail({ project }: Company, officer: UserRecord, { id }: Message): GmailWindow {
  const window = GmailWindow.open(project, { userId: officer.id, locale: 'en-GB', timeZone: 'Europe/Berlin' });
  if (window.prompt !== undefined) window.authorize(SMALL_SCOPES);
  window.openMessage(id);
  return window;
}

/** What the web page tells its own script, as far as this walk reads it. */
export interface PageAnswer {
  readonly title: string;
  readonly lines: readonly string[];
  readonly refused?: true;
  readonly request?: { readonly id: string; readonly digest: string; readonly state: string };
}

/** Somebody follows the link of a mail, and decides about what the page shows them. */
export function decideOnPage(
  { project }: Company,
  person: UserRecord,
  mail: Mail,
  decision: 'approve' | 'deny',
  reason = '',
): { readonly shown: PageAnswer; readonly said: PageAnswer } {
  const link = /https:\S+/.exec(mail.body)?.[0] ?? '';
  const page = WebVisitor.follow(project, link, person.id);
  const call = (name: string, ...args: unknown[]): PageAnswer => {
    const { value, error } = page.run(name, ...args);
    if (error !== undefined) throw new Error(`The page failed: ${error.message}`);
    return value as PageAnswer;
  };
  const shown = call('showPage', new URL(link).searchParams.get('request') ?? '');
  return { shown, said: call('decide', shown.request?.id ?? '', shown.request?.digest ?? '', decision, reason) };
}
