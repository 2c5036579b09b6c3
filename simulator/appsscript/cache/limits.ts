/** Key, characters. https://developers.google.com/apps-script/reference/cache/cache */
export const CACHE_KEY_LENGTH = 250;
/** Value, bytes. https://developers.google.com/apps-script/reference/cache/cache */
export const CACHE_VALUE_SIZE = 100 * 1024;
/** Seconds an entry lives when the script does not say. https://developers.google.com/apps-script/reference/cache/cache */
export const CACHE_DEFAULT_SECONDS = 600;
/** Shortest and longest life of an entry, seconds. https://developers.google.com/apps-script/reference/cache/cache */
export const CACHE_MIN_SECONDS = 1;
export const CACHE_MAX_SECONDS = 21_600;
/** Entries of one cache; past it those farthest from expiry stay. https://developers.google.com/apps-script/reference/cache/cache */
export const CACHE_ENTRIES = 1000;
export const CACHE_ENTRIES_KEPT = 900;
