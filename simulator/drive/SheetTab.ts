import type { Grid } from './Grid';

/** One sheet (tab) of a spreadsheet. */
export interface SheetTab {
  /** The `gid` of the sheet's address; 0 for the first sheet. */
  readonly sheetId: number;
  name: string;
  readonly grid: Grid;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  /** Pixels by column, where they were set. */
  readonly columnWidths: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  readonly hiddenRows: Set<number>;
  /** What scripts left on the sheet; people do not see it. */
  readonly metadata: SheetMetadata[];
}

export interface SheetMetadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
}
