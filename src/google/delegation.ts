import { problem, type Problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import type { Call, Subject, Task } from './Call';
import { readClaims } from './readClaims';
import { call } from './request';

/** How the operator obtains tokens for other users: no private key anywhere. */
export interface Delegation {
  /** Address of the service account. */
  readonly serviceAccount: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const TOKEN_URL = 'https://oauth2.googleapis.com/token';

/** Longer than any slice; the endpoint allows an hour (https://developers.google.com/identity/protocols/oauth2/service-account). */
const LIFETIME_SECONDS = 3600;

/** A clock that runs a little ahead of Google's would make the request come from the future. */
const CLOCK_TOLERANCE_SECONDS = 10;

/**
 * A subject that acts as this user with exactly one scope, so that a grant that is missing elsewhere stops nothing here.
 * Two calls: IAM signs as the service account (https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt),
 * the token endpoint exchanges. `primaryEmail` must be the current one.
 */
export function* delegatedSubject(
  delegation: Delegation,
  user: { readonly id: string; readonly primaryEmail: string },
  scope: string,
): Task<Result<Subject>> {
  const { serviceAccount } = delegation;
  const issued = Math.floor(delegation.now() / 1000) - CLOCK_TOLERANCE_SECONDS;
  const claims = { iss: serviceAccount, sub: user.primaryEmail, scope, aud: TOKEN_URL, iat: issued, exp: issued + LIFETIME_SECONDS };
  const signed = yield* call<{ readonly signedJwt?: string }>(
    'iamcredentials.projects.serviceAccounts.signJwt',
    { kind: 'self' },
    {
      path: { name: `projects/-/serviceAccounts/${serviceAccount}` },
      body: { payload: JSON.stringify(claims) },
    },
  );
  if (!signed.ok) return fail(withContext(signed.problem, serviceAccount, scope));
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: signed.value.signedJwt ?? '' };
  const token = yield* call<{ readonly access_token?: string }>('oauth2.token', { kind: 'none' }, { body: form, encoding: 'form' });
  if (!token.ok && token.problem.code === 'google.delegationNotGranted')
    return fail(yield* notGranted(token.problem, serviceAccount, scope));
  if (!token.ok) return fail(withContext(token.problem, serviceAccount, scope));
  if (token.value.access_token === undefined) return fail(problem('google.unexpected', { operation: 'oauth2.token' }));
  return ok({ kind: 'user', userId: user.id, token: token.value.access_token });
}

/**
 * Work as this user. When Google refuses the token in mid-run, which writes nothing, one new token is obtained and the
 * call sent again; a second refusal is the work's to report.
 */
export function* asUser<T>(
  delegation: Delegation,
  user: { readonly id: string; readonly primaryEmail: string },
  scope: string,
  work: (as: Subject) => Task<Result<T>>,
): Task<Result<T>> {
  const first = yield* delegatedSubject(delegation, user, scope);
  if (!first.ok) return first;
  let fresh: Subject | undefined;
  let asked = false;
  const task = work(first.value);
  let step = task.next();
  while (step.done !== true) {
    const wanted = step.value;
    const renewed = (as: Subject | undefined): Call => (as === undefined || wanted.as.kind !== 'user' ? wanted : { ...wanted, as });
    let answer = yield renewed(fresh);
    if (!asked && wanted.as.kind === 'user' && answer.kind === 'answered' && answer.status === 401) {
      asked = true;
      const next = yield* delegatedSubject(delegation, user, scope);
      if (next.ok) {
        fresh = next.value;
        answer = yield renewed(fresh);
      }
    }
    step = task.next(answer);
  }
  return step.value;
}

/**
 * What an administrator has to paste: the client ID, which is the numeric id of the service account, and the scope. An ID token of the
 * account tells it (https://docs.cloud.google.com/docs/authentication/token-types#id-contents); it takes the role that signing takes.
 */
function* notGranted(found: Problem, serviceAccount: string, scope: string): Task<Problem> {
  const token = yield* call<{ readonly token?: string }>(
    'iamcredentials.projects.serviceAccounts.generateIdToken',
    { kind: 'self' },
    { path: { name: `projects/-/serviceAccounts/${serviceAccount}` }, body: { audience: TOKEN_URL } },
  );
  const clientId = token.ok ? String(readClaims(token.value.token ?? '')['sub'] ?? '') : '';
  const { message = '' } = found.data;
  return problem(found.code, clientId === '' ? { serviceAccount, scope, message } : { clientId, scope, message });
}

/** The wording names what has to be granted. */
const withContext = (found: Problem, serviceAccount: string, scope: string): Problem =>
  found.code.startsWith('google.') ? problem(found.code, { ...found.data, serviceAccount, scope }) : found;
