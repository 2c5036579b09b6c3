import type { DirectoryChange } from '../users/UserChange';

/**
 * Milliseconds from one new member of a space, or five of any spaces, to the next: a second
 * (https://developers.google.com/workspace/chat/limits), and what the engine waits beside it.
 */
const between = 1150;

/** Milliseconds that adding members takes, though all users go side by side. */
export const timeOfSpaces = (changes: readonly DirectoryChange[]): number => {
  const members = new Map<string, number>();
  for (const change of changes) if ('space' in change) members.set(change.space, (members.get(change.space) ?? 0) + 1);
  const all = [...members.values()].reduce((sum, one) => sum + one, 0);
  return Math.max(0, Math.ceil(all / 5), ...members.values()) * between;
};
