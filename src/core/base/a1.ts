/** A1 address of a cell; row and column are counted from 1, as Sheets counts them. */
export const a1 = (row: number, column: number): string => `${columnLetters(column)}${row}`;

export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};
