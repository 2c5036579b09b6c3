import type { Reader } from './Reader';

/** A state that every person can read: no rule broken, nothing cut at 320 pixels. */
export const readable = async (reader: Reader, name: string): Promise<void> => {
  expect(await reader.violations()).toEqual([]);
  await reader.shot(name);
  await reader.page.setViewportSize({ width: 320, height: 640 });
  expect(await reader.overflow()).toBe(0);
  await reader.page.setViewportSize({ width: 1024, height: 768 });
};
