import { DailyQuota } from '../appsscript/DailyQuota';
import type { World } from '../World';
import { a1OfBox, parseA1, type Box } from './a1';
import { readInput, storeInput, type CellInput } from './enterCell';
import { SPREADSHEETS_PER_DAY } from './limits';
import { blocks } from './Protection';
import { SheetRefusal } from './SheetRefusal';
import type { SheetTab } from './SheetTab';
import { SpreadsheetFile, type AccessRole } from './SpreadsheetFile';

export interface TabInput {
  readonly name: string;
  /** Rows of cells from A1; a string is read as if it were typed. */
  readonly values?: readonly (readonly CellInput[])[];
  /** Number formats by column from A, applied before the values are entered; `@` keeps a column as text. */
  readonly columnFormats?: readonly (string | undefined)[];
  readonly hidden?: boolean;
  readonly frozenRows?: number;
  readonly rows?: number;
  readonly columns?: number;
}

export interface SpreadsheetInput {
  readonly ownerId: string;
  readonly title: string;
  readonly tabs?: readonly TabInput[];
  /** Default `Etc/GMT`. */
  readonly timeZone?: string;
  /** Default `en_US`. */
  readonly locale?: string;
}

export interface Selection {
  readonly sheetId: number;
  readonly a1: string;
}

const FILE_ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Spreadsheets, who may open them, and what each person has selected in them. Methods here are for loaders, tests and
 * people at the workspace: they check no permission. Scripts come through SpreadsheetApp, which does.
 */
export class DriveState {
  /** Spreadsheets that a user's scripts may still create today. */
  readonly creations: DailyQuota;
  private readonly files = new Map<string, SpreadsheetFile>();
  private readonly deleted = new Map<string, SpreadsheetFile>();
  private readonly selections = new Map<string, Selection>();

  constructor(private readonly world: World) {
    this.creations = new DailyQuota(world.clock, SPREADSHEETS_PER_DAY);
  }

  createSpreadsheet(input: SpreadsheetInput): SpreadsheetFile {
    const { ownerId, title, tabs = [{ name: 'Sheet1' }], timeZone = 'Etc/GMT', locale = 'en_US' } = input;
    const { random, clock } = this.world;
    const id = `1${random.text(43, FILE_ID_ALPHABET)}`;
    const file = new SpreadsheetFile(random, id, title, ownerId, timeZone, locale, clock.now());
    for (const tab of tabs) this.fillTab(file, tab);
    this.files.set(id, file);
    return file;
  }

  /** Undefined when there is no such file or it was deleted for ever; a file in the trash is still found. */
  spreadsheet(id: string): SpreadsheetFile | undefined {
    return this.files.get(id);
  }

  get spreadsheets(): readonly SpreadsheetFile[] {
    return [...this.files.values()];
  }

  /** Shares with a user of the directory; a second call changes the role. */
  share(id: string, userId: string, role: AccessRole): void {
    this.shareWith(id, { userId, email: this.world.directory.userById(userId)?.primaryEmail ?? '' }, role);
  }

  /** Shares with an address, of the directory or not. */
  shareWith(id: string, to: { readonly userId: string | undefined; readonly email: string }, role: AccessRole): void {
    const file = this.existing(id);
    if (to.userId === file.ownerId) return;
    const entry = file.access.find(({ userId, email }) => (to.userId === undefined ? email === to.email : userId === to.userId));
    if (entry) entry.role = role;
    else file.access.push({ ...to, role });
  }

  unshare(id: string, userId: string): void {
    const file = this.existing(id);
    const at = file.access.findIndex((entry) => entry.userId === userId);
    if (at >= 0) file.access.splice(at, 1);
  }

  trash(id: string): void {
    this.existing(id).trashed = true;
  }

  restore(id: string): void {
    this.existing(id).trashed = false;
  }

  /** Deletes the file for ever, past the trash. */
  delete(id: string): void {
    this.deleted.set(id, this.existing(id));
    this.files.delete(id);
  }

  /** What an administrator can do for 25 days (https://support.google.com/a/answer/6052340): the file is back as it was. */
  restoreDeleted(id: string): void {
    const file = this.deleted.get(id);
    if (!file) throw new Error(`DriveState: ${id} was not deleted`);
    this.files.set(id, file);
    this.deleted.delete(id);
  }

