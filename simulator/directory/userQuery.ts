import type { World } from '../World';
import type { UserRecord } from './DirectoryRecords';
import { isWithin } from './orgUnitTree';
import { parseQuery, type QueryClause } from './parseQuery';

type Entry = Readonly<Record<string, unknown>>;

interface Field {
  readonly operators: readonly QueryClause['operator'][];
  test(user: UserRecord, clause: QueryClause, world: World): boolean;
}

/** A test for the users that match a query; undefined when the query is not one that Google understands. */
export function userQuery(world: World, query: string): ((user: UserRecord) => boolean) | undefined {
  const clauses = parseQuery(query);
  if (clauses === undefined) return undefined;
  const tests: ((user: UserRecord) => boolean)[] = [];
  for (const clause of clauses) {
    const field = clause.field === undefined ? ANY : (FIELDS[clause.field] ?? schemaField(clause.field));
    if (field === undefined || !field.operators.includes(clause.operator)) return undefined;
    tests.push((user) => field.test(user, clause, world));
  }
  return (user) => tests.every((test) => test(user));
}

function matchesText(value: unknown, { operator, value: wanted }: QueryClause): boolean {
  if (value === undefined || value === null) return false;
  const [text, part] = [String(value).toLowerCase(), wanted.toLowerCase()];
  if (operator === '=') return text === part;
  return operator === 'prefix' ? text.startsWith(part) : text.includes(part);
}

function texts(valuesOf: (user: UserRecord) => readonly unknown[], operators: Field['operators'] = ['=', ':']): Field {
  return { operators, test: (user, clause) => valuesOf(user).some((value) => matchesText(value, clause)) };
}

function flag(valueOf: (user: UserRecord) => boolean): Field {
  return { operators: ['='], test: (user, { value }) => String(valueOf(user)) === value.toLowerCase() };
}

function entries(list: object[] | undefined, key: string): unknown[] {
  return (list ?? []).map((entry) => (entry as Entry)[key]);
}

function organizations(key: string): Field {
  return texts((user) => entries(user.organizations, key));
}

function address(key: string): Field {
  return texts((user) => entries(user.addresses, key));
}

/** Users above this one, nearest first; a circle ends. */
function managersOf(user: UserRecord, world: World, levels: number): UserRecord[] {
  const found: UserRecord[] = [];
  let current: UserRecord | undefined = user;
  for (let level = 0; level < levels && current !== undefined; level++) {
    const relation = (current.relations ?? []).find((entry) => (entry as Entry)['type'] === 'manager') as Entry | undefined;
    current = world.directory.userByEmail(String(relation?.['value'] ?? ''));
    if (current === undefined || found.includes(current)) break;
    found.push(current);
  }
  return found;
}

function manager(levels: number, matches: (manager: UserRecord, value: string) => boolean): Field {
  return { operators: ['='], test: (user, { value }, world) => managersOf(user, world, levels).some((one) => matches(one, value)) };
}

const hasAddress = (user: UserRecord, value: string): boolean => addressesOf(user).some((one) => one.toLowerCase() === value.toLowerCase());
const hasId = (user: UserRecord, value: string): boolean => user.id === value;

function addressesOf(user: UserRecord): string[] {
  return [user.primaryEmail, ...user.aliases];
}

const PREFIX: Field['operators'] = ['=', ':', 'prefix'];

/** https://developers.google.com/workspace/admin/directory/v1/guides/search-users#fields */
const FIELDS: Readonly<Record<string, Field>> = {
  name: texts(({ name }) => [`${name.givenName} ${name.familyName}`]),
  email: texts(addressesOf, PREFIX),
  givenName: texts(({ name }) => [name.givenName], PREFIX),
  familyName: texts(({ name }) => [name.familyName], PREFIX),
  isAdmin: flag((user) => user.isAdmin),
  isDelegatedAdmin: flag((user) => user.isDelegatedAdmin),
  isSuspended: flag((user) => user.suspended),
  isArchived: flag((user) => user.archived),
  isEnrolledIn2Sv: flag((user) => user.isEnrolledIn2Sv),
  isEnforcedIn2Sv: flag((user) => user.isEnforcedIn2Sv),
  im: texts((user) => entries(user.ims, 'im')),
  externalId: texts((user) => entries(user.externalIds, 'value')),
  manager: manager(Infinity, hasAddress),
  managerId: manager(Infinity, hasId),
  directManager: manager(1, hasAddress),
  directManagerId: manager(1, hasId),
  address: texts((user) => (user.addresses ?? []).flatMap((entry) => Object.values(entry)), [':']),
  addressPoBox: address('poBox'),
  addressExtended: address('extendedAddress'),
  addressStreet: address('streetAddress'),
  addressLocality: address('locality'),
  addressRegion: address('region'),
  addressPostalCode: address('postalCode'),
  addressCountry: address('country'),
  orgName: organizations('name'),
  orgTitle: organizations('title'),
  orgDepartment: organizations('department'),
  orgDescription: organizations('description'),
  orgCostCenter: organizations('costCenter'),
  phone: texts((user) => entries(user.phones, 'value'), ['=']),
  // The unit and everything below it.
  orgUnitPath: { operators: ['='], test: (user, { value }) => isWithin(user.orgUnitPath, value) },
};

/** A bare value is looked for in the names and addresses. */
const ANY: Field = texts((user) => [user.name.givenName, user.name.familyName, ...addressesOf(user)], ['prefix']);

/** `schema.field`; multi-valued fields hold `{value}` entries. */
function schemaField(name: string): Field | undefined {
  const [schema, field, ...more] = name.split('.');
  if (schema === undefined || field === undefined || more.length > 0) return undefined;
  return texts((user) => {
    const value = user.customSchemas?.[schema]?.[field];
    return Array.isArray(value) ? value.map((entry) => (entry as Entry)['value']) : [value];
  }, PREFIX);
}
