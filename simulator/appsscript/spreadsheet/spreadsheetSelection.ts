import { strict } from '../strict';
import { rangeFace } from './range';
import { sheetFace } from './sheet';
import type { SpreadsheetPlace } from './spreadsheet';

/** What is active in a spreadsheet; null without a user interface, unless the script activated something. */
export function spreadsheetSelection({ context, file }: SpreadsheetPlace) {
  const active = (member: string, narrow: boolean): object | null =>
    context.read(`Spreadsheet.${member}`, file, () => {
      const tab = context.activeTab(file);
      const box = context.activeBox(file, tab);
      return box ? rangeFace(context, file, tab, narrow ? { ...box, rows: 1, columns: 1 } : box) : null;
    });
  const choose = (member: string, value: unknown): object => {
    const referent = context.referent(value);
    if (referent?.kind !== 'Range' || referent.file !== file) throw context.mismatch(`Spreadsheet.${member}`, [value]);
    context.call(`Spreadsheet.${member}`, () => context.activate(file, referent.tab, referent.box));
    return rangeFace(context, file, referent.tab, referent.box);
  };
  return {
    getActiveRange: () => active('getActiveRange', false),
    getActiveCell: () => active('getActiveCell', true),
    getCurrentCell: () => active('getCurrentCell', true),
    /** https://developers.google.com/apps-script/reference/spreadsheet/selection */
    getSelection: () =>
      strict('Selection', {
        getActiveRange: () => active('getActiveRange', false),
        getCurrentCell: () => active('getCurrentCell', true),
        getActiveSheet: () => sheetFace(context, file, context.activeTab(file)),
      }),
    setActiveRange: (range: unknown) => choose('setActiveRange', range),
    setCurrentCell: (cell: unknown) => choose('setCurrentCell', cell),
  };
}
