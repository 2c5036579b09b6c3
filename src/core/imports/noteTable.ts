import { problem, type Problem } from '../base/Problem';
import type { ImportTable } from './readImportTable';

/** What of a table is not read, worded as problems are: columns that are never used, then rows that are none of a user. */
export const noteTable = ({ columns, leftOut }: ImportTable): Problem[] => [
  ...columns.flatMap(({ title, ignored }) =>
    ignored === undefined ? [] : [problem('import.columnIgnored', { column: title, why: ignored })],
  ),
  ...leftOut.map(({ row, why }) => problem('import.rowLeftOut', { row, why })),
];
