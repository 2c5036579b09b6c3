import { parseRecord } from '../../core/base/parseRecord';
import type { Result } from '../../core/base/Result';
import { autoMap, type ColumnProposal, type LastMapping } from '../../core/imports/autoMap';
import type { ImportDraft } from '../../core/imports/ImportDraft';
import type { ImportField, ImportFieldId } from '../../core/imports/ImportField';
import type { ImportTableHead } from '../../core/imports/packImportTable';
import type { Environment } from '../Environment';
import { lastMappingPrefix, readDraftText, writeDraftText } from '../workflow/draftStore';
import { editImportDraft } from './importDrafts';

/** Headers whose mapping is remembered. */
const rememberedLimit = 500;

const lastMapping = (env: Environment): LastMapping => (parseRecord(readDraftText(env, lastMappingPrefix)) ?? {}) as LastMapping;

/** What Roster takes each column for, by its position. */
export const proposalsFor = (
  env: Environment,
  { columns, rows }: Pick<ImportTableHead, 'columns' | 'rows'>,
  fields: readonly ImportField[],
): ReadonlyMap<number, ColumnProposal> => new Map(autoMap(columns, rows, fields, lastMapping(env)).map((one) => [one.column, one]));

const byPosition = (columns: ImportDraft['columns']): ImportDraft['columns'] =>
  [...columns].sort((one, other) => one.column - other.column);

/** I9: maps a column, or leaves it out. Another column that had the field gives it up. */
export const mapColumn = (
  env: Environment,
  { column, title }: { readonly column: number; readonly title: string },
  field: ImportFieldId | undefined,
  overwrite: boolean,
): Result<ImportDraft> =>
  editImportDraft(env, (before) => {
    const others = before.columns.filter((one) => one.column !== column && one.field !== field);
    const mapped = field === undefined ? [] : [{ column, title, field, ...(overwrite ? ({ overwrite } as const) : {}) }];
    return { ...before, columns: byPosition([...others, ...mapped]) };
  });

/** I10–I12: maps what header and values agree on; what a person mapped stays. */
export const mapAutomatically = (env: Environment, head: ImportTableHead, fields: readonly ImportField[]): Result<ImportDraft> =>
  editImportDraft(env, (before) => {
    const proposals = proposalsFor(env, head, fields);
    const found = head.columns.flatMap(({ column, title }) => {
      const proposal = proposals.get(column);
      const isFree = !before.columns.some(
        (one) => one.column === column || (proposal !== undefined && 'field' in proposal && one.field === proposal.field),
      );
      return proposal?.decision === 'mapped' && isFree ? [{ column, title, field: proposal.field }] : [];
    });
    return { ...before, autoMapped: true, columns: byPosition([...before.columns, ...found]) };
  });

/** The next table with the same headers is mapped the same way. */
export const rememberMapping = (env: Environment, head: ImportTableHead, { columns }: ImportDraft): void => {
  const now = Object.fromEntries(
    head.columns
      .filter(({ name, ignored }) => name !== '' && ignored === undefined)
      .map(({ name, column }) => [name, columns.find((one) => one.column === column)?.field ?? 'leftOut'] as const),
  );
  const before = Object.entries(lastMapping(env)).filter(([name]) => !(name in now));
  const kept = [...before, ...Object.entries(now)].slice(-rememberedLimit);
  writeDraftText(env, JSON.stringify(Object.fromEntries(kept)), lastMappingPrefix);
};