  /** An administrator gives the file to another person; the owner before keeps no access. */
  giveTo(id: string, userId: string): void {
    this.unshare(id, userId);
    this.existing(id).ownerId = userId;
  }

  /** A person selects cells in a sheet, as with the mouse. Throws when sheet or cells do not exist. */
  setSelection(userId: string, fileId: string, selection: { readonly sheet: string; readonly a1: string }): void {
    const file = this.existing(fileId);
    const tab = file.tab(selection.sheet);
    const box = tab && parseA1(selection.a1, tab.grid)?.box;
    if (!tab || !box || !tab.grid.contains(box)) throw new Error(`DriveState.setSelection: no cells ${selection.sheet}!${selection.a1}`);
    this.select(userId, fileId, tab, box);
  }

  select(userId: string, fileId: string, tab: SheetTab, box: Box): void {
    this.selections.set(`${userId} ${fileId}`, { sheetId: tab.sheetId, a1: a1OfBox(box, tab.grid) });
  }

  /** What the person has selected: cell A1 of the first visible sheet until they choose something. */
  selectionOf(userId: string, fileId: string): { readonly tab: SheetTab; readonly box: Box } {
    const file = this.existing(fileId);
    const selection = this.selections.get(`${userId} ${fileId}`);
    const tab = file.tabs.find(({ sheetId }) => sheetId === selection?.sheetId);
    const box = tab && selection && parseA1(selection.a1, tab.grid)?.box;
    if (tab && box && tab.grid.contains(box)) return { tab, box };
    return { tab: tab ?? file.tabs.find(({ hidden }) => !hidden) ?? file.tabs[0]!, box: { row: 1, column: 1, rows: 1, columns: 1 } };
  }

  /** A person edits cells by hand: one value per cell from the top left of `a1`. Protections bind when `userId` is given. */
  edit(fileId: string, sheet: string, a1: string, values: readonly (readonly CellInput[])[], userId?: string): void {
    const file = this.existing(fileId);
    const tab = file.tab(sheet);
    const start = tab && parseA1(a1, tab.grid)?.box;
    if (!tab || !start) throw new Error(`DriveState.edit: no cells ${sheet}!${a1}`);
    const box = { ...start, rows: values.length, columns: Math.max(1, ...values.map((row) => row.length)) };
    if (userId !== undefined) refuseProtected(file, userId, tab, box);
    file.growTab(tab, box.row + box.rows - 1, box.column + box.columns - 1);
    enterAll(file, tab, box.row, box.column, values);
    file.modifiedAt = this.world.clock.now();
  }

  private fillTab(file: SpreadsheetFile, input: TabInput): void {
    const { name, values = [], columnFormats = [], rows = 1000, columns = 26 } = input;
    const width = Math.max(columns, ...values.map((row) => row.length));
    const tab = file.addTab(name, { rows: Math.max(rows, values.length), columns: width });
    columnFormats.forEach((numberFormat, at) => {
      if (numberFormat === undefined) return;
      for (let row = 1; row <= tab.grid.rows; row++) tab.grid.edit(row, at + 1).format = { numberFormat };
    });
    enterAll(file, tab, 1, 1, values);
    tab.hidden = input.hidden ?? false;
    tab.frozenRows = input.frozenRows ?? 0;
  }

  private existing(id: string): SpreadsheetFile {
    const file = this.files.get(id);
    if (!file) throw new Error(`DriveState: no spreadsheet ${id}`);
    return file;
  }
}

/** Enters a block of values whole or not at all: everything is read before the first cell changes. */
export function enterAll(
  file: SpreadsheetFile,
  tab: SheetTab,
  row: number,
  column: number,
  values: readonly (readonly CellInput[])[],
): void {
  const read = values.map((line, r) => line.map((input, c) => readInput(file, tab, row + r, column + c, input)));
  read.forEach((line, r) => line.forEach((entered, c) => storeInput(tab, row + r, column + c, entered)));
}

/** https://support.google.com/docs/answer/1218656 */
export function refuseProtected(file: SpreadsheetFile, userId: string, tab: SheetTab, box: Box): void {
  const blocked = file.protections.some((protection) => blocks(protection, userId, file.ownerId, tab.sheetId, box));
  if (blocked) {
    throw new SheetRefusal(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}
