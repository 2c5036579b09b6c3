import { mailBody } from '../base/mailBody';
import type { SettingsIntent } from './SettingsIntent';

/** Break-glass: the mail to all officers and super administrators. */
export const describeNotice = (
  intent: SettingsIntent,
  link: string,
): { readonly subject: string; readonly text: string; readonly html: string } => {
  const lines = [
    'A super administrator appoints a Security Officer of Roster without an officer’s approval, because too few officers are left whose accounts are active.',
    ...intent.lines,
    'It takes effect 7 days from now. Until then any Security Officer can deny it.',
  ];
  return {
    subject: `Notice: ${intent.name} [Roster ${intent.requestId.slice(0, 12)}]`,
    ...mailBody([...lines, { text: 'See it, or deny it', url: link }]),
  };
};
