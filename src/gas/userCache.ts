import { translateException } from './translateException';
import { utf8 } from '../core/base/utf8';

/** Limits of https://developers.google.com/apps-script/reference/cache/cache: 250 characters a key, 100 KB a value, 6 hours. */
const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const LONGEST_SECONDS = 21_600;

export interface UserCache {
  get(key: string): string | undefined;
  put(key: string, value: string, seconds: number): void;
}

/**
 * The cache of the person at the keyboard. It may forget at any time, so what does not fit is not kept, and a cache that does
 * not answer counts as empty.
 */
export const userCache = (): UserCache => {
  let opened: GoogleAppsScript.Cache.Cache | undefined;
  const cache = (): GoogleAppsScript.Cache.Cache => (opened ??= CacheService.getUserCache());
  const tolerant = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (thrown) {
      if (translateException(thrown) === undefined) throw thrown;
      return undefined;
    }
  };
  return {
    get: (key) => tolerant(() => cache().get(key)) ?? undefined,
    put: (key, value, seconds) => {
      if (key.length > KEY_CHARACTERS || utf8(value).length > VALUE_BYTES) return;
      tolerant(() => cache().put(key, value, Math.min(LONGEST_SECONDS, Math.max(1, Math.round(seconds)))));
    },
  };
};
