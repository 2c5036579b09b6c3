import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { MARK_KEY } from '../core/contacts/Mark';
import type { ClientData, Person } from '../core/contacts/Person';
import { BATCH_SIZE } from '../core/plan/chooseWrites';
import type { Subject, Task } from './Call';
import { translate } from './errors';
import type { BatchOutcome } from './people';
import { readError } from './readError';
import { call, exchange } from './request';

/** A contact as it shall be, in the fields that a mask names; one that is absent is cleared. */
export interface ContactUpdate {
  readonly resourceName: string;
  /** Of its CONTACT source, as it was read: `google.etagConflict` when the contact changed since. */
  readonly etag: string;
  readonly person: Person;
}

const bodyOf = ({ etag, person }: ContactUpdate): Person => ({ ...person, metadata: { sources: [{ type: 'CONTACT', etag }] } });

/** One contact (https://developers.google.com/people/api/rest/v1/people/updateContact). */
export function* updateContact(as: Subject, update: ContactUpdate, mask: readonly string[]): Task<Result<void>> {
  const { resourceName } = update;
  const query = { updatePersonFields: mask.join(','), personFields: 'metadata' };
  const updated = yield* call('people.people.updateContact', as, { path: { resourceName }, query, body: bodyOf(update) });
  return updated.ok ? ok(undefined) : updated;
}

/** At most 200 at once, all with one mask; all or nothing. */
export function* batchUpdateContacts(as: Subject, updates: readonly ContactUpdate[], mask: readonly string[]): Task<BatchOutcome> {
  if (updates.length > BATCH_SIZE) throw new Error(`A batch takes ${BATCH_SIZE} contacts, not ${updates.length}`);
  const contacts = Object.fromEntries(updates.map((update) => [update.resourceName, bodyOf(update)]));
  const body = { contacts, updateMask: mask.join(','), readMask: '' };
  const answer = yield* exchange('people.people.batchUpdateContacts', as, { body });
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return { kind: 'written' };
  const found = translate(answer, 'people.people.batchUpdateContacts');
  if (answer.kind !== 'answered' || found.code !== 'google.itemsRefused') return { kind: 'failed', problem: found };
  const named = readError(answer).items;
  const items = updates.flatMap(({ resourceName }, index) => {
    const message = named.get(resourceName);
    return message === undefined ? [] : [[index, message] as const];
  });
  return { kind: 'refused', items: new Map(items), problem: found };
}

interface ApiLabel {
  readonly etag?: string;
  readonly name?: string;
  readonly clientData?: readonly ClientData[];
}

/**
 * Puts a mark on a label, in place of Roster's earlier one of the same origin, and names it when there is a name. It is read just
 * before, since entries of other tools go back with it (https://developers.google.com/people/api/rest/v1/contactGroups/update).
 */
export function* updateContactGroup(
  as: Subject,
  resourceName: string,
  change: { readonly name?: string; readonly mark: ClientData; readonly replaces: (entry: ClientData) => boolean },
): Task<Result<void>> {
  const path = { resourceName };
  const read = yield* call<ApiLabel>('people.contactGroups.get', as, { path, query: { groupFields: 'clientData,name' } });
  if (!read.ok) return read;
  const { etag, name = '', clientData = [] } = read.value;
  if (etag === undefined) return fail(problem('google.unexpected', { operation: 'people.contactGroups.get' }));
  const kept = clientData.filter((entry) => entry.key !== MARK_KEY || !change.replaces(entry));
  const contactGroup = { etag, name: change.name ?? name, clientData: [...kept, change.mark] };
  const updateGroupFields = change.name === undefined ? 'clientData' : 'clientData,name';
  const body = { contactGroup, updateGroupFields, readGroupFields: 'name' };
  const updated = yield* call('people.contactGroups.update', as, { path, body });
  return updated.ok ? ok(undefined) : updated;
}

/**
 * At most 1,000 names together. Contacts that are gone, and those that would be left without any label, stay as they are
 * (https://developers.google.com/people/api/rest/v1/contactGroups.members/modify).
 */
export function* modifyMembers(
  as: Subject,
  resourceName: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Task<Result<void>> {
  const body = { resourceNamesToAdd: add, resourceNamesToRemove: remove };
  const modified = yield* call('people.contactGroups.members.modify', as, { path: { resourceName }, body });
  return modified.ok ? ok(undefined) : modified;
}
