import { canonicalJson } from '../base/canonicalJson';
import type { DirectoryChange } from './UserChange';

/** Changes of one target, as a preview stores them and a decision binds them. */
export const packChanges = (changes: readonly DirectoryChange[]): string => JSON.stringify(changes);

/** None when the text is none that `packChanges` made. */
export const unpackChanges = (packed: string): readonly DirectoryChange[] => {
  try {
    const value: unknown = JSON.parse(packed);
    return Array.isArray(value) ? (value as readonly DirectoryChange[]) : [];
  } catch {
    return [];
  }
};

/** B1: whether each of these is among the named ones, with what was there before. */
export const areNamed = (changes: readonly DirectoryChange[], named: readonly DirectoryChange[]): boolean => {
  const known = new Set(named.map((change) => canonicalJson(change)));
  return changes.every((change) => known.has(canonicalJson(change)));
};
