import { createVerify } from 'node:crypto';
import type { ServiceAccount } from '../cloud/CloudState';
import { signingKey } from '../iam/signingKey';
import type { World } from '../World';
import { ASSERTION_SECONDS, CLOCK_SKEW_SECONDS } from './limits';
import { oauthError } from './oauthError';

export interface Assertion {
  readonly account: ServiceAccount;
  /** Undefined = the service account itself. */
  readonly subject: string | undefined;
  readonly scopes: readonly string[];
}

const AUDIENCES = [
  'https://oauth2.googleapis.com/token',
  'https://accounts.google.com/o/oauth2/token',
  'https://www.googleapis.com/oauth2/v4/token',
];

/** Verifies a signed JWT as the token endpoint does; what is wrong is thrown as its error answer. */
export function readAssertion(world: World, jwt: string, now: number): Assertion {
  const [head = '', body = '', signature = '', ...more] = jwt.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (header === undefined || claims === undefined || signature === '' || more.length > 0)
    throw oauthError('invalid_grant', 'Invalid JWT: Failed to parse.');
  const { iss, aud, iat, exp, sub, scope } = claims;
  if (typeof iss !== 'string') throw oauthError('invalid_grant', 'Invalid issuer: Not a service account.');
  const account = world.cloud.serviceAccount(iss);
  if (account === undefined) throw oauthError('invalid_grant', 'Invalid grant: account not found');
  if (header['alg'] !== 'RS256' || !isSigned(account, `${head}.${body}`, signature))
    throw oauthError('invalid_grant', 'Invalid JWT Signature.');
  if (account.disabled) throw oauthError('disabled_client', 'The OAuth client was disabled.', 401);
  if (typeof aud !== 'string' || !AUDIENCES.includes(aud))
    throw oauthError('invalid_grant', `Invalid JWT: Failed audience check. The right audience is ${AUDIENCES[0]}`);
  checkTimes(iat, exp, now);
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((one) => one !== '') : [];
  const wrong = scopes.filter((one) => !isScope(one));
  if (scopes.length === 0) throw oauthError('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  if (wrong.length > 0) throw oauthError('invalid_scope', `Some requested scopes were invalid. {invalid=[${wrong.join(', ')}]}`);
  return { account, subject: typeof sub === 'string' && sub !== '' ? sub : undefined, scopes };
}

function checkTimes(iat: unknown, exp: unknown, now: number): void {
  const seconds = now / 1000;
  const fits =
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    exp > iat &&
    exp - iat <= ASSERTION_SECONDS &&
    iat <= seconds + CLOCK_SKEW_SECONDS &&
    exp > seconds - CLOCK_SKEW_SECONDS;
  if (!fits) {
    throw oauthError(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
  }
}

function isSigned(account: ServiceAccount, text: string, signature: string): boolean {
  return createVerify('RSA-SHA256').update(text).verify(signingKey(account.email).publicKey, signature, 'base64url');
}

function isScope(scope: string): boolean {
  return (
    /^https:\/\/(www\.googleapis\.com\/auth\/[\w.]+|mail\.google\.com\/|www\.google\.com\/m8\/feeds\/?)$/.test(scope) ||
    ['openid', 'email', 'profile'].includes(scope)
  );
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
