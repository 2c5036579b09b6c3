import { utf8 } from './utf8';

/** 9 KB a value (https://developers.google.com/apps-script/guides/services/quotas). */
export const valueBytes = 9 * 1024;
/** 500 KB a property store, keys and values; same page. */
export const storeBytes = 500 * 1024;

/** What one look for work writes before it clears anything away: the lease, the journal, notes. */
const roomForWork = 4 * 1024;

const lengthOf = (all: Readonly<Record<string, string>>): number =>
  Object.keys(all).reduce((sum, key) => sum + key.length + (all[key] ?? '').length, 0);

/** Bytes that keys and values take. */
export const bytesOf = (all: Readonly<Record<string, string>>): number =>
  Object.keys(all).reduce((sum, key) => sum + utf8(key + (all[key] ?? '')).length, 0);

/** Whether a store with these values has no room left for a look for work. */
export const isStoreFull = (all: Readonly<Record<string, string>>): boolean => {
  const most = storeBytes - roomForWork;
  // A character takes three bytes at most: nearly always that is enough to know.
  return 3 * lengthOf(all) > most && bytesOf(all) > most;
};

/** From when on people are told that it fills up. */
const manyPercent = 80;

/** How full a store is, in percent; undefined while there is plenty of room. */
export const fillingPercent = (all: Readonly<Record<string, string>>): number | undefined => {
  if (3 * lengthOf(all) <= (storeBytes * manyPercent) / 100) return undefined;
  const percent = Math.floor((100 * bytesOf(all)) / storeBytes);
  return percent >= manyPercent ? percent : undefined;
};
