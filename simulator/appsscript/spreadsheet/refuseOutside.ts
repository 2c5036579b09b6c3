import type { Box } from '../../drive/a1';
import type { SheetTab } from '../../drive/SheetTab';
import type { SheetContext } from './SheetContext';

/** The exceptions of a range that does not lie in the grid. */
export function refuseOutside({ execution }: SheetContext, tab: SheetTab, { row, column, rows, columns }: Box): void {
  if (row < 1) throw execution.exception('The starting row of the range is too small.');
  if (column < 1) throw execution.exception('The starting column of the range is too small.');
  if (rows < 1) throw execution.exception('The number of rows in the range must be at least 1.');
  if (columns < 1) throw execution.exception('The number of columns in the range must be at least 1.');
  if (!tab.grid.contains({ row, column, rows, columns }))
    throw execution.exception('The coordinates of the range are outside the dimensions of the sheet.');
}
