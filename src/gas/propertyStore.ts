import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { fail, ok } from '../core/base/Result';
import { storeBytes, valueBytes } from '../core/base/storeLimits';
import { utf8 } from '../core/base/utf8';
import { attempt } from './attempt';

export interface PropertyStore {
  get(key: string): string | undefined;
  all(): Readonly<Record<string, string>>;
  set(key: string, value: string): Result<void>;
  setAll(values: Readonly<Record<string, string>>): Result<void>;
  delete(key: string): void;
}

/**
 * A store over one of the property stores. `open` is called once, at the first use. A value that is too big is refused before
 * anything is written; that the store is full is the platform's answer (asking first would cost a read of everything).
 */
export const propertyStore = (open: () => GoogleAppsScript.Properties.Properties): PropertyStore => {
  let opened: GoogleAppsScript.Properties.Properties | undefined;
  const properties = (): GoogleAppsScript.Properties.Properties => (opened ??= open());

  const check = (values: Readonly<Record<string, string>>): Result<void> => {
    let total = 0;
    for (const key of Object.keys(values)) {
      const bytes = utf8(values[key] ?? '').length;
      if (bytes > valueBytes) return fail(problem('platform.valueTooBig', { key, bytes, limit: valueBytes }));
      total += bytes + utf8(key).length;
    }
    return total > storeBytes ? fail(problem('platform.storeFull', { bytes: total, limit: storeBytes })) : ok(undefined);
  };

  const write = (values: Readonly<Record<string, string>>, work: () => void): Result<void> => {
    const checked = check(values);
    return checked.ok ? attempt(work) : checked;
  };

  return {
    get: (key) => properties().getProperty(key) ?? undefined,
    all: () => properties().getProperties(),
    set: (key, value) => write({ [key]: value }, () => void properties().setProperty(key, value)),
    setAll: (values) => write(values, () => void properties().setProperties({ ...values }, false)),
    delete: (key) => void properties().deleteProperty(key),
  };
};
