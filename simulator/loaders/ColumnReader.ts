import type { CsvRecord, CsvTable } from './readCsv';
import type { IgnoredColumn } from './LoadReport';

/** Cells of a table by the name of their column, and which columns nobody asked for. */
export class ColumnReader {
  private readonly at = new Map<string, number>();
  private readonly asked = new Set<number>();

  constructor(
    private readonly table: CsvTable,
    private readonly nameOf: (heading: string) => string,
  ) {
    table.header.forEach((heading, index) => {
      const name = nameOf(heading);
      if (!this.at.has(name)) this.at.set(name, index);
    });
  }

  has(name: string): boolean {
    return this.at.has(name);
  }

  /** The trimmed cell, '' when there is no such column; the first column of several names that exists counts. */
  cell(record: CsvRecord, ...names: readonly string[]): string {
    return this.raw(record, ...names).trim();
  }

  /** The cell as it is in the file. */
  raw(record: CsvRecord, ...names: readonly string[]): string {
    for (const name of names) {
      const index = this.at.get(name);
      if (index === undefined) continue;
      this.asked.add(index);
      return record.cells[index] ?? '';
    }
    return '';
  }

  /** Columns with values that were never read; `counts` says which values matter. */
  ignored(counts: (cell: string) => boolean = () => true): IgnoredColumn[] {
    return this.table.header.flatMap((column, index) => {
      if (this.asked.has(index) && this.at.get(this.nameOf(column)) === index) return [];
      const cells = this.table.records.map((record) => (record.cells[index] ?? '').trim());
      const values = cells.filter((cell) => cell !== '' && counts(cell)).length;
      return values === 0 ? [] : [{ column, values }];
    });
  }
}
