import { ok, type Result } from '../../core/base/Result';
import type { Person } from '../../core/contacts/Person';
import type { Subject, Task } from '../../google/Call';
import { getContact, listContacts } from '../../google/people';

/** Contacts of an account as they were reduced, how many it has, and how many of them took a call of their own. */
export interface WholeListing<T> {
  readonly contacts: readonly T[];
  readonly size: number;
  readonly readSingly: number;
}

/**
 * Every contact of an account, reduced as its page arrives. `take` gives back `whole` for one that the listing cuts short and that has
 * to be read by itself: what is left of that is up to `reduce`. One that is gone by then is left out.
 */
export function* listWhole<T extends object>(
  as: Subject,
  personFields: readonly string[],
  take: (person: Person) => T | 'whole' | undefined,
  reduce: (person: Person) => T | undefined,
): Task<Result<WholeListing<T>>> {
  const cut: string[] = [];
  let size = 0;
  const listed = yield* listContacts(as, personFields, (person) => {
    size += 1;
    const taken = take(person);
    if (taken !== 'whole') return taken;
    if (person.resourceName !== undefined) cut.push(person.resourceName);
    return undefined;
  });
  if (!listed.ok) return listed;
  const contacts = [...listed.value];
  for (const resourceName of cut) {
    const whole = yield* getContact(as, resourceName, personFields);
    if (!whole.ok && whole.problem.code !== 'google.notFound') return whole;
    const contact = whole.ok ? reduce(whole.value) : undefined;
    if (contact !== undefined) contacts.push(contact);
  }
  return ok({ contacts, size, readSingly: cut.length });
}
