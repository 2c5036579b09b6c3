export interface QueryClause {
  /** Undefined for a bare value, which is compared from its start. */
  readonly field: string | undefined;
  readonly operator: '=' | ':' | 'prefix';
  readonly value: string;
}

const QUOTED = `'((?:\\\\.|[^'\\\\])*)'|"((?:\\\\.|[^"\\\\])*)"`;
const FIELDED = new RegExp(`\\s*([\\w.]+)\\s*(=|:)\\s*(?:${QUOTED}|([^\\s'"]\\S*))(\\*)?(?=\\s|$)`, 'y');
const BARE = new RegExp(`\\s*()()(?:${QUOTED}|([^\\s'"=:]+))(\\*)?(?=\\s|$)`, 'y');

/**
 * Clauses of a `query` parameter, joined by space = and; values with spaces in quotes, `\'` for a quote; `field:value*` is a
 * prefix (https://developers.google.com/workspace/admin/directory/v1/guides/search-users). Undefined when it cannot be read.
 */
export function parseQuery(query: string): QueryClause[] | undefined {
  const clauses: QueryClause[] = [];
  let at = 0;
  while (query.slice(at).trim() !== '') {
    FIELDED.lastIndex = BARE.lastIndex = at;
    const hit = FIELDED.exec(query) ?? BARE.exec(query);
    if (hit === null) return undefined;
    at += hit[0].length;
    const [, name, sign, single, double, bare, star] = hit;
    const field = name || undefined;
    const quoted = single ?? double;
    const isPrefix = field === undefined || (sign === ':' && (star !== undefined || (bare?.endsWith('*') ?? false)));
    const value = quoted === undefined ? (isPrefix ? (bare ?? '').replace(/\*$/, '') : (bare ?? '')) : quoted.replace(/\\(.)/g, '$1');
    clauses.push({ field, operator: isPrefix ? 'prefix' : sign === ':' ? ':' : '=', value });
  }
  return clauses;
}
