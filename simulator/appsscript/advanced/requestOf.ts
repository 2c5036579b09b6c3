import type { HttpRequest } from '../../network/HttpRequest';
import type { Operation } from '../../network/Operation';
import type { Execution } from '../Execution';
import { notSimulated } from '../notSimulated';

/**
 * The HTTP request behind a call. Arguments in Google's order: request body, path parameters in the order of the address,
 * one object with the other parameters (https://developers.google.com/apps-script/guides/services/advanced#how_method_signatures_are_determined).
 */
export function requestOf(execution: Execution, operation: Operation, token: string, args: readonly unknown[]): HttpRequest {
  const names = [...operation.path.matchAll(/\{\+?(\w+)\}/g)].map((hit) => hit[1] ?? '');
  const required = names.length + (hasBody(operation) ? 1 : 0);
  if (args.length === required + 2) throw notSimulated('the headers argument of an advanced service is not simulated');
  if (args.length < required || args.length > required + 1) {
    throw execution.exception(`Invalid number of arguments provided. Expected ${required}-${required + 1} only`);
  }
  const [body, ...rest] = hasBody(operation) ? args : [undefined, ...args];
  const url = `https://${operation.host}/${fillPath(operation.path, names, rest)}${queryText(execution.realm.host(rest[names.length]))}`;
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (!hasBody(operation)) return { method: operation.verb, url, headers, body: '' };
  headers['Content-Type'] = 'application/json';
  return { method: operation.verb, url, headers, body: JSON.stringify(execution.realm.host(body) ?? {}) };
}

function fillPath(path: string, names: readonly string[], values: readonly unknown[]): string {
  return path.replace(/\{(\+?)(\w+)\}/g, (_whole, plus: string, name: string) => {
    const text = encodeURIComponent(String(values[names.indexOf(name)]));
    return plus === '+' ? text.replace(/%2F/g, '/') : text;
  });
}

/** Lists become repeated parameters; undefined and null are left out. */
function queryText(parameters: unknown): string {
  const pairs = Object.entries((parameters ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function hasBody(operation: Operation): boolean {
  return operation.verb !== 'GET' && operation.verb !== 'DELETE';
}
