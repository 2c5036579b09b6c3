import { readFields, readMask } from './fieldMask';
import { limits, costs } from './limits';
import { invalidArgument } from './peopleErrors';
import { peopleOperation, personView } from './peopleOperation';
import { integerParameter, parameter, readSources } from './readParameters';
import { displayedName } from './nameForms';
import { renderPerson } from './renderPerson';
import { currentVersion } from './StoredContact';
import type { ContactVersion } from './StoredContact';

/**
 * Prefix search over a cache. A query with no text brings the cache up to date; until the first one it is empty
 * (https://developers.google.com/people/v1/contacts#search_the_users_contacts).
 */
export const searchContacts = peopleOperation({
  id: 'people.searchContacts',
  verb: 'GET',
  path: 'v1/people:searchContacts',
  query: ['pageSize', 'query', 'readMask', 'sources'],
  scopes: 'read',
  effect: 'read',
  cost: costs.read,
  handle(people) {
    const { call, book } = people;
    const mask = readMask(parameter(call, 'readMask'), {
      parameter: 'readMask',
      allowed: readFields,
      page: 'people/searchContacts',
      whenEmpty: 'required',
    });
    const sources = readSources(call.query['sources'] ?? ['READ_SOURCE_TYPE_CONTACT']);
    const asked = integerParameter(call, 'pageSize') ?? 0;
    if (asked < 0) throw invalidArgument('Page size must not be negative.');
    const size = Math.min(asked || limits.searchPageSize.default, limits.searchPageSize.max);
    const query = (parameter(call, 'query') ?? '').trim().toLowerCase();
    if (query === '') {
      book.searchable = new Set(book.live().map((contact) => contact.resourceName));
      return {};
    }
    const view = personView(people, mask, sources);
    const results = book
      .live()
      .map((contact) => ({ contact, version: currentVersion(contact) }))
      .filter(
        ({ contact, version }) => book.searchable.has(contact.resourceName) && phrases(version).some((phrase) => hasPrefix(phrase, query)),
      )
      .slice(0, size)
      .map(({ contact, version }) => ({ person: renderPerson(contact, version, view) }));
    return results.length > 0 ? { results } : {};
  },
});

/** Texts of the fields that are searched: names, nicknames, e-mail addresses, phone numbers, organizations. */
function phrases({ fields }: ContactVersion): string[] {
  const of = (field: string, ...members: readonly string[]) =>
    (fields[field] ?? []).flatMap((item) => members.map((member) => item[member]).filter((value) => typeof value === 'string'));
  const names = (fields['names'] ?? []).map((name) => String(displayedName(name)['displayName'] ?? ''));
  const found = [
    ...of('nicknames', 'value'),
    ...of('emailAddresses', 'value'),
    ...of('phoneNumbers', 'value'),
    ...of('organizations', 'name', 'title', 'department'),
  ];
  return [...names, ...(found as string[])].map((phrase) => phrase.toLowerCase());
}

/** "foo name" matches f, fo, foo n, nam, but not "oo n". */
function hasPrefix(phrase: string, query: string): boolean {
  return phrase.startsWith(query) || phrase.includes(` ${query}`);
}
