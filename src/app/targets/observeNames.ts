import { ok, type Result } from '../../core/base/Result';
import type { Problem } from '../../core/base/Problem';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Domain } from '../../core/directory/Domain';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { TargetNames } from '../../core/directory/lookUpTargetCell';
import type { TargetCell } from '../../core/directory/parseTargetCell';
import type { Subject, Task } from '../../google/Call';
import { getGroup, getUser, listDomains, listGroups, listOrgUnits, listUsers } from '../../google/directory';
import type { Environment } from '../Environment';
import { getEach, singleLookUps } from './getEach';

const self: Subject = { kind: 'self' };
/** A card has 30 seconds (https://developers.google.com/workspace/add-ons/concepts/actions): 60 look-ups fit; ten times as many into the operator's minutes. */
const callsFor = ({ who }: Environment): number => (who.kind === 'card' ? 60 : 600);

export interface ObservedNames {
  readonly names: TargetNames;
  /** Kinds of cells that cannot be told, because the person did not allow Roster to read such things. */
  readonly unread: { readonly [kind in TargetCell['kind']]?: Problem };
}

const isOurs = (address: string, domains: readonly Domain[]): boolean => {
  const name = address.slice(address.indexOf('@') + 1);
  return domains.some((domain) => [domain.domainName, ...domain.aliases].some((one) => one.toLowerCase() === name));
};

/**
 * What the addresses, paths and domains of the cells can mean. Reads no more than they need, and each on its own: a permission
 * that is missing for one kind does not stop the others.
 */
export const observeNames = (env: Environment, cells: readonly TargetCell[]): Result<ObservedNames> => {
  const calls = callsFor(env);
  const unread: { [kind in TargetCell['kind']]?: Problem } = {};
  const read = <T>(kind: TargetCell['kind'], task: Task<Result<T[]>>): Result<T[] | undefined> => {
    const result = env.asSelf(task, { calls });
    if (result.ok || result.problem.code !== 'platform.scopeMissing') return result;
    unread[kind] = result.problem;
    return ok(undefined);
  };
  const has = (kind: TargetCell['kind']): boolean => cells.some((cell) => cell.kind === kind);
  const orgUnits = has('orgUnitPath') ? read('orgUnitPath', listOrgUnits(self)) : ok(undefined);
  if (!orgUnits.ok) return orgUnits;
  const domains = has('domain') || has('address') ? read('domain', listDomains(self)) : ok(undefined);
  if (!domains.ok) return domains;

  const known = domains.value;
  const addresses = [...new Set(cells.flatMap((cell) => (cell.kind === 'address' ? [cell.email] : [])))];
  const ours = known === undefined ? addresses : addresses.filter((address) => isOurs(address, known));
  // Google refuses a look-up of somebody else's address: who does not know which are ours lists everybody.
  const isList = (count: number): boolean => count > singleLookUps || (known === undefined && count > 0);
  const users = isList(ours.length)
    ? env.asSelf(listUsers(self), { calls })
    : env.asSelf(
        getEach(ours, (address) => getUser(self, address)),
        { calls },
      );
  if (!users.ok) return users;
  const named = new Set(
    users.value.flatMap(({ primaryEmail, aliases }: DirectoryUser) => [primaryEmail, ...aliases]).map((one) => one.toLowerCase()),
  );
  const left = ours.filter((address) => !named.has(address));
  const groups: Result<GoogleGroup[] | undefined> =
    left.length === 0
      ? ok([])
      : read('address', isList(left.length) ? listGroups(self) : getEach(left, (address) => getGroup(self, address)));
  if (!groups.ok) return groups;
  return ok({
    names: { users: users.value, groups: groups.value ?? [], orgUnits: orgUnits.value ?? [], domains: known },
    unread,
  });
};
