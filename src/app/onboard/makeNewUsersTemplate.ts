import type { Result } from '../../core/base/Result';
import { exampleSign } from '../../core/users/readUserTable';
import { userColumns } from '../../core/users/userColumns';
import { listOrgUnits } from '../../google/directory';
import type { Environment } from '../Environment';
import { cachedDomains } from '../targets/searchTargets';

/** Paths that a cell offers to choose from; more are no help. */
const pathLimit = 50;

const offeredPaths = (env: Environment): Readonly<Record<number, readonly string[]>> => {
  const units = env.asSelf(listOrgUnits({ kind: 'self' }), { calls: 1 });
  const paths = units.ok ? units.value.map(({ orgUnitPath }) => orgUnitPath).sort() : [];
  const column = userColumns.findIndex(({ content }) => content === 'orgUnit');
  return paths.length === 0 || paths.length > pathLimit ? {} : { [column]: paths };
};

/**
 * S58: a tab with every column, the mandatory ones marked and first, an example that is not read, and a list of the organizational units.
 * Answers the tab's name.
 */
export const makeNewUsersTemplate = (env: Environment, address: string): Result<string> => {
  const open = env.spreadsheets.open(address);
  if (!open.ok) return open;
  const domains = cachedDomains(env);
  const domain = (domains.ok ? domains.value.find((one) => one.isPrimary)?.domainName : undefined) ?? 'example.com';
  const header = userColumns.map(({ title, mandatory }) => `${title} (${mandatory ? 'required' : 'optional'})`);
  const example = userColumns.map(({ content, example: value }) => (content === 'address' ? `${exampleSign} ${value}@${domain}` : value));
  const emphasized = userColumns.flatMap(({ mandatory }, column) => (mandatory ? [column] : []));
  return open.value.addTab('Roster new users', header, [example], offeredPaths(env), emphasized);
};
