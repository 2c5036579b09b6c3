import { ok, type Result } from '../../core/base/Result';
import { markedFields, reduceMarked, type MarkedContact } from '../../core/removal/MarkedContact';
import type { MarkedAccount } from '../../core/removal/planRemoval';
import type { Subject, Task } from '../../google/Call';
import { getContact, isCut, listContactGroups, listContacts } from '../../google/people';

/** What a removal has to know of a target, out of complete listings. `as` acts as the target user. */
export function* observeMarked(as: Subject, targetId: string): Task<Result<MarkedAccount>> {
  const cut: string[] = [];
  let size = 0;
  const listed = yield* listContacts(as, markedFields, (person) => {
    size += 1;
    const contact = reduceMarked(person);
    if (contact === undefined || contact.marks.length === 0 || !isCut(person)) return contact;
    cut.push(contact.resourceName);
    return undefined;
  });
  if (!listed.ok) return listed;
  const contacts: MarkedContact[] = [...listed.value];
  for (const resourceName of cut) {
    const whole = yield* getContact(as, resourceName, markedFields);
    if (!whole.ok && whole.problem.code !== 'google.notFound') return whole;
    const contact = whole.ok ? reduceMarked(whole.value) : undefined;
    if (contact !== undefined) contacts.push(contact);
  }
  const groups = yield* listContactGroups(as);
  return groups.ok ? ok({ targetId, size, contacts, groups: groups.value, readSingly: cut.length }) : groups;
}
