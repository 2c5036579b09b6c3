import type { Environment } from '../Environment';
import { chunkText } from '../../core/base/chunkText';

/** A cached value takes 100 KB (https://developers.google.com/apps-script/reference/cache/cache); a character may take 3 bytes. */
const partLength = 33000;
/** Directory lookups of one person are kept this long. */
export const cacheSeconds = 600;

/** Keeps a long text in the person's cache. It may be forgotten at any time. */
export const putCached = (env: Environment, key: string, text: string): void => {
  const parts = chunkText(text, partLength);
  parts.forEach((part, index) => env.cache.put(`${key}.${index}`, part, cacheSeconds));
  env.cache.put(key, String(parts.length), cacheSeconds);
};

export const getCached = (env: Environment, key: string): string | undefined => {
  const parts = Number(env.cache.get(key) ?? '0');
  if (!(parts > 0)) return undefined;
  let text = '';
  for (let index = 0; index < parts; index += 1) {
    const part = env.cache.get(`${key}.${index}`);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
};
