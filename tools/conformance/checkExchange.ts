import type { Descriptions, DescribedMethod, Violation } from './Descriptions';
import type { DiscoveryParameter } from './DiscoveryDocument';
import { fieldsFaults } from './fieldsFaults';
import { schemaOf } from './schemaOf';

/** One request to a Google API with its answer, as the simulator's network shows it to observers. */
export interface RecordedExchange {
  readonly operation: { readonly id: string };
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly caller: { readonly scopes: ReadonlySet<string> } | undefined;
}

/** Compares one exchange with Google's description; `undefined` when no description has the method. */
export function checkExchange(exchange: RecordedExchange, descriptions: Descriptions): Violation[] | undefined {
  const described = descriptions.method(exchange.operation.id);
  if (described === undefined) return undefined;
  const found = [
    ...addressFaults(exchange, described),
    ...scopeFaults(exchange, described),
    ...bodyFaults('request', exchange.request.body, described.method.request?.$ref, described, descriptions),
    ...answerFaults(exchange, described, descriptions),
  ];
  return found.map((what) => ({
    where: `${exchange.operation.id} (${exchange.request.method} ${exchange.request.url.slice(0, 200)})`,
    what,
  }));
}

/** https://cloud.google.com/apis/design/errors: UNAUTHENTICATED, PERMISSION_DENIED. */
const REFUSED: ReadonlySet<number> = new Set([401, 403]);

function addressFaults({ request }: RecordedExchange, { document, method }: DescribedMethod): string[] {
  const url = new URL(request.url);
  const parameters = { ...document.parameters, ...method.parameters };
  const found: string[] = [];
  if (request.method.toUpperCase() !== method.httpMethod) found.push(`verb is ${request.method}, described ${method.httpMethod}`);
  const path = pathValues(`${document.rootUrl}${document.servicePath}${method.path}`, `${url.origin}${url.pathname}`);
  if (path === undefined) found.push(`address does not fit ${document.rootUrl}${document.servicePath}${method.path}`);
  for (const [name, value] of Object.entries(path ?? {})) {
    const parameter = parameters[name];
    if (parameter?.location !== 'path') found.push(`path parameter "${name}" is not described`);
    else found.push(...valueFaults(name, value, parameter));
  }
  for (const name of new Set(url.searchParams.keys())) {
    const parameter = parameters[name];
    const values = url.searchParams.getAll(name);
    if (parameter?.location !== 'query') found.push(`query parameter "${name}" is not described`);
    else if (values.length > 1 && !parameter.repeated) found.push(`query parameter "${name}" is given ${values.length} times`);
    else found.push(...values.flatMap((value) => valueFaults(name, value, parameter)));
    if (name === 'fields') found.push(...values.flatMap((value) => fieldsFaults(value, method.response?.$ref, document)));
  }
  for (const [name, parameter] of Object.entries(method.parameters ?? {})) {
    if (parameter.required && parameter.location === 'query' && !url.searchParams.has(name))
      found.push(`query parameter "${name}" is missing`);
  }
  return found;
}

/** Values of a URI template's expressions in an address, decoded; undefined when it does not fit. */
function pathValues(template: string, address: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = template
    .split(/(\{\+?\w+\})/)
    .map((part) => {
      const [, reserved, name] = /^\{(\+?)(\w+)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return reserved === '+' ? '(.+)' : '([^/]+)';
    })
    .join('');
  const hit = new RegExp(`^${source}$`).exec(address);
  return hit === null ? undefined : Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(hit[i + 1] ?? '')]));
}

function valueFaults(name: string, value: string, parameter: DiscoveryParameter): string[] {
  const schema = schemaOf(parameter) as { enum?: readonly string[]; pattern?: string };
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`"${name}" must be one of ${schema.enum.join(', ')}, is "${value}"`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return [`"${name}" does not fit ${schema.pattern}: "${value}"`];
  if (parameter.type === 'boolean' && value !== 'true' && value !== 'false') return [`"${name}" must be true or false, is "${value}"`];
  if (parameter.type !== 'integer') return [];
  if (!/^-?\d+$/.test(value)) return [`"${name}" must be an integer, is "${value}"`];
  const [low, high] = [Number(parameter.minimum ?? -Infinity), Number(parameter.maximum ?? Infinity)];
  return Number(value) < low || Number(value) > high ? [`"${name}" must be between ${low} and ${high}, is ${value}`] : [];
}

/** A caller without the scope must have been refused: somebody can take a permission back. */
function scopeFaults({ caller, response }: RecordedExchange, { method }: DescribedMethod): string[] {
  const accepted = method.scopes ?? [];
  if (accepted.length === 0 || REFUSED.has(response.status) || accepted.some((scope) => caller?.scopes.has(scope))) return [];
  return [`the token carries none of the scopes ${accepted.join(', ')}`];
}

function answerFaults({ response }: RecordedExchange, described: DescribedMethod, descriptions: Descriptions): string[] {
  if (response.status === 0) return [];
  if (response.status < 300) return bodyFaults('answer', response.body, described.method.response?.$ref, described, descriptions);
  return errorFaults(response.status, response.body);
}

function bodyFaults(
  side: 'request' | 'answer',
  text: string,
  type: string | undefined,
  described: DescribedMethod,
  descriptions: Descriptions,
): string[] {
  if (type === undefined) return text.trim() === '' || text.trim() === '{}' ? [] : [`${side} has a body, none is described`];
  if (text.trim() === '') return [`${side} has no body, described ${type}`];
  const value = parsed(text);
  if (value === undefined) return [`${side} is not JSON`];
  return descriptions.faults(described.document, type, value).map((fault) => `${side}: ${fault}`);
}

/** Error answers of Google's APIs (https://cloud.google.com/apis/design/errors); front ends may answer 5xx without JSON. */
function errorFaults(status: number, text: string): string[] {
  const body = parsed(text) as { error?: { code?: unknown; message?: unknown; status?: unknown; errors?: unknown } } | undefined;
  if (body === undefined) return status >= 500 ? [] : ['the error answer is not JSON'];
  if (body.error?.code !== status) return [`error.code is ${String(body.error?.code)}, the status ${status}`];
  if (typeof body.error.message !== 'string') return ['error.message is missing'];
  if (body.error.status === undefined && !Array.isArray(body.error.errors)) return ['the error has neither status nor errors'];
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
