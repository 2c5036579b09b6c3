import type { RecordedExchange } from './checkExchange';

/**
 * What is left of a value when everything is gone that no description looks at: names of members, kinds of values, words of
 * enums, the form of texts, each kind of list item once. Two values of one shape are right or wrong together.
 */
export function shapeOf(value: unknown): string {
  if (typeof value === 'string') return formOf(value);
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (value === null || typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`;
  const members = Object.entries(value).map(([name, member]) => `${name}:${shapeOf(member)}`);
  return `{${members.sort().join()}}`;
}

/** One key for the exchanges of which one is enough to be checked. */
export function shapeOfExchange({ operation, request, response, caller }: RecordedExchange): string {
  const scopes = [...(caller?.scopes ?? [])].sort().join();
  const bodies = [request.body, response.body].map((body) => shapeOf(parsed(body)));
  return [operation.id, request.method, shapeOfAddress(request.url), response.status, scopes, ...bodies].join(' ');
}

/** Parameters whose values are free text; the values of the others are kept. */
const FREE = new Set(['pageToken', 'syncToken', 'query', 'resourceNames']);

function shapeOfAddress(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  const query = [...searchParams].map(([name, value]) => `${name}=${FREE.has(name) ? shapeOf(value) : value}`);
  return `${origin}${decodeURIComponent(pathname).split('/').map(formOf).join('/')}?${query.join('&')}`;
}

/** Words of enums stay as they are, letters become one letter, every digit a 0, and what looks encoded is only that. */
function formOf(text: string): string {
  if (/^[A-Z][A-Z_]*$/.test(text)) return text;
  const readable = text.replace(/[\w%+/-]{16,}(=*)/g, (run, end: string) => (/\d/.test(run) && /[A-Za-z]/.test(run) ? `a0${end}` : run));
  return readable.replace(/[\p{L}\p{M}]+/gu, 'a').replace(/\d/g, '0');
}

function parsed(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}
