import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail } from '../core/base/Result';
import { utf8 } from '../core/base/utf8';
import { attempt } from './attempt';

/** Limits of https://developers.google.com/apps-script/guides/services/quotas: addressees a message, bytes of a body. */
const ADDRESSEES = 50;
const BODY_BYTES = 400 * 1024;
/** Google answers "Argument too large: subject" at a length it does not publish; 250 is what scripts report. */
const SUBJECT_CHARACTERS = 250;
const ADDRESS = /^[^\s,;<>"()]+@[^\s,;<>"()@]+$/;

/**
 * Sends one message by MailApp, as the effective user. Addresses that could carry a second addressee or a header are refused;
 * control characters in the subject become spaces. Fails with a problem when the daily quota of addressees is too low.
 */
export const sendMail = (message: {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}): Result<void> => {
  const addressees = [...new Set(message.to.map((address) => address.trim()).filter((address) => address !== ''))];
  if (addressees.length === 0) return fail(problem('platform.mailAddressRefused', { count: 0 }));
  if (addressees.length > ADDRESSEES)
    return fail(problem('platform.mailTooManyAddressees', { count: addressees.length, limit: ADDRESSEES }));
  const refused = addressees.filter((address) => !ADDRESS.test(address));
  if (refused.length > 0) return fail(problem('platform.mailAddressRefused', { count: refused.length }));
  const bytes = Math.max(utf8(message.text).length, utf8(message.html).length);
  if (bytes > BODY_BYTES) return fail(problem('platform.mailTooLarge', { part: 'body', bytes, limit: BODY_BYTES }));
  const left = attempt(() => MailApp.getRemainingDailyQuota());
  if (!left.ok) return left;
  if (left.value < addressees.length) return fail(problem('platform.quotaSpent', { service: 'email' }));
  return attempt(() =>
    MailApp.sendEmail({
      to: addressees.join(','),
      subject: oneLine(message.subject),
      body: message.text,
      htmlBody: message.html,
      name: 'Roster',
    }),
  );
};

const oneLine = (text: string): string => {
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return line.length <= SUBJECT_CHARACTERS ? line : `${line.slice(0, SUBJECT_CHARACTERS - 1)}…`;
};
