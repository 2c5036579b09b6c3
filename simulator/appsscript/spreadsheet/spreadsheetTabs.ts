import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SheetTab } from '../../drive/SheetTab';
import { notSimulated } from '../notSimulated';
import { integer } from './argument';
import { sheetFace } from './sheet';
import type { SpreadsheetPlace } from './spreadsheet';

/** The sheets of a spreadsheet. */
export function spreadsheetTabs({ context, file }: SpreadsheetPlace) {
  const sheet = (tab: SheetTab | undefined): object | null => (tab ? sheetFace(context, file, tab) : null);
  const tabOf = (member: string, value: unknown): SheetTab => {
    const referent = context.referent(value);
    if (referent?.kind !== 'Sheet' || !file.tabs.includes(referent.tab)) throw context.mismatch(`Spreadsheet.${member}`, [value]);
    return referent.tab;
  };
  const freeName = (): string => {
    let number = file.tabs.length + 1;
    while (file.tab(`Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  };
  return {
    getSheets: () =>
      context.read('Spreadsheet.getSheets', file, () => context.execution.realm.value(file.tabs.map((tab) => sheet(tab)))) as unknown,
    getNumSheets: () => context.read('Spreadsheet.getNumSheets', file, () => file.tabs.length),
    getSheetByName: (name: unknown) => context.read('Spreadsheet.getSheetByName', file, () => sheet(file.tab(String(name)))),
    getSheetById: (id: unknown) =>
      context.read('Spreadsheet.getSheetById', file, () => sheet(file.tabs.find(({ sheetId }) => sheetId === id))),
    /** Name, position (from 0) and both; templates are not simulated. Without a position it comes after the active sheet. */
    insertSheet: (...args: unknown[]) =>
      context.change('Spreadsheet.insertSheet', file, () => {
        const [first, second] = args;
        if (args.some((one) => typeof one === 'object' && one !== null)) throw notSimulated('insertSheet with a template is not simulated');
        const name = typeof first === 'string' ? first : freeName();
        const position = integer(typeof first === 'string' ? second : first);
        const understood =
          args.length === 0 ||
          (args.length === 1 && (typeof first === 'string' || position !== undefined)) ||
          (args.length === 2 && position !== undefined);
        if (!understood || name === '') throw context.mismatch('Spreadsheet.insertSheet', args);
        const tab = file.addTab(name, { index: position ?? file.tabs.indexOf(context.activeTab(file)) + 1 });
        context.activate(file, tab);
        return sheet(tab);
      }),
    deleteSheet: (value: unknown) => {
      const tab = tabOf('deleteSheet', value);
      context.edit('Spreadsheet.deleteSheet', file, tab, undefined, () => file.deleteTab(tab));
    },
    /** Moves the active sheet to a position counted from 1. */
    moveActiveSheet: (position: unknown) =>
      context.change('Spreadsheet.moveActiveSheet', file, () => {
        const to = integer(position);
        if (to === undefined) throw context.mismatch('Spreadsheet.moveActiveSheet', [position]);
        if (to < 1 || to > file.tabs.length) throw new SheetRefusal('Invalid argument: pos');
        const tab = context.activeTab(file);
        file.tabs.splice(file.tabs.indexOf(tab), 1);
        file.tabs.splice(to - 1, 0, tab);
      }),
    getActiveSheet: () => context.read('Spreadsheet.getActiveSheet', file, () => sheet(context.activeTab(file))),
    getSheetName: () => context.read('Spreadsheet.getSheetName', file, () => context.activeTab(file).name),
    getSheetId: () => context.read('Spreadsheet.getSheetId', file, () => context.activeTab(file).sheetId),
    setActiveSheet: (value: unknown, _restoreSelection?: unknown) => {
      const tab = tabOf('setActiveSheet', value);
      context.call('Spreadsheet.setActiveSheet', () => context.activate(file, tab));
      return sheet(tab);
    },
  };
}
