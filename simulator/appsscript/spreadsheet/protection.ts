import type { Protection } from '../../drive/Protection';
import { SheetRefusal } from '../../drive/SheetRefusal';
import type { SpreadsheetFile } from '../../drive/SpreadsheetFile';
import { enumeration } from '../enumeration';
import { strict } from '../strict';
import { rangeFace } from './range';
import type { SheetContext } from './SheetContext';
import { personOf, userFaceOfId } from './userFace';

export const ProtectionType = enumeration('ProtectionType', ['RANGE', 'SHEET']);

/**
 * https://developers.google.com/apps-script/reference/spreadsheet/protection. Adding an editor here does not share the
 * file. Nobody can take the owner, or themself, off the list of editors.
 */
export function protectionFace(context: SheetContext, file: SpreadsheetFile, protection: Protection): object {
  const canEdit = (): boolean => context.userId === file.ownerId || (protection.editors ?? new Set(file.editorIds)).has(context.userId);
  const change = (member: string, work: () => void): object => {
    context.change(`Protection.${member}`, file, () => {
      if (!canEdit()) throw new SheetRefusal('You do not have permission to edit this protection.');
      work();
    });
    return face;
  };
  const editors = (): Set<string> => (protection.editors ??= new Set(file.editorIds));
  const add = (value: unknown): void => {
    const { userId } = personOf(context, value);
    if (userId !== undefined) editors().add(userId);
  };
  const remove = (value: unknown): void => {
    const { userId } = personOf(context, value);
    if (userId !== undefined && userId !== file.ownerId && userId !== context.userId) editors().delete(userId);
  };
  const tab = () => {
    const found = file.tabs.find(({ sheetId }) => sheetId === protection.sheetId);
    if (!found) throw context.execution.exception(`Sheet ${protection.sheetId} not found`);
    return found;
  };
  const face: object = strict('Protection', {
    getProtectionType: () => (protection.box ? ProtectionType.RANGE : ProtectionType.SHEET),
    getDescription: () => protection.description,
    setDescription: (text: unknown) => change('setDescription', () => void (protection.description = String(text))),
    isWarningOnly: () => protection.warningOnly,
    setWarningOnly: (only: unknown) => change('setWarningOnly', () => void (protection.warningOnly = only === true)),
    canEdit,
    canDomainEdit: () => false,
    getRange: () => {
      const { grid } = tab();
      return rangeFace(context, file, tab(), protection.box ?? { row: 1, column: 1, rows: grid.rows, columns: grid.columns });
    },
    getUnprotectedRanges: () => context.execution.realm.value(protection.unprotected.map((box) => rangeFace(context, file, tab(), box))),
    setUnprotectedRanges: (ranges: unknown) => {
      const referents = Array.isArray(ranges) ? ranges.map((range) => context.referent(range)) : [undefined];
      const boxes = referents.flatMap((referent) => (referent?.kind === 'Range' && referent.tab === tab() ? [referent.box] : []));
      if (boxes.length !== referents.length) throw context.mismatch('Protection.setUnprotectedRanges', [ranges]);
      return change('setUnprotectedRanges', () => void (protection.unprotected = boxes));
    },
    getEditors: () =>
      context.read('Protection.getEditors', file, () =>
        context.execution.realm.value(
          [...new Set([file.ownerId, ...(protection.editors ?? file.editorIds)])].map((id) => userFaceOfId(context, id)),
        ),
      ),
    addEditor: (person: unknown) => change('addEditor', () => add(person)),
    addEditors: (people: unknown) => change('addEditors', () => list(context, people).forEach(add)),
    removeEditor: (person: unknown) => change('removeEditor', () => remove(person)),
    removeEditors: (people: unknown) => change('removeEditors', () => list(context, people).forEach(remove)),
    remove: () => void change('remove', () => void file.protections.splice(file.protections.indexOf(protection), 1)),
  });
  return face;
}

function list(context: SheetContext, people: unknown): unknown[] {
  if (!Array.isArray(people)) throw context.mismatch('Protection.addEditors', [people]);
  return Array.from(people);
}
