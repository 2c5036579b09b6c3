import type { Person } from '../contacts/Person';
import { contactId } from '../contacts/portableContact';
import type { SourceIndex } from '../runs/compareSources';

/**
 * What became of contacts of the source that its owner merged: by the id that a mark may still name, the id that the contact has now.
 * `before`: the source as the last run read it. What was delivered is then changed where it is, and not deleted and made again.
 */
export const formerIds = (before: SourceIndex, now: readonly Pick<Person, 'metadata'>[]): ReadonlyMap<string, string> => {
  const byName = new Map(before.flatMap(([id, , resourceName]) => (resourceName === undefined ? [] : [[resourceName, id] as const])));
  const living = new Set(now.flatMap((person) => contactId(person) ?? []));
  return new Map(
    now.flatMap((person) => {
      const id = contactId(person);
      const names = person.metadata?.previousResourceNames ?? [];
      return id === undefined
        ? []
        : names
            .flatMap((name) => byName.get(name) ?? [])
            .filter((one) => !living.has(one))
            .map((one) => [one, id] as const);
    }),
  );
};
