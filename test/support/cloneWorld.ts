/** What no execution changes in place; it may be large, or cannot be copied. */
const SHARED = new Set(['versions', 'routes', 'script', 'manifest', 'latency', 'faults', 'observers', 'handlers']);

/**
 * A copy of a whole object graph, identities kept: whatever happens to the copy, the original stays. Plain data, Maps, Sets and the
 * simulator's classes are copied; functions and members named in SHARED are handed over.
 */
export const cloneWorld = <T extends object>(root: T): T => {
  const copies = new Map<object, object>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      copies.set(value, list);
      for (const item of value) list.push(copy(item));
      return list;
    }
    if (value instanceof Map) {
      const map = new Map<unknown, unknown>();
      copies.set(value, map);
      for (const [key, item] of value) map.set(copy(key), copy(item));
      return map;
    }
    if (value instanceof Set) {
      const set = new Set<unknown>();
      copies.set(value, set);
      for (const item of value) set.add(copy(item));
      return set;
    }
    if (value instanceof Date) return new Date(value);
    const made = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
    copies.set(value, made);
    for (const [name, item] of Object.entries(value)) made[name] = SHARED.has(name) ? item : copy(item);
    return made;
  };
  return copy(root) as T;
};
