import type { Random } from '../kernel/Random';
import type { Box } from './a1';
import { Grid } from './Grid';
import { MAX_CELLS, MAX_COLUMNS, MAX_SHEET_NAME, NEW_SHEET_COLUMNS, NEW_SHEET_ROWS } from './limits';
import type { Protection } from './Protection';
import { SheetRefusal } from './SheetRefusal';
import type { SheetTab } from './SheetTab';

export type AccessRole = 'reader' | 'writer';

export interface Access {
  /** Undefined for an address outside the simulated directory. */
  readonly userId: string | undefined;
  /** The address it was shared with. */
  readonly email: string;
  role: AccessRole;
}

/** A spreadsheet file: its sheets, its owner and whom it is shared with. */
export class SpreadsheetFile {
  readonly tabs: SheetTab[] = [];
  readonly access: Access[] = [];
  readonly protections: Protection[] = [];
  trashed = false;
  modifiedAt: number;

  constructor(
    private readonly random: Random,
    readonly id: string,
    public title: string,
    public ownerId: string,
    /** IANA zone in which dates of this spreadsheet are read and shown. */
    public timeZone: string,
    /** Such as `en_US`. */
    public locale: string,
    readonly createdAt: number,
  ) {
    this.modifiedAt = createdAt;
  }

  get url(): string {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }

  roleOf(userId: string): 'owner' | AccessRole | undefined {
    return userId === this.ownerId ? 'owner' : this.access.find((entry) => entry.userId === userId)?.role;
  }

  get cells(): number {
    return this.tabs.reduce((sum, { grid }) => sum + grid.rows * grid.columns, 0);
  }

  tab(name: string): SheetTab | undefined {
    return this.tabs.find((tab) => tab.name === name);
  }

  addTab(name: string, options: { index?: number; rows?: number; columns?: number } = {}): SheetTab {
    const { index = this.tabs.length, rows = NEW_SHEET_ROWS, columns = NEW_SHEET_COLUMNS } = options;
    this.refuseTakenName(name);
    this.refuseGrowth(rows * columns);
    const tab: SheetTab = {
      sheetId: this.tabs.length === 0 ? 0 : 1 + this.random.integer(2_147_483_646),
      name,
      grid: new Grid(rows, columns),
      hidden: false,
      frozenRows: 0,
      frozenColumns: 0,
      tabColor: null,
      columnWidths: new Map(),
      hiddenColumns: new Set(),
      hiddenRows: new Set(),
      metadata: [],
    };
    this.tabs.splice(index, 0, tab);
    return tab;
  }

  renameTab(tab: SheetTab, name: string): void {
    if (name === tab.name) return;
    this.refuseTakenName(name, tab);
    tab.name = name;
  }

  deleteTab(tab: SheetTab): void {
    if (this.tabs.filter(({ hidden }) => !hidden).every((other) => other === tab)) {
      throw new SheetRefusal("You can't remove all the visible sheets in a document.");
    }
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const protection of this.protections.filter(({ sheetId }) => sheetId === tab.sheetId)) {
      this.protections.splice(this.protections.indexOf(protection), 1);
    }
  }

  /** Protects a range, or the whole sheet when `box` is undefined; a sheet has one protection of its own at most. */
  protect(tab: SheetTab, box: Box | undefined): Protection {
    const own = this.protections.find((protection) => !box && !protection.box && protection.sheetId === tab.sheetId);
    if (own) return own;
    const protection: Protection = {
      id: 1 + this.random.integer(2_147_483_646),
      sheetId: tab.sheetId,
      box,
      unprotected: [],
      description: '',
      warningOnly: false,
      editors: undefined,
    };
    this.protections.push(protection);
    return protection;
  }

  /** User ids of the owner and of everyone who may edit. */
  get editorIds(): string[] {
    return [this.ownerId, ...this.access.flatMap(({ role, userId }) => (role === 'writer' && userId !== undefined ? [userId] : []))];
  }

  /** Adds rows and columns at the end until the grid has at least this size. */
  growTab(tab: SheetTab, rows: number, columns: number): void {
    const { grid } = tab;
    const [moreRows, moreColumns] = [Math.max(0, rows - grid.rows), Math.max(0, columns - grid.columns)];
    if (grid.columns + moreColumns > MAX_COLUMNS) {
      throw new SheetRefusal(
        `This action would increase the number of columns in the worksheet above the limit of ${MAX_COLUMNS} columns.`,
      );
    }
    this.refuseGrowth((grid.rows + moreRows) * (grid.columns + moreColumns) - grid.rows * grid.columns);
    if (moreRows > 0) grid.insertRows(grid.rows + 1, moreRows);
    if (moreColumns > 0) grid.insertColumns(grid.columns + 1, moreColumns);
  }

  refuseGrowth(cells: number): void {
    if (this.cells + cells > MAX_CELLS) {
      throw new SheetRefusal(`This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`);
    }
  }

  /** Names of sheets are compared without case, as Sheets does. */
  private refuseTakenName(name: string, except?: SheetTab): void {
    if (name.length > MAX_SHEET_NAME) throw new SheetRefusal(`The sheet name cannot be greater than ${MAX_SHEET_NAME} characters.`);
    const taken = this.tabs.some((tab) => tab !== except && tab.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new SheetRefusal(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}
