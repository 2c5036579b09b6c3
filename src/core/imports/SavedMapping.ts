import { problem, type Problem } from '../base/Problem';
import { decodeSaved, type Saved } from '../base/Saved';
import type { ImportField } from './ImportField';
import type { ColumnMapping } from './ImportRules';
import type { ImportColumn } from './readImportTable';

/** The mapping of an import under a name, to be used on other data. Headers, ids of fields and switches; no cells. */
export interface SavedMapping extends Saved {
  readonly columns: readonly Omit<ColumnMapping, 'column'>[];
}

const isColumn = (value: unknown): boolean => {
  const { title, field } = (value ?? {}) as Partial<Record<keyof ColumnMapping, unknown>>;
  return typeof title === 'string' && typeof field === 'string';
};

export const decodeSavedMapping = (id: string, text: string): SavedMapping | undefined =>
  decodeSaved(id, text, ({ columns }) =>
    Array.isArray(columns) && columns.every(isColumn) ? { columns: columns as SavedMapping['columns'] } : undefined,
  );

/** Columns that nobody named are told by their place, which says nothing on other data. */
const named = (columns: readonly ImportColumn[]): ImportColumn[] => columns.filter(({ name }) => name !== '');

export const mappingToSave = (mapped: readonly ColumnMapping[], columns: readonly ImportColumn[]): SavedMapping['columns'] =>
  mapped.flatMap(({ column, ...kept }) => (named(columns).some((one) => one.column === column) ? [kept] : []));

/**
 * A saved mapping on these columns, in their order, and what of it is left out. A header is the same in any case, and in nothing else:
 * "Phone (home)" is not "Phone (work)".
 */
export const applyMapping = (
  saved: SavedMapping['columns'],
  columns: readonly ImportColumn[],
  fields: readonly ImportField[],
): { readonly columns: readonly ColumnMapping[]; readonly gone: readonly Problem[] } => {
  const wanted = new Map(saved.map((one) => [one.title.toLowerCase(), one]));
  const there = named(columns).filter(({ ignored }) => ignored === undefined);
  const found = there.flatMap(({ column, title }) => {
    const one = wanted.get(title.toLowerCase());
    return one === undefined ? [] : [{ ...one, column, title }];
  });
  const isField = (id: string): boolean => fields.some((field) => field.id === id);
  const missing = saved.filter(({ title }) => !there.some((one) => one.title.toLowerCase() === title.toLowerCase()));
  const lost = found.filter(({ field }) => !isField(field));
  const told = (code: string, of: readonly { readonly title: string }[]): Problem[] =>
    of.length === 0 ? [] : [problem(code, { columns: of.map(({ title }) => title) })];
  return {
    columns: found.filter(({ field }) => isField(field)),
    gone: [...told('saved.columnsGone', missing), ...told('saved.fieldsGone', lost)],
  };
};
