import type { Box } from '../../drive/a1';
import type { ValidationRule } from '../../drive/Cell';
import { refuseProtected } from '../../drive/DriveState';
import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SheetTab } from '../../drive/SheetTab';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';

export const SPREADSHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
/** Only the spreadsheet the add-on is open in (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes). */
export const CURRENT_ONLY_SCOPE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** What an object the script holds stands for. */
export type Referent =
  | { readonly kind: 'Spreadsheet'; readonly file: SpreadsheetFile }
  | { readonly kind: 'Sheet'; readonly file: SpreadsheetFile; readonly tab: SheetTab }
  | { readonly kind: 'Range'; readonly file: SpreadsheetFile; readonly tab: SheetTab; readonly box: Box }
  | { readonly kind: 'DataValidation'; readonly rule: ValidationRule };

export const NO_ACCESS = 'You do not have permission to access the requested document.';
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** SpreadsheetApp of one execution: whose access counts, what is active, and which objects were handed out. */
export class SheetContext {
  private readonly referents = new WeakMap<object, Referent>();
  /** What the script made active in files that are not open before the person. */
  private readonly active = new Map<string, { readonly tab: SheetTab; readonly box?: Box }>();
  activeFileId: string | undefined;

  constructor(readonly execution: Execution) {
    this.activeFileId = execution.activeSpreadsheetId;
  }

  get userId(): string {
    return this.execution.effectiveUser.id;
  }

  remember<T extends object>(face: T, referent: Referent): T {
    this.referents.set(face, referent);
    return face;
  }

  referent(value: unknown): Referent | undefined {
    return typeof value === 'object' && value !== null ? this.referents.get(value) : undefined;
  }

  /** One service call that needs no more than the spreadsheet at hand. Refusals of the sheet become exceptions. */
  call<T>(name: string, work: () => T, scopes: readonly string[] = [CURRENT_ONLY_SCOPE, SPREADSHEETS_SCOPE]): T {
    return this.execution.call(name, { scopes }, () => {
      try {
        return work();
      } catch (error) {
        throw error instanceof SheetRefusal ? this.execution.exception(error.message) : error;
      }
    });
  }

  /** A call that reads the file; access is looked at each time, since it can be withdrawn meanwhile. */
  read<T>(name: string, file: SpreadsheetFile, work: () => T): T {
    return this.call(name, () => {
      this.refuseWithoutAccess(file);
      return work();
    });
  }

  /** A call that edits cells (`box`) or a whole sheet. */
  edit<T>(name: string, file: SpreadsheetFile, tab: SheetTab, box: Box | undefined, work: () => T): T {
    return this.read(name, file, () => {
      if (file.roleOf(this.userId) === 'reader') throw new SheetRefusal(PROTECTED);
      if (!file.tabs.includes(tab)) throw new SheetRefusal(`Sheet ${tab.sheetId} not found`);
      refuseProtected(file, this.userId, tab, box ?? { row: 1, column: 1, rows: tab.grid.rows, columns: tab.grid.columns });
      file.modifiedAt = this.execution.world.clock.now();
      return work();
    });
  }

  /** A call that changes the file itself: its sheets, name, sharing. */
  change<T>(name: string, file: SpreadsheetFile, work: () => T): T {
    return this.read(name, file, () => {
      if (file.roleOf(this.userId) === 'reader') throw new SheetRefusal('Action not allowed');
      file.modifiedAt = this.execution.world.clock.now();
      return work();
    });
  }

  /** True when the file is open before the person, so that it has a selection. */
  isOpen(file: SpreadsheetFile): boolean {
    return file.id === this.execution.activeSpreadsheetId;
  }

  activeTab(file: SpreadsheetFile): SheetTab {
    if (this.isOpen(file)) return this.execution.world.drive.selectionOf(this.userId, file.id).tab;
    const own = this.active.get(file.id)?.tab;
    return own && file.tabs.includes(own) ? own : file.tabs[0]!;
  }

  /** The selected cells, or undefined where there is no user interface and the script chose none. */
  activeBox(file: SpreadsheetFile, tab: SheetTab): Box | undefined {
    if (this.isOpen(file)) {
      const selection = this.execution.world.drive.selectionOf(this.userId, file.id);
      return selection.tab === tab ? selection.box : { row: 1, column: 1, rows: 1, columns: 1 };
    }
    const own = this.active.get(file.id);
    return own?.tab === tab ? own.box : undefined;
  }

  activate(file: SpreadsheetFile, tab: SheetTab, box?: Box): void {
    if (this.isOpen(file)) this.execution.world.drive.select(this.userId, file.id, tab, box ?? { row: 1, column: 1, rows: 1, columns: 1 });
    else this.active.set(file.id, { tab, box });
  }

  /** `member` as in `Sheet.getRange`; the exception of a call whose arguments fit no signature. */
  mismatch(member: string, args: readonly unknown[]): Error {
    return badArguments(this.execution, `SpreadsheetApp.${member}`, args);
  }

  private refuseWithoutAccess(file: SpreadsheetFile): void {
    if (!this.execution.world.drive.spreadsheet(file.id)) throw new SheetRefusal(missingDocument(file.id));
    if (file.roleOf(this.userId) === undefined) throw new SheetRefusal(NO_ACCESS);
  }
}

export function missingDocument(id: string): string {
  return `Document ${id} is missing (perhaps it was deleted?)`;
}
