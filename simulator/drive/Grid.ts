import { hasContent, type Cell } from './Cell';
import type { Box } from './a1';

/** The cells of one sheet; rows and columns count from 1. Sparse: a cell exists once something was written to it. */
export class Grid {
  private lines: (Array<Cell | undefined> | undefined)[] = [];

  constructor(
    private rowCount: number,
    private columnCount: number,
  ) {}

  get rows(): number {
    return this.rowCount;
  }

  get columns(): number {
    return this.columnCount;
  }

  contains({ row, column, rows, columns }: Box): boolean {
    return row >= 1 && column >= 1 && row + rows - 1 <= this.rowCount && column + columns - 1 <= this.columnCount;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.lines[row - 1]?.[column - 1];
  }

  /** The cell, made when it was empty. */
  edit(row: number, column: number): Cell {
    const line = (this.lines[row - 1] ??= []);
    return (line[column - 1] ??= { value: null });
  }

  forget(row: number, column: number): void {
    const line = this.lines[row - 1];
    if (line) line[column - 1] = undefined;
  }

  /** Last row with content, 0 when there is none. */
  get lastRow(): number {
    for (let row = this.lines.length; row > 0; row--) if (this.lines[row - 1]?.some(hasContent)) return row;
    return 0;
  }

  get lastColumn(): number {
    let last = 0;
    for (const line of this.lines) {
      if (!line) continue;
      for (let column = line.length; column > last; column--) if (hasContent(line[column - 1])) last = column;
    }
    return last;
  }

  insertRows(before: number, count: number): void {
    if (before <= this.lines.length) this.lines.splice(before - 1, 0, ...new Array<undefined>(count));
    this.rowCount += count;
  }

  deleteRows(from: number, count: number): void {
    this.lines.splice(from - 1, count);
    this.rowCount -= count;
  }

  insertColumns(before: number, count: number): void {
    for (const line of this.lines) if (line && before <= line.length) line.splice(before - 1, 0, ...new Array<undefined>(count));
    this.columnCount += count;
  }

  deleteColumns(from: number, count: number): void {
    for (const line of this.lines) line?.splice(from - 1, count);
    this.columnCount -= count;
  }

  /** Every cell that was ever written to inside the box. */
  *cellsIn({ row, column, rows, columns }: Box): Generator<{ row: number; column: number; cell: Cell }> {
    for (let r = row; r < row + rows && r <= this.lines.length; r++) {
      const line = this.lines[r - 1];
      if (!line) continue;
      for (let c = column; c < column + columns && c <= line.length; c++) {
        const cell = line[c - 1];
        if (cell) yield { row: r, column: c, cell };
      }
    }
  }
}
