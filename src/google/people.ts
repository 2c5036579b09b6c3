import type { ContactGroup } from '../core/contacts/ContactGroup';
import type { ClientData, Person } from '../core/contacts/Person';
import type { Problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import type { Subject, Task } from './Call';
import { call } from './request';

/** All contacts of the account, page by page; each is reduced as its page arrives (undefined = left out). Fails unless every page came. */
export function* listContacts<T>(
  as: Subject,
  personFields: readonly string[],
  reduce: (person: Person) => T | undefined,
): Task<Result<T[]>> {
  throw new Error(`being written ${as.kind} ${personFields.length} ${reduce.length}`);
  yield* call('people.people.connections.list', as);
}

/** All contact groups of the account, Google's own included. */
export function* listContactGroups(as: Subject): Task<Result<ContactGroup[]>> {
  throw new Error(`being written ${as.kind}`);
  yield* call('people.contactGroups.list', as);
}

/** Fails with `google.exists` when a group of that name is there. */
export function* createContactGroup(as: Subject, name: string, clientData: readonly ClientData[]): Task<Result<ContactGroup>> {
  throw new Error(`being written ${as.kind} ${name} ${clientData.length}`);
  yield* call('people.contactGroups.create', as);
}

/** What one batch came to. A refused batch has written nothing. */
export type BatchOutcome =
  | { readonly kind: 'created' }
  | { readonly kind: 'refused'; readonly items: ReadonlyMap<number, Problem> }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** At most 200 at once. */
export function* batchCreateContacts(as: Subject, persons: readonly Person[]): Task<BatchOutcome> {
  throw new Error(`being written ${as.kind} ${persons.length}`);
  yield* call('people.people.batchCreateContacts', as);
}

export function* createContact(as: Subject, person: Person): Task<Result<void>> {
  throw new Error(`being written ${as.kind} ${person.resourceName}`);
  yield* call('people.people.createContact', as);
}
