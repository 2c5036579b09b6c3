import { parseA1, type Box } from '../../drive/a1';
import { enterAll } from '../../drive/DriveState';
import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SheetTab } from '../../drive/SheetTab';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { notSimulated } from '../notSimulated';
import { strict } from '../strict';
import { integers } from './argument';
import { cellInput } from './cellValue';
import { protectionFace } from './protection';
import { rangeFace } from './range';
import { clearing, emptyContent } from './rangeValues';
import { refuseOutside } from './refuseOutside';
import type { SheetContext } from './SheetContext';
import { sheetGrid } from './sheetGrid';
import { sheetMetadata } from './sheetMetadata';
import { sheetSelection } from './sheetSelection';
import { spreadsheetFace } from './spreadsheet';
import { textFinder } from './textFinder';

/** A sheet as the parts of its face see it. */
export interface SheetPlace {
  readonly context: SheetContext;
  readonly file: SpreadsheetFile;
  readonly tab: SheetTab;
  readonly face: () => object;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export function sheetFace(context: SheetContext, file: SpreadsheetFile, tab: SheetTab): object {
  const { grid } = tab;
  const range = (box: Box): object => {
    refuseOutside(context, tab, box);
    return rangeFace(context, file, tab, box);
  };
  const whole = (): Box => ({ row: 1, column: 1, rows: grid.rows, columns: grid.columns });
  const dataBox = (): Box => ({ row: 1, column: 1, rows: Math.max(1, grid.lastRow), columns: Math.max(1, grid.lastColumn) });
  const clear = (member: string, what: { content?: boolean; format?: boolean; notes?: boolean }): object => {
    context.edit(`Sheet.${member}`, file, tab, undefined, () => {
      for (const { cell } of grid.cellsIn(whole())) {
        if (what.content) emptyContent(cell);
        if (what.format) delete cell.format;
        if (what.notes) delete cell.note;
      }
    });
    return face;
  };
  const change = (member: string, work: () => void): object => {
    context.change(`Sheet.${member}`, file, work);
    return face;
  };

  const face: object = context.remember(
    strict('Sheet', {
      getName: () => tab.name,
      getSheetName: () => tab.name,
      getSheetId: () => tab.sheetId,
      getIndex: () => file.tabs.indexOf(tab) + 1,
      getParent: () => spreadsheetFace(context, file),
      setName: (name: unknown) => {
        if (typeof name !== 'string' || name === '') throw context.mismatch('Sheet.setName', [name]);
        return change('setName', () => file.renameTab(tab, name));
      },
      getRange: (...args: unknown[]) => context.read('Sheet.getRange', file, () => range(boxOf(context, tab, args))),
      getDataRange: () => context.read('Sheet.getDataRange', file, () => rangeFace(context, file, tab, dataBox())),
      getSheetValues: (...args: unknown[]) => {
        const read = args.length === 4 ? integers(args) : undefined;
        if (!read) throw context.mismatch('Sheet.getSheetValues', args);
        const face = range(boxOf(context, tab, args)) as { getValues(): unknown };
        return face.getValues();
      },
      getLastRow: () => context.read('Sheet.getLastRow', file, () => grid.lastRow),
      getLastColumn: () => context.read('Sheet.getLastColumn', file, () => grid.lastColumn),
      appendRow: (values: unknown) => {
        const inputs = Array.isArray(values) && values.length > 0 ? Array.from(values, cellInput) : undefined;
        if (!inputs) throw context.mismatch('Sheet.appendRow', [values]);
        if (inputs.includes(undefined)) throw notSimulated('Sheet.appendRow of an object is not simulated');
        const row = grid.lastRow + 1;
        context.edit('Sheet.appendRow', file, tab, { row, column: 1, rows: 1, columns: inputs.length }, () => {
          file.growTab(tab, row, inputs.length);
          enterAll(file, tab, row, 1, [inputs]);
        });
        return face;
      },
      clear: (options: unknown) => {
        const { contentsOnly, formatOnly } = clearing(options);
        return clear('clear', { content: !formatOnly, format: !contentsOnly });
      },
      clearContents: () => clear('clearContents', { content: true }),
      clearFormats: () => clear('clearFormats', { format: true }),
      clearNotes: () => clear('clearNotes', { notes: true }),
      isSheetHidden: () => context.read('Sheet.isSheetHidden', file, () => tab.hidden),
      showSheet: () => change('showSheet', () => void (tab.hidden = false)),
      hideSheet: () =>
        change('hideSheet', () => {
          if (file.tabs.every((other) => other === tab || other.hidden))
            throw new SheetRefusal("You can't hide all the sheets in a document.");
          tab.hidden = true;
        }),
      getTabColor: () => context.read('Sheet.getTabColor', file, () => tab.tabColor),
      setTabColor: (color: unknown) =>
        change('setTabColor', () => void (tab.tabColor = color === null || color === undefined ? null : String(color))),
      protect: () =>
        protectionFace(
          context,
          file,
          context.change('Sheet.protect', file, () => file.protect(tab, undefined)),
        ),
      getProtections: (type: unknown) =>
        context.read('Sheet.getProtections', file, () =>
          context.execution.realm.value(
            file.protections
              .filter((protection) => protection.sheetId === tab.sheetId && (String(type) === 'RANGE') === (protection.box !== undefined))
              .map((protection) => protectionFace(context, file, protection)),
          ),
        ),
      createTextFinder: (text: unknown) => textFinder(context, file, [{ tab, box: whole() }], text),
      ...sheetGrid({ context, file, tab, face: () => face }),
      ...sheetMetadata({ context, file, tab, face: () => face }),
      ...sheetSelection({ context, file, tab, face: () => face }),
    }),
    { kind: 'Sheet', file, tab },
  );
  return face;
}

/** The overloads of getRange: A1 notation, or row, column and optional sizes. */
function boxOf(context: SheetContext, tab: SheetTab, args: readonly unknown[]): Box {
  if (args.length === 1 && typeof args[0] === 'string') {
    const reference = parseA1(args[0], tab.grid);
    if (!reference || (reference.sheet !== undefined && reference.sheet !== tab.name) || !tab.grid.contains(reference.box)) {
      throw context.execution.exception('Range not found');
    }
    return reference.box;
  }
  const read = args.length >= 2 && args.length <= 4 ? integers(args) : undefined;
  if (!read) throw context.mismatch('Sheet.getRange', args);
  const [row, column, rows = 1, columns = 1] = read as [number, number, number?, number?];
  return { row, column, rows, columns };
}
