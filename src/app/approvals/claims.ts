import { decodeClaim, type Claim } from '../../core/approvals/Claim';
import type { Environment } from '../Environment';

const prefix = 'claim.';

/** Script property of what an officer decided about a request. */
export const claimKey = (requestId: string, officerId: string): string => `${prefix}${requestId}.${officerId}`;

export interface KeptClaim {
  readonly requestId: string;
  readonly officerId: string;
  readonly claim: Claim;
}

/** What officers decided, in the order of time; about one request, or about all. */
export const listClaims = (
  env: Environment,
  all: Readonly<Record<string, string>> = env.authority.all(),
  requestId?: string,
): KeptClaim[] =>
  Object.keys(all)
    .filter((key) => key.startsWith(requestId === undefined ? prefix : `${prefix}${requestId}.`))
    .flatMap((key): KeptClaim[] => {
      const [id = '', officerId = ''] = key.slice(prefix.length).split('.');
      const claim = decodeClaim(all[key]);
      return claim === undefined ? [] : [{ requestId: id, officerId, claim }];
    })
    .sort((a, b) => a.claim.at - b.claim.at || (a.officerId < b.officerId ? -1 : 1));

export const readClaim = (
  env: Environment,
  requestId: string,
  officerId: string,
  all?: Readonly<Record<string, string>>,
): Claim | undefined => {
  const key = claimKey(requestId, officerId);
  return decodeClaim(all === undefined ? env.authority.get(key) : all[key]);
};

/** The person decided, and the operator did not refuse it. */
export const hasDecided = (env: Environment, requestId: string, officerId: string, all?: Readonly<Record<string, string>>): boolean => {
  const claim = readClaim(env, requestId, officerId, all);
  return claim !== undefined && claim.verified?.refused === undefined;
};

/** Claims that the operator has not looked at yet. */
export const openClaims = (env: Environment, all?: Readonly<Record<string, string>>, requestId?: string): KeptClaim[] =>
  listClaims(env, all, requestId).filter(({ claim }) => claim.verified === undefined);
