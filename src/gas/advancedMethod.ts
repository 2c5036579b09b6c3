type Method = (...args: unknown[]) => unknown;
type Collection = { readonly [name: string]: Collection | Method | undefined };

/**
 * The method of an advanced service for a discovery method id: `directory.users.list` is AdminDirectory.Users.list,
 * `people.people.connections.list` is People.People.Connections.list, `delete` is called `remove`
 * (https://developers.google.com/apps-script/guides/services/advanced). Throws when the service is not enabled in the manifest.
 */
export const advancedMethod = (operation: string): Method => {
  const [api = '', ...rest] = operation.split('.');
  const last = rest.pop() ?? '';
  const member = last === 'delete' ? 'remove' : last;
  let collection = service(api);
  for (const name of rest) {
    const next = collection[name.charAt(0).toUpperCase() + name.slice(1)];
    if (next === undefined || typeof next === 'function') throw new Error(`no collection ${name} for ${operation}`);
    collection = next;
  }
  const method = collection[member];
  if (typeof method !== 'function') throw new Error(`no method for ${operation}`);
  return (...args) => method.apply(collection, args);
};

const service = (api: string): Collection => {
  if (api === 'directory') return AdminDirectory as unknown as Collection;
  if (api === 'people') return People as unknown as Collection;
  throw new Error(`no advanced service for ${api}`);
};
