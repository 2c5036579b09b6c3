import { isClosed } from '../../core/approvals/RequestState';
import { parseRecord } from '../../core/base/parseRecord';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { findHeader } from '../../core/imports/findHeader';
import type { ImportDraft, ImportOrigin } from '../../core/imports/ImportDraft';
import { importRowLimit } from '../../core/imports/readImportTable';
import { resultsByRow } from '../../core/imports/resultsByRow';
import { getUser } from '../../google/directory';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';
import { readResultsView } from '../requests/views';
import { openWorkbook } from '../setUp/openFiles';
import { fieldsFor } from './fieldsFor';
import { otherRows } from './readImportData';

/** Where the rows of a request came from, and which column names the users. */
interface Origin {
  readonly from: Extract<ImportOrigin, { readonly kind: 'tab' }>;
  readonly title: string;
  /** Its position, from 0. */
  readonly column: number;
}

/** User property of who asked. */
const prefix = 'importOrigin.';
/** Our own limit: those that were asked for last. */
const originsKept = 20;
/** A user has up to 30 aliases, and few rows name one (https://support.google.com/a/answer/33327). */
const aliasLookUps = 20;
const columnTitle = 'Roster result';

/** The Sheet that a request's rows came from is remembered, so that results can be written there. */
export const rememberOrigin = (env: Environment, requestId: string, { data, columns }: ImportDraft): void => {
  const mapped = columns.find(({ field }) => field === 'address');
  if (data?.from.kind !== 'tab' || mapped === undefined) return;
  const all = env.drafts.all();
  const kept = Object.keys(all).filter((key) => key.startsWith(prefix));
  const age = (key: string): number => Number(parseRecord(all[key])?.['at'] ?? 0);
  const old = kept.sort((one, other) => age(other) - age(one)).slice(originsKept - 1);
  for (const key of old) env.drafts.delete(key);
  env.drafts.set(prefix + requestId, JSON.stringify({ from: data.from, title: mapped.title, column: mapped.column, at: env.now() }));
};

export const findOrigin = (env: Environment, requestId: string): Origin | undefined =>
  parseRecord(env.drafts.get(prefix + requestId)) as Origin | undefined;

/** Where it was, or where a column with its title is now. Titles that stood there twice were told apart by what stands behind them. */
const placeOf = ({ title, column }: Origin, titles: readonly string[]): number => {
  const isIt = (one: string | undefined): boolean => one !== undefined && one !== '' && title.startsWith(one);
  return isIt(titles[column]) ? column : titles.findIndex(isIt);
};

/** I33: writes beside each row, as the person at the keyboard, what became of it. Answers how many rows have a result. */
export const writeImportResults = (
  env: Environment,
  actor: Actor,
  requestId: string,
): Result<{ readonly tab: string; readonly rows: number }> => {
  const [entry, origin] = [getRequest(env, requestId), findOrigin(env, requestId)];
  if (!entry.ok) return entry;
  if (origin === undefined || entry.value.requesterId !== actor.user.id || !isClosed(entry.value.state))
    return fail(problem('importResults.notHere'));
  const { from } = origin;
  const open = env.spreadsheets.open(from.address);
  const workbook = openWorkbook(env, actor.installation);
  if (!open.ok) return open;
  if (!workbook.ok) return workbook;
  const text = open.value.table(from.tab, importRowLimit + otherRows);
  if (text === undefined) return fail(problem('importResults.tabGone'));
  const grid = [text.header, ...text.rows.map(({ cells }) => cells)];
  const above = (from.range?.top ?? 1) - 1;
  const header = findHeader(grid.slice(above), fieldsFor(env, actor).fields);
  const place = header === undefined ? -1 : placeOf(origin, header.titles);
  if (header === undefined || place < 0) return fail(problem('importResults.columnGone', { column: origin.title }));
  const headerRow = above + header.last + 1;
  const addresses = grid.map((cells, index) => (index < headerRow ? '' : (cells[place] ?? '')));
  let left = aliasLookUps;
  const primaryOf = (address: string): string | undefined => {
    if (actor.isDelegate || left === 0) return undefined;
    left -= 1;
    const user = env.asSelf(getUser({ kind: 'self' }, address), { calls: 1 });
    return user.ok ? user.value.primaryEmail : undefined;
  };
  const texts = resultsByRow(addresses, readResultsView(workbook.value, requestId), primaryOf);
  const written = open.value.writeColumn(from.tab, { title: columnTitle, headerRow, texts });
  return written.ok ? ok({ tab: from.tab, rows: texts.size }) : written;
};
