import { judgeMail } from '../../core/approvals/judgeMail';
import type { Problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';
import { readInstallation } from '../setUp/Installation';
import { showToOfficer, type RequestForOfficer } from './showToOfficer';

/** What the card beside an open message is about. */
export type MailView =
  | { readonly kind: 'request'; readonly request: RequestForOfficer }
  /** Nothing was looked up. `notFromRoster`, `forged`: it names a request all the same. */
  | { readonly kind: 'nothing'; readonly why: 'other' | 'notFromRoster' | 'forged' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly pageUrl: string };

/**
 * What the open message is to this person. Cheap for the many that are none of Roster's: one property and one message are read, and
 * nothing else. A message decides nothing and is believed nothing: it only says which request to show.
 */
export const showMail = (env: Environment): MailView => {
  const installation = readInstallation(env);
  if (!installation.ok) return { kind: 'problem', problem: installation.problem, pageUrl: '' };
  const { operatorEmail, webAppUrl } = installation.value;
  const mail = env.openMail();
  if (!mail.ok) return { kind: 'problem', problem: mail.problem, pageUrl: webAppUrl };
  const judged = judgeMail(mail.value, operatorEmail);
  if (judged.kind !== 'request') return { kind: 'nothing', why: judged.kind };
  const request = showToOfficer(env, judged.reference);
  return request.ok ? { kind: 'request', request: request.value } : { kind: 'problem', problem: request.problem, pageUrl: '' };
};
