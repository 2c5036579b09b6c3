import type { ApiError } from './ApiError';
import { headerOf, type HttpRequest } from './HttpRequest';
import type { Operation } from './Operation';
import { invalidFields, invalidJson, invalidParameter, unknownField, unknownParameter } from './requestErrors';
import { FieldsSyntaxError, selectFields } from './selectFields';

/** Query parameters that every Google API understands (https://cloud.google.com/apis/docs/system-parameters). */
const COMMON = new Set([
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
]);

/** Verbs whose methods have no request message (https://cloud.google.com/endpoints/docs/grpc/transcoding). */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'DELETE']);

export type QueryValues = Record<string, readonly string[]>;

export function readQuery(url: URL): QueryValues {
  const query: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams) (query[name] ??= []).push(value);
  return query;
}

/** Every parameter must be the operation's or a common one; only JSON answers are simulated; `fields` must be readable. */
export function checkQuery(operation: Operation, query: QueryValues): ApiError | undefined {
  const unknown = Object.keys(query).find((name) => !operation.query.includes(name) && !COMMON.has(name));
  if (unknown !== undefined) return unknownParameter(operation, unknown);
  const alt = query['alt']?.at(-1);
  if (alt !== undefined && alt !== 'json') return invalidParameter(operation, 'alt', 'TYPE_ENUM', alt);
  const selector = query['fields']?.at(-1);
  if (selector === undefined || selector === '') return undefined;
  try {
    selectFields({}, selector);
    return undefined;
  } catch (error) {
    if (error instanceof FieldsSyntaxError) return invalidFields(operation, selector, error.path);
    throw error;
  }
}

/** A parsed body, or the refusal. A missing body is an empty message; a method that reads its address only takes no field. */
export function readBody(operation: Operation, request: HttpRequest): { readonly value: unknown } | { readonly error: ApiError } {
  const text = request.body;
  const type = headerOf(request.headers, 'content-type') ?? '';
  const isForm = /^application\/x-www-form-urlencoded/i.test(type);
  if (operation.form && isForm) return { value: Object.fromEntries(new URLSearchParams(text)) };
  if (text.trim() === '') return { value: {} };
  // A JSON text under the form type (what UrlFetchApp sends by default) is read as the name of a parameter.
  if (isForm) return { error: unknownParameter(operation, [...new URLSearchParams(text).keys()][0] ?? text) };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const field = BODILESS.has(operation.verb) ? Object.keys(value)[0] : undefined;
      return field === undefined ? { value } : { error: unknownField(operation, field) };
    }
  } catch {
    // falls through: not JSON
  }
  return { error: invalidJson(operation, text) };
}
