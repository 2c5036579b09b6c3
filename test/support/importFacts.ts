import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { newAddresses } from './importRunCase';
import type { ImportRunCompany } from './importRunCompany';

/** What is known of a user, each fact by itself, as JSON. */
export type UserFactsAt = Readonly<Record<string, string>>;
/** By Directory id; of users whom rows create by their address. */
export type WorldFacts = ReadonlyMap<string, UserFactsAt>;

/** Told elsewhere, not of a person's making, or different each time. */
const apart = new Set([
  'id',
  'primaryEmail',
  'aliases',
  'name',
  'phones',
  'externalIds',
  'organizations',
  'customSchemas',
  'isAdmin',
  'isDelegatedAdmin',
  'adminPrivileges',
  'creationTime',
  'completeAt',
  'servicesReadyAt',
  'password',
  'suspensionReason',
  'agreedToTerms',
]);

type Entry = Readonly<Record<string, unknown>> & { readonly type?: string };

const byType = (name: string, list: readonly object[] | undefined): [string, unknown][] => {
  const groups = new Map<string, object[]>();
  for (const one of list ?? []) {
    const { type = '', ...rest } = one as Entry;
    groups.set(type, [...(groups.get(type) ?? []), rest]);
  }
  return [...groups].map(([type, entries]) => [`${name}/${type}`, entries]);
};

/** Several values of a custom field may have types, which a row does not name. */
const valuesOf = (value: unknown): unknown => (Array.isArray(value) ? value.map((one: { readonly value?: unknown }) => one.value) : value);

const factsOfUser = ({ world, customer }: Pick<ImportRunCompany, 'world' | 'customer'>, user: UserRecord): UserFactsAt => {
  const organization = (user.organizations?.[0] ?? {}) as Readonly<Record<string, unknown>>;
  const facts: (readonly [string, unknown])[] = [
    ...Object.entries(user).filter(([name]) => !apart.has(name)),
    ...Object.entries(user.name).filter(([name]) => name !== 'fullName').map(([name, value]) => [`name/${name}`, value] as const), // prettier-ignore
    ...byType('phones', user.phones),
    ...byType('externalIds', user.externalIds),
    ...['title', 'department'].map((name) => [`organizations/${name}`, organization[name] === '' ? undefined : organization[name]] as const), // prettier-ignore
    ...Object.entries(user.customSchemas ?? {}).flatMap(([schema, fields]) =>
      Object.entries(fields).map(([field, value]) => [`${schema}/${field}`, valuesOf(value)] as const),
    ),
    ...[...world.directory.groups.values()].flatMap(({ email, members }) =>
      members.filter(({ id }) => id === user.id).map(({ role }) => [`group/${email}`, role] as const),
    ),
    ...[...world.chat.spaces.values()].flatMap(({ displayName, memberships }) =>
      memberships.filter(({ id }) => id === user.id).map(({ role }) => [`space/${displayName}`, role] as const),
    ),
    ...customer.admins.assignmentsTo(user.id).map(({ roleId, orgUnitId }) => [`role/${roleId}/${orgUnitId ?? ''}`, true] as const),
  ];
  return Object.fromEntries(
    facts.flatMap(([name, value]) => {
      const text = value === undefined || value === '' ? undefined : JSON.stringify(value);
      return text === undefined || text === '[]' ? [] : [[name, text] as const];
    }),
  );
};

/** Everybody of the company. */
export const worldFacts = (company: Pick<ImportRunCompany, 'world' | 'customer'>): WorldFacts => {
  const isNew = (email: string): boolean => (newAddresses as readonly string[]).includes(email);
  return new Map(
    [...company.world.directory.users.values()].map((user) => [
      isNew(user.primaryEmail) ? `new:${user.primaryEmail}` : user.id,
      factsOfUser(company, user),
    ]),
  );
};
