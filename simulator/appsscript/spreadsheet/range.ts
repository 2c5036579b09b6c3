import { a1OfBox, type Box } from '../../drive/a1';
import type { SheetTab } from '../../drive/SheetTab';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { strict } from '../strict';
import { integers } from './argument';
import { protectionFace } from './protection';
import { rangeFormats } from './rangeFormats';
import { rangeValues } from './rangeValues';
import { refuseOutside } from './refuseOutside';
import type { SheetContext } from './SheetContext';
import { sheetFace } from './sheet';
import { textFinder } from './textFinder';

/** A range as the parts of its face see it. */
export interface RangePlace {
  readonly context: SheetContext;
  readonly file: SpreadsheetFile;
  readonly tab: SheetTab;
  readonly box: Box;
  /** The object the script holds: setters return it. */
  readonly face: () => object;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export function rangeFace(context: SheetContext, file: SpreadsheetFile, tab: SheetTab, box: Box): object {
  const place: RangePlace = { context, file, tab, box, face: () => face };
  const at = (other: Box): object => {
    refuseOutside(context, tab, other);
    return rangeFace(context, file, tab, other);
  };
  const face: object = context.remember(
    strict('Range', {
      getA1Notation: () => a1OfBox(box, tab.grid),
      getRow: () => box.row,
      getColumn: () => box.column,
      getRowIndex: () => box.row,
      getLastRow: () => box.row + box.rows - 1,
      getLastColumn: () => box.column + box.columns - 1,
      getNumRows: () => box.rows,
      getNumColumns: () => box.columns,
      getHeight: () => box.rows,
      getWidth: () => box.columns,
      getGridId: () => tab.sheetId,
      getSheet: () => sheetFace(context, file, tab),
      getCell: (row: unknown, column: unknown) => {
        const cell = integers([row, column]);
        if (!cell) throw context.mismatch('Range.getCell', [row, column]);
        const [r, c] = cell as [number, number];
        if (r < 1 || c < 1 || r > box.rows || c > box.columns) throw context.execution.exception('Cell reference out of range');
        return at({ row: box.row + r - 1, column: box.column + c - 1, rows: 1, columns: 1 });
      },
      offset: (...args: unknown[]) => {
        const read = integers(args);
        if (!read || ![2, 3, 4].includes(read.length)) throw context.mismatch('Range.offset', args);
        const [down, right, rows = box.rows, columns = box.columns] = read as [number, number, number?, number?];
        return at({ row: box.row + down, column: box.column + right, rows, columns });
      },
      activate: () => {
        context.call('Range.activate', () => context.activate(file, tab, box));
        return face;
      },
      activateAsCurrentCell: () => {
        context.call('Range.activateAsCurrentCell', () => context.activate(file, tab, box));
        return face;
      },
      protect: () =>
        protectionFace(
          context,
          file,
          context.change('Range.protect', file, () => file.protect(tab, box)),
        ),
      createTextFinder: (text: unknown) => textFinder(context, file, [{ tab, box }], text),
      ...rangeValues(place),
      ...rangeFormats(place),
    }),
    { kind: 'Range', file, tab, box },
  );
  return face;
}
