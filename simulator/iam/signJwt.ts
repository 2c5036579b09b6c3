import type { Operation } from '../network/Operation';
import { JWT_LIFETIME_SECONDS } from './limits';
import { signedJwt } from './signedJwt';
import { invalid, usableAccount } from './usableAccount';

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
    const account = usableAccount(call, [...delegates, call.path['name'] ?? ''], 'iam.serviceAccounts.signJwt');
    checkClaims(payload, call.now);
    return signedJwt(account.email, payload);
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
