import type { SpreadsheetFile } from '../simulator/drive/SpreadsheetFile';

/** The rows of a tab below its header, as texts keyed by header. */
export function readTab(file: SpreadsheetFile | undefined, name: string): Record<string, string>[] {
  const grid = file?.tab(name)?.grid;
  if (grid === undefined) return [];
  const text = (row: number, column: number): string => String(grid.cell(row, column)?.value ?? '');
  const columns = Array.from({ length: grid.lastColumn }, (_, index) => index + 1);
  return Array.from({ length: Math.max(0, grid.lastRow - 1) }, (_, index) =>
    Object.fromEntries(columns.map((column) => [text(1, column), text(index + 2, column)])),
  );
}
