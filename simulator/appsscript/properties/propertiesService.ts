import { badArguments } from '../badArguments';
import type { Execution } from '../Execution';
import { strict } from '../strict';
import type { PropertyStore } from './PropertyStore';

const STORE_FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

/**
 * `PropertiesService` (https://developers.google.com/apps-script/reference/properties). There is no document store: that exists only for
 * scripts bound to a document and for editor add-ons.
 */
export const propertiesService = (execution: Execution): object =>
  strict('PropertiesService', {
    getScriptProperties: () => properties(execution, execution.project.scriptProperties),
    getUserProperties: () => properties(execution, execution.project.userProperties(execution.effectiveUser.id)),
    getDocumentProperties: () => null,
  });

const properties = (execution: Execution, store: PropertyStore): object => {
  const work = <T>(member: string, done: () => T): T =>
    execution.call(`PropertiesService.${member}`, {}, () => {
      if (!execution.project.propertyCalls.take(execution.effectiveUser.id, 1)) {
        throw execution.exception('Service invoked too many times for one day: properties.');
      }
      return done();
    });
  const write = (values: Record<string, string>, deleteAllOthers = false) => {
    const outcome = store.set(values, { deleteAllOthers });
    if (outcome === 'valueTooLarge') throw execution.exception('Argument too large: value');
    if (outcome === 'storeFull') throw execution.exception(STORE_FULL);
    return self;
  };
  const needKey = (member: string, args: readonly unknown[], count: number) => {
    if (args.length !== count || typeof args[0] !== 'string') throw badArguments(execution, `PropertiesService.Properties.${member}`, args);
  };
  const self: object = strict('Properties', {
    getProperty: (...args: unknown[]) => {
      needKey('getProperty', args, 1);
      return work('getProperty', () => store.get(String(args[0])) ?? null);
    },
    getProperties: () => work('getProperties', () => execution.realm.value(store.entries())),
    getKeys: () => work('getKeys', () => execution.realm.value(store.keys())),
    setProperty: (...args: unknown[]) => {
      needKey('setProperty', args, 2);
      return work('setProperty', () => write({ [String(args[0])]: text(args[1]) }));
    },
    setProperties: (...args: unknown[]) => {
      const [values, deleteAllOthers = false] = args;
      if (typeof values !== 'object' || values === null) throw badArguments(execution, 'PropertiesService.Properties.setProperties', args);
      const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(value)]));
      return work('setProperties', () => write(texts, Boolean(deleteAllOthers)));
    },
    deleteProperty: (...args: unknown[]) => {
      needKey('deleteProperty', args, 1);
      return work('deleteProperty', () => {
        store.delete(String(args[0]));
        return self;
      });
    },
    deleteAllProperties: () =>
      work('deleteAllProperties', () => {
        store.clear();
        return self;
      }),
  });
  return self;
};

/** Values are stored as text; undefined reaches a service as null (https://developers.google.com/apps-script/guides/v8-runtime). */
const text = (value: unknown): string => String(value ?? null);
