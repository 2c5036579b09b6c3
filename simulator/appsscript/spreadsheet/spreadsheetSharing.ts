import type { AccessRole } from '../../drive/SpreadsheetFile';
import type { SpreadsheetPlace } from './spreadsheet';
import { personOf, userFace, userFaceOfId } from './userFace';

/** Owner, editors and viewers. An editor may share further, as files allow unless their owner forbids it. */
export function spreadsheetSharing({ context, file, face }: SpreadsheetPlace) {
  const { world } = context.execution;
  const people = (role: AccessRole): object[] => file.access.filter((entry) => entry.role === role).map(({ email }) => userFace(email));
  const share = (member: string, role: AccessRole, values: readonly unknown[]): object => {
    context.change(`Spreadsheet.${member}`, file, () => {
      for (const person of values.map((value) => personOf(context, value))) {
        const known = file.access.find(({ userId, email }) =>
          person.userId === undefined ? email === person.email : userId === person.userId,
        );
        if (!(known && role === 'reader')) world.drive.shareWith(file.id, person, role);
      }
    });
    return face();
  };
  const withdraw = (member: string, role: AccessRole, value: unknown): object => {
    context.change(`Spreadsheet.${member}`, file, () => {
      const { userId, email } = personOf(context, value);
      const at = file.access.findIndex(
        (entry) => entry.role === role && (userId === undefined ? entry.email === email : entry.userId === userId),
      );
      if (at >= 0) file.access.splice(at, 1);
    });
    return face();
  };
  const list = (member: string, values: unknown): unknown[] => {
    if (!Array.isArray(values)) throw context.mismatch(`Spreadsheet.${member}`, [values]);
    return Array.from(values);
  };
  return {
    getOwner: () => context.read('Spreadsheet.getOwner', file, () => userFaceOfId(context, file.ownerId)),
    getEditors: () =>
      context.read('Spreadsheet.getEditors', file, () =>
        context.execution.realm.value([userFaceOfId(context, file.ownerId), ...people('writer')]),
      ),
    getViewers: () =>
      context.read('Spreadsheet.getViewers', file, () =>
        context.execution.realm.value([userFaceOfId(context, file.ownerId), ...people('writer'), ...people('reader')]),
      ),
    addEditor: (person: unknown) => share('addEditor', 'writer', [person]),
    addEditors: (persons: unknown) => share('addEditors', 'writer', list('addEditors', persons)),
    addViewer: (person: unknown) => share('addViewer', 'reader', [person]),
    addViewers: (persons: unknown) => share('addViewers', 'reader', list('addViewers', persons)),
    removeEditor: (person: unknown) => withdraw('removeEditor', 'writer', person),
    removeViewer: (person: unknown) => withdraw('removeViewer', 'reader', person),
  };
}
