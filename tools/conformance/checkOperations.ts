import type { Descriptions, Violation } from './Descriptions';

/** What a table of operations says of one method: the simulator's, or the bundle's. */
export interface DeclaredOperation {
  readonly id: string;
  readonly verb: string;
  /** Scheme and host with a slash at the end. */
  readonly root: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly scopes: readonly string[];
}

export interface OperationsReport {
  readonly checked: number;
  /** Ids that no description has: the token endpoint. */
  readonly undescribed: readonly string[];
  readonly violations: readonly Violation[];
}

/** Endpoints that Google documents but does not describe (https://developers.google.com/identity/protocols/oauth2/service-account). */
const UNDESCRIBED = ['oauth2.token'];

/**
 * Compares declared operations with Google's descriptions: id, verb, address, query names (no invented ones) and scopes:
 * all of them (`scopes: 'all'`), or any subset.
 */
export function checkOperations(
  operations: readonly DeclaredOperation[],
  descriptions: Descriptions,
  scopes: 'all' | 'some',
): OperationsReport {
  const violations: Violation[] = [];
  const undescribed: string[] = [];
  for (const operation of operations) {
    const described = descriptions.method(operation.id);
    if (described === undefined) {
      undescribed.push(operation.id);
      if (!UNDESCRIBED.includes(operation.id)) violations.push({ where: operation.id, what: 'no such method' });
      continue;
    }
    const { document, method } = described;
    const found: string[] = [];
    if (operation.verb !== method.httpMethod) found.push(`verb is ${operation.verb}, described ${method.httpMethod}`);
    if (`${operation.root}${operation.path}` !== `${document.rootUrl}${document.servicePath}${method.path}`) {
      found.push(`address is ${operation.root}${operation.path}, described ${document.rootUrl}${document.servicePath}${method.path}`);
    }
    const parameters = Object.entries(method.parameters ?? {}).filter(([, parameter]) => parameter.location === 'query');
    for (const name of operation.query)
      if (!parameters.some(([known]) => known === name)) found.push(`query parameter "${name}" is not described`);
    for (const scope of operation.scopes) if (!method.scopes?.includes(scope)) found.push(`scope ${scope} is not accepted`);
    for (const scope of method.scopes ?? []) {
      if (scopes === 'all' && !operation.scopes.includes(scope)) found.push(`scope ${scope} is missing`);
    }
    if (operation.scopes.length === 0 && (method.scopes ?? []).length > 0) found.push('no scope is named');
    violations.push(...found.map((what) => ({ where: operation.id, what })));
  }
  return { checked: operations.length - undescribed.length, undescribed, violations };
}
