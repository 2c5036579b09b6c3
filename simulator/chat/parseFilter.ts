export interface Comparison {
  /** In snake_case: `space_type`, `member.type`. */
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

export interface FilterGroup {
  readonly join: 'AND' | 'OR';
  readonly parts: readonly Filter[];
}

export type Filter = Comparison | FilterGroup;

const TOKEN = /\s*(?:([()])|(AND|OR)\b|([A-Za-z_.]+)\s*(!=|<=|>=|[=<>:])\s*"([^"]*)")/y;

/**
 * Filters of Chat's listings: comparisons with quoted values, AND, OR, parentheses
 * (https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces/search). AND beside OR needs parentheses. Undefined
 * when it cannot be read.
 */
export function parseFilter(text: string): Filter | undefined {
  let at = 0;
  const next = (): RegExpExecArray | undefined => {
    TOKEN.lastIndex = at;
    const hit = TOKEN.exec(text);
    if (hit !== null) at = TOKEN.lastIndex;
    return hit ?? undefined;
  };
  const peek = (pattern: RegExp): boolean => pattern.test(text.slice(at));

  const term = (): Filter | undefined => {
    const token = next();
    if (token?.[3] !== undefined) return { field: snake(token[3]), operator: token[4] ?? '', value: token[5] ?? '' };
    if (token?.[1] !== '(') return undefined;
    const inner = list();
    return next()?.[1] === ')' ? inner : undefined;
  };
  const list = (): Filter | undefined => {
    const parts: Filter[] = [];
    let join: FilterGroup['join'] | undefined;
    for (;;) {
      const part = term();
      if (part === undefined) return undefined;
      parts.push(part);
      if (!peek(/^\s*(AND|OR)\b/)) return parts.length === 1 ? part : { join: join ?? 'AND', parts };
      const word = next()?.[2] as FilterGroup['join'];
      if (join !== undefined && word !== join) return undefined;
      join = word;
    }
  };

  const read = list();
  return text.slice(at).trim() === '' ? read : undefined;
}

/** The filter as parts that must all hold. */
export function conjuncts(filter: Filter): readonly Filter[] {
  return 'join' in filter && filter.join === 'AND' ? filter.parts : [filter];
}

/** Its comparisons, wherever they stand. */
export function comparisonsOf(filter: Filter): Comparison[] {
  return 'join' in filter ? filter.parts.flatMap(comparisonsOf) : [filter];
}

/** Whether it holds, given what each comparison says. */
export function holdsFor(filter: Filter, test: (comparison: Comparison) => boolean): boolean {
  if (!('join' in filter)) return test(filter);
  return filter.join === 'AND' ? filter.parts.every((part) => holdsFor(part, test)) : filter.parts.some((part) => holdsFor(part, test));
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
