export interface SkippedRow {
  /** Row as a spreadsheet counts it: the header is row 1, a record is one row however many lines it has. */
  readonly row: number;
  readonly reason: string;
}

export interface IgnoredColumn {
  readonly column: string;
  /** How many rows had a value there. */
  readonly values: number;
}

/** What became of a file: every record was loaded or skipped with its reason, every column was read or is named here. */
export interface LoadReport {
  readonly loaded: number;
  readonly skipped: readonly SkippedRow[];
  /** Columns with values that the simulated Workspace has no place for. */
  readonly ignored: readonly IgnoredColumn[];
}
