import { parseA1 } from '../../drive/a1';
import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { isTimeZone } from '../../kernel/timeZone';
import { strict } from '../strict';
import { protectionFace } from './protection';
import { rangeFace } from './range';
import type { SheetContext } from './SheetContext';
import { sheetFace } from './sheet';
import { spreadsheetSelection } from './spreadsheetSelection';
import { spreadsheetSharing } from './spreadsheetSharing';
import { spreadsheetTabs } from './spreadsheetTabs';

export interface SpreadsheetPlace {
  readonly context: SheetContext;
  readonly file: SpreadsheetFile;
  readonly face: () => object;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
export function spreadsheetFace(context: SheetContext, file: SpreadsheetFile): object {
  const place: SpreadsheetPlace = { context, file, face: () => face };
  const activeSheet = () => sheetFace(context, file, context.activeTab(file)) as Record<string, (...args: unknown[]) => unknown>;
  const change = (member: string, work: () => void): void => context.change(`Spreadsheet.${member}`, file, work);
  const face: object = context.remember(
    strict('Spreadsheet', {
      getId: () => file.id,
      getUrl: () => file.url,
      getName: () => context.read('Spreadsheet.getName', file, () => file.title),
      rename: (title: unknown) => change('rename', () => void (file.title = String(title))),
      getSpreadsheetTimeZone: () => context.read('Spreadsheet.getSpreadsheetTimeZone', file, () => file.timeZone),
      setSpreadsheetTimeZone: (zone: unknown) =>
        change('setSpreadsheetTimeZone', () => {
          if (!isTimeZone(String(zone))) throw new SheetRefusal(`Invalid argument: timezone`);
          file.timeZone = String(zone);
        }),
      getSpreadsheetLocale: () => context.read('Spreadsheet.getSpreadsheetLocale', file, () => file.locale),
      setSpreadsheetLocale: (locale: unknown) => change('setSpreadsheetLocale', () => void (file.locale = String(locale))),
      /** Shows in the corner of the open spreadsheet; without one nobody sees it. */
      toast: (..._args: unknown[]) => context.read('Spreadsheet.toast', file, () => undefined),
      getRange: (a1: unknown) =>
        context.read('Spreadsheet.getRange', file, () => {
          if (typeof a1 !== 'string') throw context.mismatch('Spreadsheet.getRange', [a1]);
          const named = /!/.test(a1) ? parseA1(a1, { rows: 1, columns: 1 })?.sheet : undefined;
          const tab = /!/.test(a1) ? file.tabs.find(({ name }) => name === named) : context.activeTab(file);
          const box = tab && parseA1(a1, tab.grid)?.box;
          if (!tab || !box || !tab.grid.contains(box)) throw new SheetRefusal('Range not found');
          return rangeFace(context, file, tab, box);
        }),
      getProtections: (type: unknown) =>
        context.read('Spreadsheet.getProtections', file, () =>
          context.execution.realm.value(
            file.protections
              .filter(({ box }) => (String(type) === 'RANGE') === (box !== undefined))
              .map((protection) => protectionFace(context, file, protection)),
          ),
        ),
      getDataRange: () => activeSheet().getDataRange!(),
      getLastRow: () => activeSheet().getLastRow!(),
      getLastColumn: () => activeSheet().getLastColumn!(),
      appendRow: (values: unknown) => activeSheet().appendRow!(values),
      ...spreadsheetTabs(place),
      ...spreadsheetSelection(place),
      ...spreadsheetSharing(place),
    }),
    { kind: 'Spreadsheet', file },
  );
  return face;
}
