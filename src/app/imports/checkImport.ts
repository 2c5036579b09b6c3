import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { checkRows, type RowsChecked } from '../../core/imports/checkRows';
import type { ImportDraft } from '../../core/imports/ImportDraft';
import { checkRules } from '../../core/imports/ImportRules';
import { noteTable } from '../../core/imports/noteTable';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { openWorkbook } from '../setUp/openFiles';
import { fieldsFor } from './fieldsFor';
import { openOwnHead, openTable } from './tableParcel';

export interface ImportCheck extends RowsChecked {
  /** Why it cannot start. */
  readonly hindered: readonly Problem[];
  /** What of the table is not read. */
  readonly notes: readonly Problem[];
}

const cacheKey = 'importCheck';

/** I14, I15, I31: what a person is told before the Directory is asked. */
export const checkImport = (env: Environment, actor: Actor, draft: ImportDraft): Result<ImportCheck> => {
  const { data, method, columns } = draft;
  if (data === undefined) return fail(problem('importData.missing'));
  const head = openOwnHead(env, actor, data.table);
  if (!head.ok) return head;
  const bare = { ...head.value, rows: [] };
  const rest = { hindered: checkRules({ method, columns }, bare, fieldsFor(env, actor).fields), notes: noteTable(bare) };
  const key = digest([data.table.digest, method, columns]);
  const kept = getCached(env, cacheKey);
  if (kept?.startsWith(key) === true) return ok({ ...rest, ...(JSON.parse(kept.slice(key.length)) as RowsChecked) });
  const workbook = openWorkbook(env, actor.installation);
  if (!workbook.ok) return workbook;
  const table = openTable(env, workbook.value, { table: data.table, authorIds: [actor.user.id] });
  if (!table.ok) return table;
  const read = checkRows(table.value, { method, columns });
  putCached(env, cacheKey, key + JSON.stringify(read));
  return ok({ ...rest, ...read });
};
