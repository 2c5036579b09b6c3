import { createSign } from 'node:crypto';
import type { ServiceAccount } from '../cloud/CloudState';
import { ApiError } from '../network/ApiError';
import type { Operation, OperationCall } from '../network/Operation';
import { JWT_LIFETIME_SECONDS } from './limits';
import { signingKey } from './signingKey';

const PERMISSION = 'iam.serviceAccounts.signJwt';

/**
 * Signs claims with a service account's Google-managed key. The caller holds Service Account Token Creator on it, or on
 * the first of `delegates`, each of which holds it on the next.
 */
export const signJwt: Operation = {
  id: 'iamcredentials.projects.serviceAccounts.signJwt',
  verb: 'POST',
  host: 'iamcredentials.googleapis.com',
  path: 'v1/{+name}:signJwt',
  patterns: { name: /^projects\/[^/]+\/serviceAccounts\/[^/]+$/ },
  query: [],
  scopes: ['https://www.googleapis.com/auth/cloud-platform'],
  effect: 'token',
  handle(call) {
    call.world.cloud.signings.charge(call.caller?.project ?? '', call.now);
    const { payload, delegates = [] } = readBody(call.body);
    const account = follow(call, [...delegates, call.path['name'] ?? '']);
    checkClaims(payload, call.now);
    const key = signingKey(account.email);
    const header = { alg: 'RS256', kid: key.keyId, typ: 'JWT' };
    const signed = `${base64url(JSON.stringify(header))}.${base64url(payload)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(key.privateKey, 'base64url');
    return { keyId: key.keyId, signedJwt: `${signed}.${signature}` };
  },
};

function readBody(body: unknown): { payload: string; delegates?: string[] } {
  const { payload, delegates, ...unknown } = body as Record<string, unknown>;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
  if (payload === undefined || payload === '') throw invalid('The payload is required.');
  if (typeof payload !== 'string') throw invalid(`Invalid value at 'payload' (TYPE_STRING)`);
  if (delegates !== undefined && !(Array.isArray(delegates) && delegates.every((one) => typeof one === 'string'))) {
    throw invalid(`Invalid value at 'delegates' (TYPE_STRING)`);
  }
  return { payload, ...(delegates === undefined ? {} : { delegates: delegates as string[] }) };
}

/** Walks the delegation chain; the last one signs. */
function follow(call: OperationCall, names: readonly string[]): ServiceAccount {
  let holder = call.caller?.userId ?? '';
  let account: ServiceAccount | undefined;
  for (const name of names) {
    const [, project, key = ''] = /^projects\/([^/]+)\/serviceAccounts\/([^/]+)$/.exec(name) ?? [];
    if (project !== '-') throw invalid('Request contains an invalid argument.');
    account = call.world.cloud.serviceAccount(key);
    if (account === undefined)
      throw new ApiError({ code: 404, message: 'Not found; Gaia id not found for email ' + key, status: 'NOT_FOUND' });
    if (!creates(call, account, holder)) throw denied();
    holder = account.email;
  }
  if (account === undefined || account.disabled)
    throw new ApiError({ code: 400, message: 'Service account is disabled.', status: 'FAILED_PRECONDITION' });
  return account;
}

/** Grants name user ids, or addresses of users or service accounts. */
function creates(call: OperationCall, account: ServiceAccount, holder: string): boolean {
  const email = call.world.directory.userById(holder)?.primaryEmail;
  return account.tokenCreators.has(holder) || (email !== undefined && account.tokenCreators.has(email));
}

function checkClaims(payload: string, now: number): void {
  let claims: unknown;
  try {
    claims = JSON.parse(payload);
  } catch {
    claims = undefined;
  }
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) throw invalid('Payload is not a valid JSON object.');
  const { exp } = claims as { exp?: unknown };
  if (exp === undefined) return;
  const seconds = now / 1000;
  if (!Number.isInteger(exp) || (exp as number) <= seconds || (exp as number) > seconds + JWT_LIFETIME_SECONDS) {
    throw invalid('The exp claim must be an integer timestamp that is in the future and at most 12 hours away.');
  }
}

function invalid(message: string): ApiError {
  return new ApiError({ code: 400, message, status: 'INVALID_ARGUMENT' });
}

function denied(): ApiError {
  return new ApiError({
    code: 403,
    message: `Permission '${PERMISSION}' denied on resource (or it may not exist).`,
    status: 'PERMISSION_DENIED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission: PERMISSION },
      },
    ],
  });
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
