/** A parsed `fields` selector: field name → what is wanted of it (undefined = everything). */
export interface Selection {
  readonly [name: string]: Selection | undefined;
}

/** The selector cannot be parsed; `path` is the part that is wrong. */
export class FieldsSyntaxError extends Error {
  constructor(readonly path: string) {
    super(`fields: ${path}`);
  }
}

/**
 * Partial responses: `a,b/c,items(id,name),*` (https://developers.google.com/workspace/drive/api/guides/fields-parameter,
 * https://cloud.google.com/apis/docs/system-parameters). Names that the answer does not have select nothing.
 */
export function selectFields(answer: unknown, selector: string): unknown {
  return prune(answer, parseFields(selector));
}

function prune(value: unknown, selection: Selection | undefined): unknown {
  if (selection === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => prune(item, selection));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (Object.hasOwn(selection, key)) out[key] = prune(item, selection[key]);
    else if (Object.hasOwn(selection, '*')) out[key] = prune(item, selection['*']);
  }
  return out;
}

/** Throws FieldsSyntaxError. */
export function parseFields(selector: string): Selection {
  let at = 0;
  const list = (closing: boolean): Selection => {
    const out: Record<string, Selection | undefined> = {};
    for (;;) {
      const [name, inner] = item();
      out[name] = name in out ? merge(out[name], inner) : inner;
      if (selector[at] === ',') at += 1;
      else if (closing && selector[at] === ')') return out;
      else if (!closing && at === selector.length) return out;
      else throw new FieldsSyntaxError(selector.slice(at) || selector);
    }
  };
  const item = (): [string, Selection | undefined] => {
    const hit = /^\s*([\w.$-]+|\*)\s*/.exec(selector.slice(at));
    if (hit === null) throw new FieldsSyntaxError(selector.slice(at));
    at += hit[0].length;
    const name = hit[1] ?? '';
    if (selector[at] === '/') {
      at += 1;
      const [child, inner] = item();
      return [name, { [child]: inner }];
    }
    if (selector[at] !== '(') return [name, undefined];
    at += 1;
    const inner = list(true);
    at += 1;
    while (selector[at] === ' ') at += 1;
    return [name, inner];
  };
  return list(false);
}

function merge(a: Selection | undefined, b: Selection | undefined): Selection | undefined {
  if (a === undefined || b === undefined) return undefined;
  const out: Record<string, Selection | undefined> = { ...a };
  for (const [name, inner] of Object.entries(b)) out[name] = name in out ? merge(out[name], inner) : inner;
  return out;
}
