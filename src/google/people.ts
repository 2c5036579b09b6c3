import type { Problem } from '../core/base/Problem';
import { chunkList } from '../core/base/chunkList';
import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { parseGroupMarks, type ContactGroup } from '../core/contacts/ContactGroup';
import type { ClientData, Person } from '../core/contacts/Person';
import { BATCH_SIZE } from '../core/plan/chooseWrites';
import { CONNECTIONS_PAGE } from '../core/plan/PlannedCalls';
import type { Subject, Task } from './Call';
import { translate } from './errors';
import { pages } from './pages';
import { readError } from './readError';
import { call, exchange } from './request';

/** All contacts of the account, page by page; each is reduced as its page arrives (undefined = left out). Fails unless every page came. */
export const listContacts = <T>(
  as: Subject,
  personFields: readonly string[],
  reduce: (person: Person) => T | undefined,
): Task<Result<T[]>> =>
  pages<Person, T>('people.people.connections.list', as, {
    request: {
      path: { resourceName: 'people/me' },
      // Without it Google merges profile data in, which is not the account owner's to write.
      query: { personFields: personFields.join(','), sources: ['READ_SOURCE_TYPE_CONTACT'], pageSize: CONNECTIONS_PAGE },
    },
    items: 'connections',
    reduce,
  });

/** A listing gives at most so many addresses and numbers of one contact (https://developers.google.com/people/api/rest/v1/people.connections/list). */
const LISTED_VALUES = 100;

/** True when a listed contact may have more addresses or numbers than the listing tells: `getContact` has them all. */
export const isCut = (person: Person): boolean =>
  [person['emailAddresses'], person['phoneNumbers']].some((values) => Array.isArray(values) && values.length >= LISTED_VALUES);

/** One contact, whole. */
export const getContact = (as: Subject, resourceName: string, personFields: readonly string[]): Task<Result<Person>> =>
  call<Person>('people.people.get', as, {
    path: { resourceName },
    query: { personFields: personFields.join(','), sources: ['READ_SOURCE_TYPE_CONTACT'] },
  });

/** Google takes 200 (https://developers.google.com/people/api/rest/v1/people/getBatchGet); an address of UrlFetchApp has room for these. */
const READ_AT_ONCE = 25;

/** Contacts by name, whole, in the order asked for; undefined where there is none of that name. */
export function* getContacts(
  as: Subject,
  resourceNames: readonly string[],
  personFields: readonly string[],
): Task<Result<(Person | undefined)[]>> {
  const found: (Person | undefined)[] = [];
  for (const names of chunkList(resourceNames, READ_AT_ONCE)) {
    const answer = yield* call<{ readonly responses?: readonly { readonly requestedResourceName?: string; readonly person?: Person }[] }>(
      'people.people.getBatchGet',
      as,
      { query: { personFields: personFields.join(','), resourceNames: names, sources: ['READ_SOURCE_TYPE_CONTACT'] } },
    );
    if (!answer.ok) return answer;
    const byName = new Map((answer.value.responses ?? []).map((one) => [one.requestedResourceName, one.person]));
    found.push(...names.map((name) => byName.get(name)));
  }
  return ok(found);
}

/** Largest page (https://developers.google.com/people/api/rest/v1/contactGroups/list); the default is 30. */
const GROUPS_PAGE = 1000;
const GROUP_FIELDS = 'clientData,groupType,memberCount,name';

interface ApiContactGroup {
  readonly resourceName?: string;
  readonly name?: string;
  readonly groupType?: string;
  readonly memberCount?: number;
  readonly clientData?: readonly ClientData[];
}

/** All contact groups of the account, Google's own included. */
export const listContactGroups = (as: Subject): Task<Result<ContactGroup[]>> =>
  pages<ApiContactGroup, ContactGroup>('people.contactGroups.list', as, {
    request: { query: { pageSize: GROUPS_PAGE, groupFields: GROUP_FIELDS } },
    items: 'contactGroups',
    reduce: contactGroup,
  });

/** Fails with `google.exists` when a group of that name is there. */
export function* createContactGroup(as: Subject, name: string, clientData: readonly ClientData[]): Task<Result<ContactGroup>> {
  // Unlike a list, a create takes no memberCount here.
  const body = { contactGroup: { name, clientData }, readGroupFields: 'clientData,groupType,name' };
  const created = yield* call<ApiContactGroup>('people.contactGroups.create', as, { body });
  if (!created.ok) return created;
  const group = contactGroup(created.value);
  return group === undefined ? fail(problem('google.unexpected', { operation: 'people.contactGroups.create' })) : ok(group);
}

/** The label alone: contacts that are under it stay, without it. One that is gone already is as it should be. */
export function* deleteContactGroup(as: Subject, resourceName: string): Task<Result<void>> {
  const deleted = yield* call('people.contactGroups.delete', as, { path: { resourceName } });
  return deleted.ok || deleted.problem.code === 'google.notFound' ? ok(undefined) : deleted;
}

const contactGroup = (group: ApiContactGroup): ContactGroup | undefined =>
  group.resourceName === undefined
    ? undefined
    : {
        resourceName: group.resourceName,
        name: group.name ?? '',
        groupType: group.groupType === 'SYSTEM_CONTACT_GROUP' ? 'SYSTEM_CONTACT_GROUP' : 'USER_CONTACT_GROUP',
        memberCount: group.memberCount ?? 0,
        marks: parseGroupMarks(group.clientData),
      };

/** What one batch came to. A batch that was not written has changed nothing, unless the problem is `google.unknownOutcome`. */
export type BatchOutcome =
  | { readonly kind: 'written' }
  /** Some items are at fault, by position; `problem` is the whole answer. */
  | { readonly kind: 'refused'; readonly items: ReadonlyMap<number, string>; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** At most 200 at once. Asks for nothing back: an empty mask spares Google the read, and the marks tell later what is there. */
export function* batchCreateContacts(as: Subject, persons: readonly Person[]): Task<BatchOutcome> {
  if (persons.length > BATCH_SIZE) throw new Error(`A batch takes ${BATCH_SIZE} contacts, not ${persons.length}`);
  const body = { contacts: persons.map((contactPerson) => ({ contactPerson })), readMask: '' };
  const answer = yield* exchange('people.people.batchCreateContacts', as, { body });
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return { kind: 'written' };
  const found = translate(answer, 'people.people.batchCreateContacts');
  if (answer.kind !== 'answered' || found.code !== 'google.itemsRefused') return { kind: 'failed', problem: found };
  const items = [...readError(answer).items].map(([key, message]) => [Number(key), message] as const);
  return { kind: 'refused', items: new Map(items.filter(([index]) => index >= 0 && index < persons.length)), problem: found };
}

/** At most `DELETE_BATCH_SIZE` at once; they go to the account's trash. Fails with `google.notFound` when one of them is not there any more. */
export function* batchDeleteContacts(as: Subject, resourceNames: readonly string[]): Task<Result<void>> {
  const deleted = yield* call('people.people.batchDeleteContacts', as, { body: { resourceNames } });
  return deleted.ok ? ok(undefined) : deleted;
}

/** One contact. `personFields=metadata` is the least Google gives back. */
export function* createContact(as: Subject, person: Person): Task<Result<void>> {
  const created = yield* call('people.people.createContact', as, { query: { personFields: 'metadata' }, body: person });
  return created.ok ? ok(undefined) : created;
}
