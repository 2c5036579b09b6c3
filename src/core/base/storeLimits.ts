import { utf8 } from './utf8';

/** 9 KB a value (https://developers.google.com/apps-script/guides/services/quotas). */
export const valueBytes = 9 * 1024;
/** 500 KB a property store, keys and values; same page. */
export const storeBytes = 500 * 1024;

/** What one look for work writes before it clears anything away: the lease, the journal, notes. */
const roomForWork = 4 * 1024;

/** Whether a store with these values has no room left for a look for work. */
export const isStoreFull = (all: Readonly<Record<string, string>>): boolean => {
  const texts = Object.keys(all).map((key) => key + (all[key] ?? ''));
  const most = storeBytes - roomForWork;
  // A character takes three bytes at most: nearly always that is enough to know.
  if (3 * texts.reduce((sum, text) => sum + text.length, 0) <= most) return false;
  return texts.reduce((sum, text) => sum + utf8(text).length, 0) > most;
};
