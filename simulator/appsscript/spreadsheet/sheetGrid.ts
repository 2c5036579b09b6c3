import { SheetRefusal } from '../../drive/SheetRefusal';
import { integers } from './argument';
import type { SheetPlace } from './sheet';

const OUTSIDE = 'Those rows are out of bounds.';
const OUTSIDE_COLUMNS = 'Those columns are out of bounds.';

/** Rows and columns of a sheet: their number, frozen and hidden ones, widths. */
export function sheetGrid({ context, file, tab, face }: SheetPlace) {
  const { grid } = tab;
  const edit = (member: string, args: readonly unknown[], work: (...read: number[]) => void): object => {
    const read = integers(args);
    if (!read || read.length === 0) throw context.mismatch(`Sheet.${member}`, args);
    context.edit(`Sheet.${member}`, file, tab, undefined, () => work(...read));
    return face();
  };
  const insertRows = (before: number, count: number): void => {
    if (before < 1 || before > grid.rows + 1 || count < 1) throw new SheetRefusal(OUTSIDE);
    file.refuseGrowth(count * grid.columns);
    grid.insertRows(before, count);
  };
  const insertColumns = (before: number, count: number): void => {
    if (before < 1 || before > grid.columns + 1 || count < 1) throw new SheetRefusal(OUTSIDE_COLUMNS);
    file.refuseGrowth(count * grid.rows);
    grid.insertColumns(before, count);
  };
  const deleteRows = (from: number, count: number): void => {
    if (from < 1 || count < 1 || from + count - 1 > grid.rows) throw new SheetRefusal(OUTSIDE);
    if (count >= grid.rows) throw new SheetRefusal("You can't delete all the rows on the sheet.");
    if (count >= grid.rows - tab.frozenRows && from > tab.frozenRows)
      throw new SheetRefusal('Sorry, it is not possible to delete all non-frozen rows.');
    grid.deleteRows(from, count);
  };
  const deleteColumns = (from: number, count: number): void => {
    if (from < 1 || count < 1 || from + count - 1 > grid.columns) throw new SheetRefusal(OUTSIDE_COLUMNS);
    if (count >= grid.columns) throw new SheetRefusal("You can't delete all the columns on the sheet.");
    if (count >= grid.columns - tab.frozenColumns && from > tab.frozenColumns) {
      throw new SheetRefusal('Sorry, it is not possible to delete all non-frozen columns.');
    }
    grid.deleteColumns(from, count);
  };
  const span = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

  return {
    getMaxRows: () => context.read('Sheet.getMaxRows', file, () => grid.rows),
    getMaxColumns: () => context.read('Sheet.getMaxColumns', file, () => grid.columns),
    insertRowBefore: (row: unknown) => edit('insertRowBefore', [row], (at) => insertRows(at!, 1)),
    insertRowAfter: (row: unknown) => edit('insertRowAfter', [row], (at) => insertRows(at! + 1, 1)),
    insertRowsBefore: (row: unknown, count: unknown) => edit('insertRowsBefore', [row, count], (at, n) => insertRows(at!, n!)),
    insertRowsAfter: (row: unknown, count: unknown) => edit('insertRowsAfter', [row, count], (at, n) => insertRows(at! + 1, n!)),
    insertRows: (row: unknown, count: unknown = 1) => void edit('insertRows', [row, count], (at, n) => insertRows(at!, n!)),
    insertColumnBefore: (column: unknown) => edit('insertColumnBefore', [column], (at) => insertColumns(at!, 1)),
    insertColumnAfter: (column: unknown) => edit('insertColumnAfter', [column], (at) => insertColumns(at! + 1, 1)),
    insertColumnsBefore: (column: unknown, count: unknown) =>
      edit('insertColumnsBefore', [column, count], (at, n) => insertColumns(at!, n!)),
    insertColumnsAfter: (column: unknown, count: unknown) =>
      edit('insertColumnsAfter', [column, count], (at, n) => insertColumns(at! + 1, n!)),
    insertColumns: (column: unknown, count: unknown = 1) => void edit('insertColumns', [column, count], (at, n) => insertColumns(at!, n!)),
    deleteRow: (row: unknown) => edit('deleteRow', [row], (at) => deleteRows(at!, 1)),
    deleteRows: (row: unknown, count: unknown) => void edit('deleteRows', [row, count], (at, n) => deleteRows(at!, n!)),
    deleteColumn: (column: unknown) => edit('deleteColumn', [column], (at) => deleteColumns(at!, 1)),
    deleteColumns: (column: unknown, count: unknown) => void edit('deleteColumns', [column, count], (at, n) => deleteColumns(at!, n!)),
    getFrozenRows: () => context.read('Sheet.getFrozenRows', file, () => tab.frozenRows),
    getFrozenColumns: () => context.read('Sheet.getFrozenColumns', file, () => tab.frozenColumns),
    setFrozenRows: (rows: unknown) =>
      void edit('setFrozenRows', [rows], (n) => {
        if (n! >= grid.rows) throw new SheetRefusal("You can't freeze all visible rows on the sheet.");
        tab.frozenRows = n!;
      }),
    setFrozenColumns: (columns: unknown) =>
      void edit('setFrozenColumns', [columns], (n) => {
        if (n! >= grid.columns) throw new SheetRefusal("You can't freeze all visible columns on the sheet.");
        tab.frozenColumns = n!;
      }),
    getColumnWidth: (column: unknown) => context.read('Sheet.getColumnWidth', file, () => tab.columnWidths.get(Number(column)) ?? 100),
    setColumnWidth: (column: unknown, width: unknown) =>
      edit('setColumnWidth', [column, width], (at, pixels) => void tab.columnWidths.set(at!, pixels!)),
    setColumnWidths: (column: unknown, count: unknown, width: unknown) =>
      edit('setColumnWidths', [column, count, width], (at, n, pixels) => span(at!, n!).forEach((c) => tab.columnWidths.set(c, pixels!))),
    autoResizeColumn: (column: unknown) => edit('autoResizeColumn', [column], (at) => void tab.columnWidths.delete(at!)),
    autoResizeColumns: (column: unknown, count: unknown) =>
      edit('autoResizeColumns', [column, count], (at, n) => span(at!, n!).forEach((c) => tab.columnWidths.delete(c))),
    hideColumns: (column: unknown, count: unknown = 1) =>
      void edit('hideColumns', [column, count], (at, n) => span(at!, n!).forEach((c) => tab.hiddenColumns.add(c))),
    showColumns: (column: unknown, count: unknown = 1) =>
      void edit('showColumns', [column, count], (at, n) => span(at!, n!).forEach((c) => tab.hiddenColumns.delete(c))),
    isColumnHiddenByUser: (column: unknown) =>
      context.read('Sheet.isColumnHiddenByUser', file, () => tab.hiddenColumns.has(Number(column))),
    hideRows: (row: unknown, count: unknown = 1) =>
      void edit('hideRows', [row, count], (at, n) => span(at!, n!).forEach((r) => tab.hiddenRows.add(r))),
    showRows: (row: unknown, count: unknown = 1) =>
      void edit('showRows', [row, count], (at, n) => span(at!, n!).forEach((r) => tab.hiddenRows.delete(r))),
    isRowHiddenByUser: (row: unknown) => context.read('Sheet.isRowHiddenByUser', file, () => tab.hiddenRows.has(Number(row))),
  };
}
