import type { Box } from '../../drive/a1';
import type { SheetTab } from '../../drive/SheetTab';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { strict } from '../strict';
import { shownValue } from './cellValue';
import { rangeFace } from './range';
import type { SheetContext } from './SheetContext';

interface Place {
  readonly tab: SheetTab;
  readonly box: Box;
}

/** Finds text in cells, row by row (https://developers.google.com/apps-script/reference/spreadsheet/text-finder). Replacing is not simulated. */
export function textFinder(context: SheetContext, file: SpreadsheetFile, within: readonly Place[], text: unknown): object {
  if (typeof text !== 'string') throw context.mismatch('Range.createTextFinder', [text]);
  let matchCase = false;
  let entireCell = false;
  let regularExpression = false;
  let current = -1;
  const option = (set: (on: boolean) => void) => (on: unknown) => {
    set(on === true);
    return face;
  };
  const find = (): Place[] => {
    const pattern = regularExpression ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const expression = new RegExp(entireCell ? `^(?:${pattern})$` : pattern, matchCase ? 'u' : 'iu');
    return within.flatMap(({ tab, box }) =>
      [...tab.grid.cellsIn(box)]
        .filter(({ cell }) => expression.test(shownValue(file, cell)))
        .map(({ row, column }) => ({ tab, box: { row, column, rows: 1, columns: 1 } })),
    );
  };
  const face: object = strict('TextFinder', {
    matchCase: option((on) => (matchCase = on)),
    matchEntireCell: option((on) => (entireCell = on)),
    useRegularExpression: option((on) => (regularExpression = on)),
    findAll: () =>
      context.read('TextFinder.findAll', file, () =>
        context.execution.realm.value(find().map(({ tab, box }) => rangeFace(context, file, tab, box))),
      ),
    findNext: () =>
      context.read('TextFinder.findNext', file, () => {
        const found = find()[++current];
        return found ? rangeFace(context, file, found.tab, found.box) : null;
      }),
  });
  return face;
}
