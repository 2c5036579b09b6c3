import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { enumeration } from '../enumeration';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import { integers } from './argument';
import { DataValidationCriteria, validationBuilder } from './dataValidation';
import { ProtectionType } from './protection';
import { missingDocument, NO_ACCESS, SheetContext, SPREADSHEETS_SCOPE } from './SheetContext';
import { spreadsheetFace } from './spreadsheet';

type Face = Record<string, (...args: unknown[]) => unknown>;

const WrapStrategy = enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);

/**
 * The SpreadsheetApp of one execution (https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app).
 * Edits take effect at once instead of at the next flush, so an exception comes at the call that causes it.
 */
export function spreadsheetApp(execution: Execution): object {
  const context = new SheetContext(execution);
  const { drive } = execution.world;
  const open = (member: string, id: string): object =>
    context.call(`SpreadsheetApp.${member}`, () => spreadsheetFace(context, fileOf(context, member, id)), [SPREADSHEETS_SCOPE]);
  const active = (): SpreadsheetFile | undefined =>
    context.activeFileId === undefined ? undefined : drive.spreadsheet(context.activeFileId);
  const activeFace = (member: string): Face | null =>
    context.call(`SpreadsheetApp.${member}`, () => {
      const file = active();
      return file ? (spreadsheetFace(context, file) as Face) : null;
    });
  const ofActive = (member: string, ...args: unknown[]): unknown => activeFace(member)?.[member]?.(...args) ?? null;

  return strict('SpreadsheetApp', {
    DataValidationCriteria,
    ProtectionType,
    WrapStrategy,
    create: (...args: unknown[]) => {
      const [title, ...size] = args;
      const read = integers(size);
      if (typeof title !== 'string' || !read || ![0, 2].includes(read.length)) throw context.mismatch('create', args);
      const [rows, columns] = read;
      return context.call(
        'SpreadsheetApp.create',
        () => {
          if (!drive.creations.take(context.userId, 1))
            throw new SheetRefusal('Service invoked too many times for one day: spreadsheet create.');
          return spreadsheetFace(
            context,
            drive.createSpreadsheet({ ownerId: context.userId, title, tabs: [{ name: 'Sheet1', rows, columns }] }),
          );
        },
        [SPREADSHEETS_SCOPE],
      );
    },
    openById: (id: unknown) => {
      if (typeof id !== 'string') throw context.mismatch('openById', [id]);
      return open('openById', id);
    },
    openByUrl: (url: unknown) => {
      if (typeof url !== 'string') throw context.mismatch('openByUrl', [url]);
      const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url)?.[1];
      if (id === undefined) throw execution.exception('Invalid argument: url');
      return open('openByUrl', id);
    },
    getActiveSpreadsheet: () => activeFace('getActiveSpreadsheet'),
    getActive: () => activeFace('getActive'),
    setActiveSpreadsheet: (value: unknown) => {
      const referent = context.referent(value);
      if (referent?.kind !== 'Spreadsheet') throw context.mismatch('setActiveSpreadsheet', [value]);
      context.call('SpreadsheetApp.setActiveSpreadsheet', () => void (context.activeFileId = referent.file.id));
    },
    getActiveSheet: () => ofActive('getActiveSheet'),
    setActiveSheet: (sheet: unknown) => ofActive('setActiveSheet', sheet),
    getActiveRange: () => ofActive('getActiveRange'),
    setActiveRange: (range: unknown) => ofActive('setActiveRange', range),
    getCurrentCell: () => ofActive('getCurrentCell'),
    setCurrentCell: (cell: unknown) => ofActive('setCurrentCell', cell),
    getSelection: () => ofActive('getSelection'),
    getUi: () => {
      throw execution.exception('Cannot call SpreadsheetApp.getUi() from this context.');
    },
    flush: () => context.call('SpreadsheetApp.flush', () => undefined),
    newDataValidation: () => validationBuilder(context),
  });
}

/** The file behind an id, for someone who may open it. A file in the trash still opens. */
function fileOf(context: SheetContext, member: string, id: string): SpreadsheetFile {
  const file = context.execution.world.drive.spreadsheet(id);
  if (file?.roleOf(context.userId) !== undefined) return file;
  if (file) throw new SheetRefusal(NO_ACCESS);
  if (/^[\w-]{25,}$/.test(id)) throw new SheetRefusal(missingDocument(id));
  throw new SheetRefusal(`Unexpected error while getting the method or property ${member} on object SpreadsheetApp.`);
}
