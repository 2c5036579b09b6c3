import type { Execution } from '../Execution';
import { strict } from '../strict';
import { callMethod } from './callMethod';

interface Collection {
  [name: string]: Collection | ((...args: unknown[]) => unknown);
}

/**
 * An advanced service: Google generates its methods from the API's description, and so does this, from the operations of the
 * network (https://developers.google.com/apps-script/guides/services/advanced). `people.people.connections.list` becomes
 * `People.People.Connections.list`; `delete` becomes `remove`.
 */
export function advancedService(execution: Execution, symbol: string, api: string): object {
  const token = issueToken(execution);
  const members: Collection = {};
  for (const operation of execution.world.network.operations()) {
    const [first, ...names] = operation.id.split('.');
    const method = names.pop();
    if (first !== api || method === undefined) continue;
    const place = names.reduce((collection, name) => (collection[capital(name)] ??= {}) as Collection, members);
    const called = method === 'delete' ? 'remove' : method;
    const fullName = [symbol, ...names.map(capital), called].join('.');
    place[called] = (...args) => callMethod(execution, { operation, fullName, token }, args);
  }
  return sealed(symbol, members);
}

/** Made at the first call: most executions use no advanced service. */
function issueToken(execution: Execution): () => string {
  let token: string | undefined;
  return () => {
    token ??= execution.world.cloud.issueToken({
      userId: execution.effectiveUser.id,
      scopes: execution.project.consents.granted(execution.effectiveUser.id),
      via: 'user',
      project: execution.project.cloudProject,
    });
    return token;
  };
}

function sealed(name: string, members: Collection): object {
  for (const [key, member] of Object.entries(members)) {
    if (typeof member === 'object') members[key] = sealed(`${name}.${key}`, member) as Collection;
  }
  return strict(name, members);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
