export type Cell = string | number | boolean;

/**
 * Cells are written with a number format, so that what is written is what is read back: `@` (plain text) for texts, which keeps
 * `=…`, `+…`, dates and leading zeros as they are, and a plain number format for numbers.
 */
export const formatOf = (cell: Cell): string => (typeof cell === 'string' ? '@' : 'General');

/**
 * Sheets takes a leading apostrophe as "this is text" and drops it; whether it also does so in a cell of format `@` is not
 * documented. An invisible zero-width space before it (U+200B) keeps it either way, and is taken off again when read.
 */
export const toCell = (cell: Cell): Cell => (typeof cell === 'string' && /^\u200b*'/.test(cell) ? `\u200b${cell}` : cell);

/** A cell as read: a date that a person typed becomes its ISO text, an empty cell the empty text. */
export const fromCell = (value: unknown): Cell => {
  if (typeof value === 'string') return /^\u200b+'/.test(value) ? value.slice(1) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return '';
  return typeof (value as Date).toISOString === 'function' ? (value as Date).toISOString() : String(value);
};

/** Runs of consecutive numbers in an ascending list: [2,3,4,9] is [2..4], [9..9]. `step`: how far apart neighbours of a run may be. */
export const runsOf = (numbers: readonly number[], step = 1): { readonly first: number; readonly last: number }[] => {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last >= number - step) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
};
