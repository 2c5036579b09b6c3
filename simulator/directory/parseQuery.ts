export interface QueryClause {
  /** Undefined for a bare value, which is compared from its start. */
  readonly field: string | undefined;
  readonly operator: '=' | ':' | 'prefix';
  readonly value: string;
}

const CLAUSE = /\s*(?:([\w.]+)\s*(=|:)\s*)?(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|([^\s'"=:][^\s]*))(\*)?(?=\s|$)/y;

/**
 * Clauses of a `query` parameter, joined by space = and; values with spaces in quotes, `\'` for a quote; `field:value*` is a
 * prefix (https://developers.google.com/workspace/admin/directory/v1/guides/search-users). Undefined when it cannot be read.
 */
export function parseQuery(query: string): QueryClause[] | undefined {
  const clauses: QueryClause[] = [];
  CLAUSE.lastIndex = 0;
  while (query.slice(CLAUSE.lastIndex).trim() !== '') {
    const hit = CLAUSE.exec(query);
    if (hit === null) return undefined;
    const [, field, sign, single, double, bare, star] = hit;
    const quoted = single ?? double;
    const isPrefix = field === undefined || (sign === ':' && (star !== undefined || (bare?.endsWith('*') ?? false)));
    const value = quoted === undefined ? (isPrefix ? (bare ?? '').replace(/\*$/, '') : (bare ?? '')) : quoted.replace(/\\(.)/g, '$1');
    clauses.push({ field, operator: isPrefix ? 'prefix' : sign === ':' ? ':' : '=', value });
  }
  return clauses;
}
