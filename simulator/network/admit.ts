import type { World } from '../World';
import type { ApiError } from './ApiError';
import { apiHost } from './apiHosts';
import { headerOf, type HttpRequest } from './HttpRequest';
import type { Operation, Principal } from './Operation';
import type { QueryValues } from './readRequest';
import { apiDisabled, insufficientScopes, invalidCredential, missingCredential } from './requestErrors';

export interface Admission {
  /** Whose token it is, also when the request is refused afterwards. */
  readonly caller: Principal | undefined;
  readonly error?: ApiError;
}

/** Authentication, then the API of the token's project, then the scopes. Operations without scopes take no token. */
export function admit(world: World, operation: Operation, request: HttpRequest, query: QueryValues): Admission {
  if (operation.scopes.length === 0) return { caller: undefined };
  const token = tokenOf(request, query);
  if (token === undefined) return { caller: undefined, error: missingCredential(operation) };
  const caller = world.cloud.principalOf(token, world.clock.now());
  if (caller === undefined) return { caller, error: invalidCredential(operation) };
  if (apiHost(operation.host).title !== undefined && !world.cloud.isApiEnabled(caller.project, operation.host)) {
    return { caller, error: apiDisabled(operation, caller.project) };
  }
  if (!operation.scopes.some((scope) => caller.scopes.has(scope))) return { caller, error: insufficientScopes(operation) };
  return { caller };
}

function tokenOf(request: HttpRequest, query: QueryValues): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headerOf(request.headers, 'authorization') ?? '')?.[1];
  return bearer ?? query['access_token']?.at(-1) ?? query['oauth_token']?.at(-1);
}
