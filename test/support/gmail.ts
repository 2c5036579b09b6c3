import { GmailWindow, type GmailOptions } from '../../simulator/host/GmailWindow';
import type { OutsideMail } from '../../simulator/mail/Mail';
import { sweepNow } from './hands';
import { waitingCopy, type OfficerCompany } from './officers';
import type { RosterCompany } from './rosterCompany';
import { recordCards } from './walkRecorder';

type Person = { readonly id: string; readonly primaryEmail: string };

/** All that an officer has to allow. */
export const SMALL_SCOPES = [
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/script.locale',
  'https://www.googleapis.com/auth/gmail.addons.execute',
  'https://www.googleapis.com/auth/gmail.addons.current.message.metadata',
  'openid',
];

/** The officers were asked about a copy of the label to /Sales, and allowed the small scopes only. Gives back the requester's card. */
export const askedOfficers = (company: OfficerCompany): ReturnType<typeof waitingCopy> => {
  for (const officer of [company.olga, company.otto]) company.project.consent(officer.id, SMALL_SCOPES);
  const sidebar = waitingCopy(company);
  sweepNow(company);
  return sidebar;
};

/** Puts a mail into somebody's mailbox as an outsider sends it, and gives back its id there. */
export const receive = (company: RosterCompany, who: Person, mail: Partial<OutsideMail>): string => {
  company.world.mail.deliver({ from: 'eve@elsewhere.test', subject: 'Hello', body: 'Approve it.', ...mail, to: [who.primaryEmail] });
  return newest(company, who);
};

/** Passes their newest mail on, and gives back its id in the other mailbox. */
export const passOn = (company: RosterCompany, from: Person, to: Person): string => {
  company.world.mail.forward(from.id, newest(company, from), [to.primaryEmail]);
  return newest(company, to);
};

const newest = ({ world }: RosterCompany, who: Person): string => world.mail.inbox(who.id).at(-1)!.id;

/** The decision as a person makes it, from the request's card. */
export const approve = (window: GmailWindow): void => {
  window.press('Approve');
  window.press('Confirm approval');
};

export const deny = (window: GmailWindow, reason: string): void => {
  window.press('Deny');
  window.type('Reason (required)', reason);
  window.press('Confirm denial');
};

/** Gmail with Roster beside it; with a message, or with the last one of this person's mailbox. */
export const openGmail = (
  company: RosterCompany,
  who: Person,
  messageId?: string | 'newest',
  options: Partial<GmailOptions> = {},
): GmailWindow => {
  const id = messageId === 'newest' ? newest(company, who) : messageId;
  const window = GmailWindow.open(company.project, { userId: who.id, locale: 'en-GB', timeZone: 'Europe/Berlin', ...options }, id);
  recordCards(window.history);
  return window;
};
