/** A rectangle of cells; rows and columns count from 1. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface A1Reference {
  /** Name of the sheet, when the notation has one. */
  readonly sheet?: string;
  readonly box: Box;
}

export function columnLetters(column: number): string {
  let out = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/**
 * A1 notation of a box. A box that spans the whole grid in one direction is written without bounds there (`A:B`, `2:5`),
 * which is how a person's selection of whole columns reads.
 */
export function a1OfBox(box: Box, grid?: { readonly rows: number; readonly columns: number }): string {
  const first = columnLetters(box.column);
  const last = columnLetters(box.column + box.columns - 1);
  const bottom = box.row + box.rows - 1;
  if (grid && box.row === 1 && box.rows === grid.rows && box.columns < grid.columns) return `${first}:${last}`;
  if (grid && box.column === 1 && box.columns === grid.columns && box.rows < grid.rows) return `${box.row}:${bottom}`;
  const start = `${first}${box.row}`;
  return box.rows === 1 && box.columns === 1 ? start : `${start}:${last}${bottom}`;
}

/**
 * Reads A1 notation: `B2`, `A1:C3`, `A:A`, `2:5`, `A2:B` and any of these after a sheet's name (`Sheet1!A1`, `'My sheet'!A1`).
 * Sides without a bound reach the end of the grid. Undefined when it is no A1 notation.
 */
export function parseA1(text: string, grid: { readonly rows: number; readonly columns: number }): A1Reference | undefined {
  const { sheet, rest } = splitSheetName(text);
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?)?$/.exec(rest);
  if (!match || rest === '') return undefined;
  const single = !rest.includes(':');
  const [, left, top, right = single ? left : undefined, bottom = single ? top : undefined] = match;
  if (single && (left === undefined || top === undefined)) return undefined;
  if (!single && ((left === undefined) !== (right === undefined) || (left === undefined && (top === undefined || bottom === undefined))))
    return undefined;
  if (!single && top === undefined && bottom !== undefined) return undefined;
  const columns = [left ? columnNumber(left) : 1, right ? columnNumber(right) : grid.columns].sort((a, b) => a - b) as [number, number];
  const rows = [top ? Number(top) : 1, bottom ? Number(bottom) : grid.rows].sort((a, b) => a - b) as [number, number];
  const box = { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
  return sheet === undefined ? { box } : { sheet, box };
}

function splitSheetName(text: string): { sheet?: string; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const bang = text.lastIndexOf('!');
  return bang < 0 ? { rest: text } : { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}
