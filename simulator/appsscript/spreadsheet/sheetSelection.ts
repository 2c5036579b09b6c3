import { parseA1, type Box } from '../../drive/a1';
import { rangeFace } from './range';
import type { SheetPlace } from './sheet';

/** What is active in a sheet. Without a user interface nothing is, unless the script activated it. */
export function sheetSelection({ context, file, tab, face }: SheetPlace) {
  const active = (member: string, narrow: boolean) =>
    context.read(`Sheet.${member}`, file, () => {
      const box = context.activeBox(file, tab);
      return box ? rangeFace(context, file, tab, narrow ? { ...box, rows: 1, columns: 1 } : box) : null;
    });
  const choose = (member: string, value: unknown): object => {
    const referent = context.referent(value);
    const box: Box | undefined = referent?.kind === 'Range' && referent.tab === tab ? referent.box : undefined;
    if (!box) throw context.mismatch(`Sheet.${member}`, [value]);
    context.call(`Sheet.${member}`, () => context.activate(file, tab, box));
    return rangeFace(context, file, tab, box);
  };
  return {
    activate: () => {
      context.call('Sheet.activate', () => context.activate(file, tab));
      return face();
    },
    getActiveRange: () => active('getActiveRange', false),
    getActiveCell: () => active('getActiveCell', true),
    getCurrentCell: () => active('getCurrentCell', true),
    setActiveRange: (range: unknown) => choose('setActiveRange', range),
    setCurrentCell: (cell: unknown) => choose('setCurrentCell', cell),
    setActiveSelection: (value: unknown) => {
      const box = typeof value === 'string' ? parseA1(value, tab.grid)?.box : undefined;
      return choose('setActiveSelection', box ? rangeFace(context, file, tab, box) : value);
    },
  };
}
