import { referenceIn } from './mailReference';

/** What an open message is to Roster. Authority is never in it: it only says which request to look at. */
export type MailJudgement =
  /** Names no request. */
  | { readonly kind: 'other' }
  /** Names a request, but somebody else than Roster's account sent it: passed on, or made up. */
  | { readonly kind: 'notFromRoster' }
  /** Bears the address of Roster's account, and the server that received it says that it is not from there. */
  | { readonly kind: 'forged' }
  /** `reference`: how the request's id begins. */
  | { readonly kind: 'request'; readonly reference: string };

/** The address of a From header: what stands in the last angle brackets, for a name may hold some, too (RFC 5322). Lower case. */
const addressIn = (from: string): string => (/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from).trim().toLowerCase();

const resultOf = (results: string, method: string): string | undefined =>
  new RegExp(`\\b${method}=([a-z]+)`, 'i').exec(results)?.[1]?.toLowerCase();

/** Only what says so is a failure: a mail within one organization may carry no result at all. */
const failed = (results: string): boolean => {
  const dmarc = resultOf(results, 'dmarc');
  if (dmarc !== undefined) return dmarc === 'fail';
  return ['fail', 'softfail'].includes(resultOf(results, 'spf') ?? '');
};

/** `authentication` is asked for only when the rest fits: it takes another read of the header. */
export const judgeMail = (
  mail: { readonly from: string; readonly subject: string; readonly authentication: () => string },
  operatorEmail: string,
): MailJudgement => {
  const reference = referenceIn(mail.subject);
  if (reference === undefined) return { kind: 'other' };
  if (addressIn(mail.from) !== operatorEmail.toLowerCase()) return { kind: 'notFromRoster' };
  return failed(mail.authentication()) ? { kind: 'forged' } : { kind: 'request', reference };
};
