import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import { utf8 } from '../core/base/utf8';
import { attempt } from './attempt';

/** Limits of https://developers.google.com/apps-script/guides/services/quotas: recipients a message, bytes of a body. */
const RECIPIENTS = 50;
const BODY_BYTES = 400 * 1024;
/** Google answers "Argument too large: subject" at a length it does not publish; 250 is what scripts report. */
const SUBJECT_CHARACTERS = 250;
const ADDRESS = /^[^\s,;<>"()]+@[^\s,;<>"()@]+$/;

/**
 * Sends one message by MailApp, as the effective user. Addresses that could carry a second recipient or a header are refused;
 * control characters in the subject become spaces. Fails with a problem when the daily quota of recipients is too low.
 */
export const sendMail = (message: {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}): Result<void> => {
  const recipients = [...new Set(message.to.map((address) => address.trim()).filter((address) => address !== ''))];
  if (recipients.length === 0) return fail(problem('platform.mailRecipientRefused', { count: 0 }));
  if (recipients.length > RECIPIENTS)
    return fail(problem('platform.mailTooManyRecipients', { count: recipients.length, limit: RECIPIENTS }));
  const refused = recipients.filter((address) => !ADDRESS.test(address));
  if (refused.length > 0) return fail(problem('platform.mailRecipientRefused', { count: refused.length }));
  const bytes = Math.max(utf8(message.text).length, utf8(message.html).length);
  if (bytes > BODY_BYTES) return fail(problem('platform.mailTooLarge', { part: 'body', bytes, limit: BODY_BYTES }));
  const left = attempt(() => MailApp.getRemainingDailyQuota());
  if (!left.ok) return left;
  if (left.value < recipients.length) return fail(problem('platform.quotaSpent', { service: 'email' }));
  return attempt(() =>
    MailApp.sendEmail({
      to: recipients.join(','),
      subject: oneLine(message.subject),
      body: message.text,
      htmlBody: message.html,
      name: 'Roster',
    }),
  );
};

const oneLine = (text: string): string => {
  // eslint-disable-next-line no-control-regex -- a line break in a header starts another header
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return line.length <= SUBJECT_CHARACTERS ? line : `${line.slice(0, SUBJECT_CHARACTERS - 1)}…`;
};
