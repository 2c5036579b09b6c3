import { explain } from './explain';
import type { Problem } from './Problem';

/** A problem in one line: what happened and what to do; blank when there is none. */
export const inWords = (found: Problem | undefined): string => {
  if (found === undefined) return '';
  const { what, fix } = explain(found);
  return `${what} ${fix}`;
};
