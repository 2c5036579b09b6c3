import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import { takenFor } from '../directory/lookAlikes';
import { quoteCell } from './readCell';

/** Letters, digits, dashes, underscores, apostrophes and periods, 64 at most, no period at an end or twice (https://support.google.com/a/answer/9193374). */
const LOCAL = /^(?=.{1,64}$)[a-z0-9_'-]+(?:\.[a-z0-9_'-]+)*$/;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** The primary address that a new user shall have, lower case. Letters of another alphabet are refused, whatever they look like. */
export const parseNewAddress = (value: string): Result<string> => {
  const email = value.toLowerCase();
  const latin = takenFor(email);
  if (latin !== undefined) return fail(problem('users.addressTakenFor', { email: quoteCell(email), latin }));
  const [local = '', domain = '', ...more] = email.split('@');
  if (more.length > 0 || !LOCAL.test(local) || !DOMAIN.test(domain)) return fail(problem('users.addressForm', { text: quoteCell(value) }));
  return ok(email);
};
