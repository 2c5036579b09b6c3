import { isStrict } from './strict';

/** A value as it crosses between a page and the script, or the path to what may not cross. */
export type Carried = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly path: string };

/**
 * Between page and script only numbers, texts, true/false, null and plain objects and arrays of these can go; a Date, a function or a service
 * object cannot (https://developers.google.com/apps-script/guides/html/reference/run).
 */
export const carried = (value: unknown, path = ''): Carried => {
  if (value === null || value === undefined) return { ok: true, value: null };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { ok: true, value };
  const refused: Carried = { ok: false, path };
  if (typeof value !== 'object' || isStrict(value)) return refused;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const copy = carried(item, join(path, index));
      if (!copy.ok) return copy;
      items.push(copy.value);
    }
    return { ok: true, value: items };
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return refused;
  const fields: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const copy = carried(item, join(path, name));
    if (!copy.ok) return copy;
    fields[name] = copy.value;
  }
  return { ok: true, value: fields };
};

const join = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
