import type { SheetMetadata } from '../../drive/SheetTab';
import { strict } from '../strict';
import type { SheetPlace } from './sheet';

/**
 * Metadata that scripts leave on a sheet; people do not see it, and it stays when the sheet is renamed
 * (https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata). Visibility is always DOCUMENT here.
 */
export function sheetMetadata({ context, file, tab, face }: SheetPlace) {
  const { execution } = context;
  const entryFace = (entry: SheetMetadata): object =>
    strict('DeveloperMetadata', {
      getId: () => context.read('DeveloperMetadata.getId', file, () => entry.id),
      getKey: () => context.read('DeveloperMetadata.getKey', file, () => entry.key),
      getValue: () => context.read('DeveloperMetadata.getValue', file, () => entry.value),
      remove: () => context.change('DeveloperMetadata.remove', file, () => void tab.metadata.splice(tab.metadata.indexOf(entry) >>> 0, 1)),
    });
  return {
    addDeveloperMetadata: (...args: unknown[]) => {
      const [key, value = null] = args;
      const understood = args.length <= 2 && typeof key === 'string' && (value === null || typeof value === 'string');
      if (!understood) throw context.mismatch('Sheet.addDeveloperMetadata', args);
      context.change('Sheet.addDeveloperMetadata', file, () =>
        tab.metadata.push({ id: 1 + execution.world.random.integer(2_147_483_646), key, value }),
      );
      return face();
    },
    getDeveloperMetadata: () => context.read('Sheet.getDeveloperMetadata', file, () => execution.realm.value(tab.metadata.map(entryFace))),
  };
}
