import type { Result } from '../core/base/Result';
import type { TextTable } from '../core/users/readUserTable';
import type { MinutePace } from '../engine/MinutePace';
import type { Answer, Call, Task } from '../google/Call';

/** Everything a use case may ask of the platform. src/gas provides it; nothing else in Roster touches Apps Script. */
export interface Environment {
  /** Version of this bundle. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Random identifier, 128 bits, lower-case hex. */
  readonly newId: () => string;
  readonly who: Who;
  /** Script properties: shared by every actor, written only by our code after its checks. */
  readonly authority: Store;
  /** User properties of the person at the keyboard. */
  readonly drafts: Store;
  /** User cache; may forget at any time. */
  readonly cache: { get(key: string): string | undefined; put(key: string, value: string, seconds: number): void };
  /** Runs `work` under the script lock. Short: one decision, one table write. */
  readonly locked: <T>(work: () => Result<T>) => Result<T>;
  /** The operator's spreadsheet: the truth. Only the operator can open it. */
  readonly ledger: (spreadsheetId: string) => Result<Tables>;
  /** The spreadsheet shared with administrators: input and views. */
  readonly workbook: (spreadsheetId: string) => Result<Tables>;
  readonly spreadsheets: Spreadsheets;
  /** Does a task as the signed-in person, one call after the other, through the advanced services. At most `calls` calls. */
  readonly asSelf: <T>(task: Task<Result<T>>, limit: { readonly calls: number }) => Result<T>;
  /** Sends one wave; an answer for each call, in order. Never throws for what Google answers. */
  readonly send: (calls: readonly Call[]) => Answer[];
  readonly sleep: (milliseconds: number) => void;
  /** Milliseconds left in this execution. */
  readonly timeLeft: () => number;
  /** What the waves of this execution took of the users' minutes; the one writer has it. */
  readonly minutes?: MinutePace;
  /** Of the day's budget; the one writer knows. */
  readonly contactWritesLeft?: () => number;
  readonly mail: (message: MailMessage) => Result<void>;
  /** The message that is open in Gmail beside the card. One read. */
  readonly openMail: () => Result<OpenMail>;
  readonly triggers: Triggers;
  /** Structured line: ids and counts, never contents, addresses or tokens. */
  readonly log: (event: string, data: Readonly<Record<string, string | number | boolean>>) => void;
}

export interface Who {
  /** How this execution was started. */
  readonly kind: 'card' | 'trigger' | 'page';
  /** Addresses by the server's word; blank when Google does not tell. */
  readonly activeEmail: string;
  readonly effectiveEmail: string;
  /** Directory id of the person at the keyboard, by the platform's token; undefined where it gives none, and on the page. */
  readonly subject: string | undefined;
  /** BCP 47, e.g. `en-GB`. */
  readonly locale: string;
  /** IANA id. */
  readonly timeZone: string;
}

export interface Store {
  get(key: string): string | undefined;
  /** Everything, in one read. */
  all(): Readonly<Record<string, string>>;
  /** Refuses with a problem when the value or the store is too big. */
  set(key: string, value: string): Result<void>;
  setAll(values: Readonly<Record<string, string>>): Result<void>;
  delete(key: string): void;
}

export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** Tabs of one spreadsheet, each a header row and rows below. Text is written as text: a leading `=` stays a character. */
export interface Tables {
  /** Creates the tab with this header when it is missing; puts back missing columns; whether it had to. `hidden` hides the tab. */
  ensure(table: string, columns: readonly string[], options?: { readonly hidden?: boolean }): boolean;
  /** Rows in sheet order, keyed by header. An absent tab reads as no rows. */
  rows(table: string): Row[];
  /** Rows whose `key` has one of these values, in sheet order. Reads the key column and then only those rows: for big tables. */
  find(table: string, key: string, values: readonly string[]): Row[];
  append(table: string, rows: readonly Row[]): void;
  /** Replaces all rows for which `key` has one of the values of the new rows; appends the others. One write. */
  upsert(table: string, key: string, rows: readonly Row[]): void;
  remove(table: string, key: string, values: readonly string[]): void;
}

export interface Spreadsheets {
  create(title: string): Result<{ readonly id: string; readonly url: string }>;
  addEditors(id: string, emails: readonly string[]): Result<void>;
  removeEditor(id: string, email: string): Result<void>;
  /** The Sheet the person has open beside the card; with an address, the one that stands there. */
  open(address?: string): Result<OpenSpreadsheet>;
}

export interface OpenSpreadsheet {
  readonly title: string;
  /** As the browser shows it. */
  readonly address: string;
  /** The person's selection in it can be read. */
  readonly isActive: boolean;
  readonly tabs: readonly { readonly name: string; readonly header: readonly string[] }[];
  /** Displayed texts of the selected cells, with the A1 address of each. Empty cells are left out. */
  selection(): readonly { readonly address: string; readonly text: string }[];
  /** The selected cells as a table, texts as in `table`; places are counted from 1. Undefined when nothing is selected. */
  selectedTable():
    { readonly tab: string; readonly top: number; readonly left: number; readonly rows: readonly (readonly string[])[] } | undefined;
  /** A column of a tab below its header row, `column` counted from 0. */
  column(tab: string, column: number): readonly { readonly address: string; readonly text: string }[];
  /**
   * Texts of a tab: its header row, and at most so many rows below it with their numbers; `total`: how many there are. As shown, but
   * `true` and `false`, days as `2026-01-31` and long numbers in full whatever the language and format.
   * Undefined when there is no such tab.
   */
  table(tab: string, most: number): (TextTable & { readonly total: number }) | undefined;
  /**
   * Adds a tab (a free name is chosen), with validation lists by column and notes under the header. `emphasized`: columns (counted from 0)
   * whose header stands out.
   */
  addTab(
    name: string,
    header: readonly string[],
    rows: readonly (readonly string[])[],
    validation: Readonly<Record<number, readonly string[]>>,
    emphasized?: readonly number[],
  ): Result<string>;
  /**
   * Writes a column of texts beside what a tab holds, or in place of the one with this title; rows are counted from 1. Other cells stay
   * as they are.
   */
  writeColumn(
    tab: string,
    column: { readonly title: string; readonly headerRow: number; readonly texts: ReadonlyMap<number, string> },
  ): Result<void>;
}

export interface MailMessage {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OpenMail {
  /** As the header has it: an address, or a name and the address in angle brackets. Anybody can write it. */
  readonly from: string;
  readonly subject: string;
  /** The header Authentication-Results; blank when it cannot be read. */
  readonly authentication: () => string;
}

export interface Triggers {
  /** Unique ids of this person's triggers, by handler. */
  list(): readonly { readonly uid: string; readonly handler: string }[];
  /** Whether this person has it. */
  has(uid: string): Result<boolean>;
  /** Every five minutes where the platform allows, else hourly; says which. */
  createSweep(handler: string): Result<{ readonly uid: string; readonly minutes: number }>;
  createDaily(handler: string, hour: number): Result<{ readonly uid: string }>;
  createOnce(handler: string, afterMilliseconds: number): Result<{ readonly uid: string }>;
  delete(uid: string): void;
}
