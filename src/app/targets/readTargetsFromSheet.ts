import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import { parseTargetCell, type TargetCell } from '../../core/directory/parseTargetCell';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import type { Actor } from '../actors/identify';
import { askCells, type CellsState } from '../bridge/askCells';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { addSelectors } from './chooseTargets';
import type { SelectionPlace } from './chosenSelection';
import { lookUpCells } from './lookUpCells';

/** S12: what a range of cells came to. */
export interface SheetReading {
  /** Where it was read. */
  readonly place: string;
  readonly cells: number;
  readonly selectors: number;
  readonly added: number;
  readonly refused: readonly { readonly address: string; readonly text: string; readonly problem: Problem }[];
}

type Cells = readonly { readonly address: string; readonly text: string }[];

/** What cells came to; `asked`: the operator looks them up for a delegate (S43). */
export type ReadCells =
  | { readonly kind: 'read'; readonly reading: SheetReading }
  | { readonly kind: 'asked'; readonly askedAt: number; readonly pageUrl: string };

const lookUpFor = (env: Environment, actor: Actor, cells: readonly TargetCell[]): Result<CellsState> => {
  if (actor.isDelegate) return askCells(env, actor, cells);
  const found = lookUpCells(env, cells);
  return found.ok ? ok({ kind: 'found', lookUp: found.value }) : found;
};

const readCells = (env: Environment, actor: Actor, into: SelectionPlace, place: string, cells: Cells): Result<ReadCells> => {
  if (cells.length === 0) return fail(problem('sheet.empty', { place }));
  const parsed = cells.map((cell) => ({ cell, parsed: parseTargetCell(cell.text) }));
  const state = lookUpFor(
    env,
    actor,
    parsed.flatMap((one) => (one.parsed.ok ? [one.parsed.value] : [])),
  );
  if (!state.ok) return state;
  if (state.value.kind === 'asked') return ok(state.value);
  const { lookUp } = state.value;
  const selectors: TargetSelector[] = [];
  const refused: { address: string; text: string; problem: Problem }[] = [];
  for (const one of parsed) {
    const found = one.parsed.ok ? lookUp(one.parsed.value) : one.parsed;
    if (found.ok) selectors.push(found.value);
    else refused.push({ ...one.cell, text: one.cell.text.slice(0, 100), problem: found.problem });
  }
  const added = addSelectors(env, into, selectors);
  if (!added.ok) return added;
  const reading: SheetReading = { place, cells: cells.length, selectors: selectors.length, added: added.value.added, refused };
  putCached(env, 'sheetReading', JSON.stringify(reading));
  return ok({ kind: 'read', reading });
};

/** S12: the selected cells of the open Sheet. */
export const readTargetsFromSelection = (env: Environment, actor: Actor, into: SelectionPlace): Result<ReadCells> => {
  const open = env.spreadsheets.open();
  return open.ok ? readCells(env, actor, into, 'the selected cells', open.value.selection()) : open;
};

/** S12: one column of one tab, below its header. */
export const readTargetsFromColumn = (
  env: Environment,
  actor: Actor,
  into: SelectionPlace,
  from: { readonly tab: string; readonly column: number; readonly address: string },
): Result<ReadCells> => {
  const open = env.spreadsheets.open(from.address);
  if (!open.ok) return open;
  const tab = open.value.tabs.find((one) => one.name === from.tab);
  if (tab === undefined) return fail(problem('sheet.tabGone', { tab: from.tab }));
  const header = tab.header[from.column] ?? '';
  return readCells(
    env,
    actor,
    into,
    header === '' ? `tab “${from.tab}”` : `column “${header}” of tab “${from.tab}”`,
    open.value.column(from.tab, from.column),
  );
};

/** The last reading, for paging through its refused cells. */
export const lastSheetReading = (env: Environment): SheetReading | undefined => {
  const kept = getCached(env, 'sheetReading');
  return kept === undefined ? undefined : (JSON.parse(kept) as SheetReading);
};

export interface SheetColumns {
  readonly title: string;
  /** The person's selection can be read, too. */
  readonly isActive: boolean;
  readonly columns: readonly { readonly tab: string; readonly column: number; readonly header: string }[];
}

/** Columns with a header that the person can choose from; a list takes 100 items. */
export const listSheetColumns = (env: Environment, address: string): Result<SheetColumns> => {
  const open = env.spreadsheets.open(address);
  if (!open.ok) return open;
  const columns = open.value.tabs.flatMap((tab) =>
    tab.header.flatMap((header, column) => (header.trim() === '' ? [] : [{ tab: tab.name, column, header: header.trim() }])),
  );
  return ok({ title: open.value.title, isActive: open.value.isActive, columns: columns.slice(0, 100) });
};
