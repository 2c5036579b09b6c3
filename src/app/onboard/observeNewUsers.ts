import { ok, type Result } from '../../core/base/Result';
import type { Domain } from '../../core/directory/Domain';
import type { KnownNames } from '../../core/users/checkNewUsers';
import type { NewUser } from '../../core/users/NewUser';
import type { Subject, Task } from '../../google/Call';
import { getGroup, getUser, listDomains, listGroups, listOrgUnits, listUsers } from '../../google/directory';
import { getEach, singleLookUps } from '../targets/getEach';

const self: Subject = { kind: 'self' };

const inDomains = (addresses: Iterable<string>, domains: readonly Domain[]): string[] => {
  const ours = new Set(domains.flatMap(({ domainName, aliases }) => [domainName, ...aliases]).map((name) => name.toLowerCase()));
  return [...new Set(addresses)].filter((address) => ours.has(address.slice(address.indexOf('@') + 1)));
};

/**
 * Everything that the rows name, as far as it is there: who has their addresses, managers, groups, units and the domains. A few addresses
 * are asked for one by one, more cost less as a listing of everybody; `everybody`: that in any case, to find addresses that look alike.
 */
export function* observeNewUsers(
  users: readonly NewUser[],
  { everybody = false }: { readonly everybody?: boolean } = {},
): Task<Result<KnownNames>> {
  const domains = yield* listDomains(self);
  if (!domains.ok) return domains;
  const orgUnits = users.some(({ orgUnitPath }) => orgUnitPath !== '/') ? yield* listOrgUnits(self) : ok([]);
  if (!orgUnits.ok) return orgUnits;
  const managers = users.flatMap(({ fields }) => fields.flatMap(({ field, value }) => (field === 'manager' ? [value.toLowerCase()] : [])));
  const persons = inDomains([...users.map(({ email }) => email), ...managers], domains.value);
  const isLong = everybody || persons.length > singleLookUps;
  const people = isLong ? yield* listUsers(self) : yield* getEach(persons, (address) => getUser(self, address));
  if (!people.ok) return people;
  const places = inDomains([...users.map(({ email }) => email), ...users.flatMap(({ groups }) => groups)], domains.value);
  const groups = places.length > singleLookUps ? yield* listGroups(self) : yield* getEach(places, (address) => getGroup(self, address));
  if (!groups.ok) return groups;
  return ok({ users: people.value, groups: groups.value, orgUnits: orgUnits.value, domains: domains.value });
}
