import { plural } from '../base/plural';
import type { ImportMethod, ImportRules } from './ImportRules';

/** Updates or creates each user that a row of a table names. The rows are bound with the targets. */
export interface ImportUsersAction extends ImportRules {
  readonly kind: 'importUsers';
  /** Of the table. */
  readonly rows: number;
}

export const methodTitles: Readonly<Record<ImportMethod, string>> = {
  update: 'Update',
  create: 'Create',
  createOrUpdate: 'Create or update',
};

/** Without their values: `Update out of 120 rows: Department, Title; Groups replaced`. */
export const describeImport = ({ method, columns, rows }: ImportUsersAction): string => {
  const written = columns.filter(({ field }) => field !== 'address');
  const replaced = written.filter(({ overwrite }) => overwrite === true).map(({ title }) => `${title} replaced`);
  const added = written.filter(({ overwrite }) => overwrite !== true).map(({ title }) => title);
  const what = [added.join(', '), ...replaced].filter((text) => text !== '').join('; ');
  return `${methodTitles[method]} out of ${plural(rows, 'row')}: ${what}`;
};
