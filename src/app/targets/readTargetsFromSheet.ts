import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import { lookUpTargetCell, type TargetNames } from '../../core/directory/lookUpTargetCell';
import { parseTargetCell, type TargetCell } from '../../core/directory/parseTargetCell';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import { classOf } from '../../google/classOf';
import type { Subject, Task } from '../../google/Call';
import { getGroup, getUser, listDomains, listGroups, listOrgUnits, listUsers } from '../../google/directory';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { addSelectors } from './chooseTargets';

const self: Subject = { kind: 'self' };
/** Up to this many addresses are looked up one by one; beyond, listing everybody is cheaper. */
const singleLookUps = 5;
/** A card has 30 seconds (https://developers.google.com/workspace/add-ons/concepts/actions): 60 look-ups fit. */
const callLimit = 60;

/** What the addresses, paths and domains of the cells can mean. */
function* observeNames(cells: readonly TargetCell[]): Task<Result<TargetNames>> {
  const domains = yield* listDomains(self);
  if (!domains.ok) return domains;
  const orgUnits = yield* listOrgUnits(self);
  if (!orgUnits.ok) return orgUnits;
  const addresses = [...new Set(cells.flatMap((cell) => (cell.kind === 'address' ? [cell.email] : [])))];
  const rest = { domains: domains.value, orgUnits: orgUnits.value };
  if (addresses.length > singleLookUps) {
    const users = yield* listUsers(self);
    if (!users.ok) return users;
    const groups = yield* listGroups(self);
    return groups.ok ? ok({ ...rest, users: users.value, groups: groups.value }) : groups;
  }
  const users = [];
  const groups = [];
  for (const address of addresses) {
    const domainName = address.slice(address.indexOf('@') + 1);
    if (!domains.value.some((domain) => [domain.domainName, ...domain.aliases].some((name) => name.toLowerCase() === domainName))) continue;
    const user = yield* getUser(self, address);
    if (user.ok) {
      users.push(user.value);
      continue;
    }
    // Google answers 404 for nobody and 400 for the address of a group.
    if (classOf(user.problem) !== 'request') return user;
    const group = yield* getGroup(self, address);
    if (group.ok) groups.push(group.value);
    else if (classOf(group.problem) !== 'request') return group;
  }
  return ok({ ...rest, users, groups });
}

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

const readCells = (
  env: Environment,
  place: string,
  cells: Cells,
): Result<{ readonly reading: SheetReading; readonly draft: WorkflowDraft }> => {
  if (cells.length === 0) return fail(problem('sheet.empty', { place }));
  const parsed = cells.map((cell) => ({ cell, parsed: parseTargetCell(cell.text) }));
  const names = env.asSelf(observeNames(parsed.flatMap((one) => (one.parsed.ok ? [one.parsed.value] : []))), { calls: callLimit });
  if (!names.ok) return names;
  const selectors: TargetSelector[] = [];
  const refused: { address: string; text: string; problem: Problem }[] = [];
  for (const one of parsed) {
    const found = one.parsed.ok ? lookUpTargetCell(one.parsed.value, names.value) : one.parsed;
    if (found.ok) selectors.push(found.value);
    else refused.push({ ...one.cell, text: one.cell.text.slice(0, 100), problem: found.problem });
  }
  const added = addSelectors(env, selectors);
  if (!added.ok) return added;
  const reading: SheetReading = { place, cells: cells.length, selectors: selectors.length, added: added.value.added, refused };
  putCached(env, 'sheetReading', JSON.stringify(reading));
  return ok({ reading, draft: added.value.draft });
};

/** S12: the selected cells of the open Sheet. */
export const readTargetsFromSelection = (env: Environment): ReturnType<typeof readCells> => {
  const open = env.spreadsheets.open();
  return open.ok ? readCells(env, 'the selected cells', open.value.selection()) : open;
};

/** S12: one column of one tab, below its header. */
export const readTargetsFromColumn = (
  env: Environment,
  from: { readonly tab: string; readonly column: number },
): ReturnType<typeof readCells> => {
  const open = env.spreadsheets.open();
  if (!open.ok) return open;
  const tab = open.value.tabs.find((one) => one.name === from.tab);
  if (tab === undefined) return fail(problem('sheet.tabGone', { tab: from.tab }));
  const header = tab.header[from.column] ?? '';
  return readCells(
    env,
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
  readonly columns: readonly { readonly tab: string; readonly column: number; readonly header: string }[];
}

/** Columns with a header that the person can choose from; a list takes 100 items. */
export const listSheetColumns = (env: Environment): Result<SheetColumns> => {
  const open = env.spreadsheets.open();
  if (!open.ok) return open;
  const columns = open.value.tabs.flatMap((tab) =>
    tab.header.flatMap((header, column) => (header.trim() === '' ? [] : [{ tab: tab.name, column, header: header.trim() }])),
  );
  return ok({ title: open.value.title, columns: columns.slice(0, 100) });
};
