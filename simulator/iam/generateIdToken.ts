import type { Operation } from '../network/Operation';
import { signedJwt } from './signedJwt';
import { invalid, usableAccount } from './usableAccount';

const HOUR_SECONDS = 3600;

/**
 * An ID token of a service account: `sub` and `azp` are its numeric id
 * (https://docs.cloud.google.com/docs/authentication/token-types#id-contents). Google signs it with a key of its own; here it is the
 * account's, which nobody checks.
 */
export const generateIdToken: Operation = {
  id: 'iamcredentials.projects.serviceAccounts.generateIdToken',
  verb: 'POST',
  host: 'iamcredentials.googleapis.com',
  path: 'v1/{+name}:generateIdToken',
  patterns: { name: /^projects\/[^/]+\/serviceAccounts\/[^/]+$/ },
  query: [],
  scopes: ['https://www.googleapis.com/auth/cloud-platform'],
  effect: 'token',
  handle(call) {
    call.world.cloud.signings.charge(call.caller?.project ?? '', call.now);
    const { audience, delegates = [], includeEmail = false, ...unknown } = call.body as Record<string, unknown>;
    const [name] = Object.keys(unknown);
    if (name !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
    if (typeof audience !== 'string' || audience === '') throw invalid('The audience is required.');
    if (!Array.isArray(delegates)) throw invalid(`Invalid value at 'delegates' (TYPE_STRING)`);
    const account = usableAccount(call, [...(delegates as string[]), call.path['name'] ?? ''], 'iam.serviceAccounts.getOpenIdToken');
    const issued = Math.floor(call.now / 1000);
    const claims = {
      aud: audience,
      azp: account.clientId,
      ...(includeEmail === true ? { email: account.email, email_verified: true } : {}),
      exp: issued + HOUR_SECONDS,
      iat: issued,
      iss: 'https://accounts.google.com',
      sub: account.clientId,
    };
    return { token: signedJwt(account.email, JSON.stringify(claims)).signedJwt };
  },
};
