import { problem, type Problem } from '../base/Problem';
import type { ImportField, ImportFieldId } from './ImportField';
import type { ImportTable } from './readImportTable';

/** I8: `update` never creates, `create` never changes who is there. */
export type ImportMethod = 'update' | 'create' | 'createOrUpdate';

export interface ColumnMapping {
  /** Position of the column, from 0. */
  readonly column: number;
  /** As people see the column. */
  readonly title: string;
  readonly field: ImportFieldId;
  /** I13: what the user has beside the cell is taken away. Of groups and spaces only. */
  readonly overwrite?: true;
}

/** What a person chose for an import, beside its rows. */
export interface ImportRules {
  readonly method: ImportMethod;
  readonly columns: readonly ColumnMapping[];
}

/** Why an import with these rules cannot start. */
export const checkRules = ({ method, columns }: ImportRules, table: ImportTable, fields: readonly ImportField[]): Problem[] => {
  const known = new Map(fields.map((field) => [field.id, field]));
  const mapped = columns.map(({ field }) => field);
  const found: Problem[] = [];
  if (!mapped.includes('address')) found.push(problem('import.addressUnmapped'));
  else if (mapped.length === 1) found.push(problem('import.nothingMapped'));
  if (method === 'create' && !(['givenName', 'familyName'] as const).every((name) => mapped.includes(name))) {
    found.push(problem('import.namesUnmapped'));
  }
  for (const [index, { column, title, field, overwrite }] of columns.entries()) {
    const of = known.get(field);
    const there = table.columns.find((one) => one.column === column);
    if (of === undefined) found.push(problem('import.fieldGone', { column: title }));
    else if (mapped.indexOf(field) < index) found.push(problem('import.fieldTwice', { field: of.title }));
    if (overwrite === true && of?.kind !== 'list') found.push(problem('import.overwriteNotHere', { column: title }));
    if (there === undefined) found.push(problem('import.columnGone', { column: title }));
    else if (there.ignored === 'password') found.push(problem('import.passwordColumn', { column: title }));
  }
  return found;
};
