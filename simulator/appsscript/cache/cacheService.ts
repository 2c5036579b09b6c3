import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import type { CacheStore } from './CacheStore';
import { CACHE_DEFAULT_SECONDS, CACHE_KEY_LENGTH, CACHE_MAX_SECONDS, CACHE_MIN_SECONDS, CACHE_VALUE_SIZE } from './limits';

/** `CacheService` (https://developers.google.com/apps-script/reference/cache). No document cache: the script has no document. */
export const cacheService = (execution: Execution): object =>
  strict('CacheService', {
    getScriptCache: () => cache(execution, execution.project.scriptCache),
    getUserCache: () => cache(execution, execution.project.userCache(execution.effectiveUser.id)),
    getDocumentCache: () => null,
  });

const cache = (execution: Execution, store: CacheStore): object => {
  const checkKey = (member: string, key: unknown, args: readonly unknown[]): string => {
    if (typeof key !== 'string') throw badArguments(execution, `Cache.${member}`, args);
    if (key.length > CACHE_KEY_LENGTH) throw execution.exception('Argument too large: key');
    return key;
  };
  const checkValue = (value: unknown): string => {
    const text = String(value ?? null);
    if (Buffer.byteLength(text) > CACHE_VALUE_SIZE) throw execution.exception('Argument too large: value');
    return text;
  };
  const checkSeconds = (seconds: unknown): number => {
    if (seconds === undefined || seconds === null) return CACHE_DEFAULT_SECONDS;
    if (typeof seconds === 'number' && seconds >= CACHE_MIN_SECONDS && seconds <= CACHE_MAX_SECONDS) return Math.floor(seconds);
    throw execution.exception('Invalid argument: expirationInSeconds');
  };
  const keysOf = (member: string, args: readonly unknown[]): string[] => {
    if (!Array.isArray(args[0])) throw badArguments(execution, `Cache.${member}`, args);
    return args[0].map((key) => checkKey(member, key, args));
  };
  return strict('Cache', {
    get: (...args: unknown[]) => {
      const key = checkKey('get', args[0], args);
      return execution.call('CacheService.get', {}, () => store.get(key) ?? null);
    },
    getAll: (...args: unknown[]) => {
      const keys = keysOf('getAll', args);
      const found = () => keys.flatMap((key) => (store.get(key) === undefined ? [] : [[key, store.get(key)] as const]));
      return execution.call('CacheService.getAll', {}, () => execution.realm.value(Object.fromEntries(found())));
    },
    put: (...args: unknown[]) => {
      if (args.length < 2) throw badArguments(execution, 'Cache.put', args);
      const [key, value, seconds] = [checkKey('put', args[0], args), checkValue(args[1]), checkSeconds(args[2])];
      execution.call('CacheService.put', {}, () => store.put(key, value, seconds));
    },
    putAll: (...args: unknown[]) => {
      if (typeof args[0] !== 'object' || args[0] === null) throw badArguments(execution, 'Cache.putAll', args);
      const values = Object.entries(args[0]).map(([key, value]) => [checkKey('putAll', key, args), checkValue(value)] as const);
      const seconds = checkSeconds(args[1]);
      execution.call('CacheService.putAll', {}, () => values.forEach(([key, value]) => store.put(key, value, seconds)));
    },
    remove: (...args: unknown[]) => {
      const key = checkKey('remove', args[0], args);
      execution.call('CacheService.remove', {}, () => store.remove([key]));
    },
    removeAll: (...args: unknown[]) => {
      const keys = keysOf('removeAll', args);
      execution.call('CacheService.removeAll', {}, () => store.remove(keys));
    },
  });
};
