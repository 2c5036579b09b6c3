import type { Store } from '../../src/app/Environment';
import { ok } from '../../src/core/base/Result';

/** A property store in memory. */
export const memoryStore = (values: Record<string, string> = {}): Store & { readonly values: Record<string, string> } => ({
  values,
  get: (key) => values[key],
  all: () => ({ ...values }),
  set: (key, value) => {
    values[key] = value;
    return ok(undefined);
  },
  setAll: (all) => {
    Object.assign(values, all);
    return ok(undefined);
  },
  delete: (key) => {
    delete values[key];
  },
});
