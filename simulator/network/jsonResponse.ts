import type { HttpResponse } from './HttpRequest';
import { NO_CONTENT } from './noContent';
import type { QueryValues } from './readRequest';
import { selectFields } from './selectFields';

/** Renders an answer as Google does: indented unless `prettyPrint=false`, reduced by `fields`, the resource's etag as a header. */
export function jsonResponse(
  status: number,
  answer: object,
  query: QueryValues,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  if (answer === NO_CONTENT) return { status: 204, headers: {}, body: '' };
  const selector = query['fields']?.at(-1);
  const shown = selector === undefined || selector === '' ? answer : selectFields(answer, selector);
  const pretty = query['prettyPrint']?.at(-1) !== 'false';
  const etag = (answer as { etag?: unknown }).etag;
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8', ...(typeof etag === 'string' ? { ETag: etag } : {}), ...headers },
    body: pretty ? `${JSON.stringify(shown, null, 2)}\n` : JSON.stringify(shown),
  };
}

/** An answer that comes from Google's front end and not from an API. */
export function htmlResponse(status: number, text: string): HttpResponse {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
    body: `<!DOCTYPE html>\n<html lang=en>\n<title>Error ${status}</title>\n<p><b>${status}.</b> <ins>That’s an error.</ins>\n<p>${text}\n`,
  };
}
