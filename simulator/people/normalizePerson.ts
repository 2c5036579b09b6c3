import { updateFields } from './fieldMask';
import { limits } from './limits';
import { structureName } from './nameForms';
import { invalidArgument, moreThanOne } from './peopleErrors';
import { isObject } from './readMessage';
import type { Json } from './readMessage';
import type { Item, PersonFields } from './StoredContact';

/** At most one entry per contact (https://developers.google.com/people/api/rest/v1/people/createContact). */
const SINGLETONS = ['names', 'biographies', 'birthdays', 'genders'];

/** What can be set when a contact is made; `fileAses` and `skills` are in no update mask. */
export const createFields: readonly string[] = [...updateFields.filter((name) => name !== 'memberships'), 'fileAses', 'skills'];

/**
 * The settable fields of a person that was sent (`person` as readMessage gives it), for the fields named. Entries of other
 * sources than the contact are ignored, as Google ignores "any non-contact data".
 */
export function normalizePerson(person: Json, names: readonly string[]): PersonFields {
  const fields: Record<string, readonly Item[]> = {};
  for (const name of names) {
    if (name === 'memberships') continue;
    const items = ((person[name] as Item[] | undefined) ?? []).filter(isOfContact).map(storedItem).filter(hasValue);
    if (SINGLETONS.includes(name) && items.length > 1) throw moreThanOne(name);
    if (items.filter((item) => (item['metadata'] as Item | undefined)?.['sourcePrimary'] === true).length > 1) {
      throw invalidArgument(`Cannot have more than one primary person.${name} per source.`);
    }
    if (items.length > 0) fields[name] = name === 'names' ? items.map(structureName) : items;
  }
  return fields;
}

/** Group names of the memberships that were sent; a domain membership is not of the contact. */
export function sentGroups(person: Json): string[] {
  const memberships = (person['memberships'] as Item[] | undefined) ?? [];
  const names = memberships.map((one) => (one['contactGroupMembership'] as Item | undefined)?.['contactGroupResourceName']);
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** Refuses what a contact cannot hold. */
export function checkSize(fields: PersonFields): void {
  let count = 0;
  for (const [name, items] of Object.entries(fields)) {
    for (const item of items) {
      for (const [member, value] of Object.entries(item)) {
        if (member === 'metadata') continue;
        count += 1;
        if (name !== 'biographies' && typeof value === 'string' && value.length > limits.charactersPerValue) {
          throw invalidArgument(`Value of person.${name} is longer than ${limits.charactersPerValue} characters.`);
        }
      }
    }
  }
  if (count > limits.fieldsPerContact) throw invalidArgument(`Contact has more than ${limits.fieldsPerContact} fields.`);
  if (Buffer.byteLength(JSON.stringify(fields)) > limits.bytesPerContact) throw invalidArgument('Contact is too large.');
}

function isOfContact(item: Item): boolean {
  const source = (item['metadata'] as Item | undefined)?.['source'] as Item | undefined;
  return source?.['type'] === undefined || source['type'] === 'CONTACT' || source['type'] === 'SOURCE_TYPE_UNSPECIFIED';
}

function storedItem(item: Item): Item {
  const { metadata, ...rest } = item;
  const primary = (metadata as Item | undefined)?.['sourcePrimary'] === true;
  return primary ? { ...withoutDefaults(rest), metadata: { sourcePrimary: true } } : withoutDefaults(rest);
}

/** Empty texts, zeros (the year of a birthday without one) and false do not come back (https://protobuf.dev/programming-guides/json/). */
function withoutDefaults(item: Item): Item {
  const entries = Object.entries(item).map(([name, value]) => [name, isObject(value) ? withoutDefaults(value) : value] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== false && value !== 0 && value !== undefined));
}

/** An entry with nothing in it, or a type only, is no data. */
function hasValue(item: Item): boolean {
  return Object.keys(item).some((member) => member !== 'metadata' && member !== 'type' && member !== 'contentType');
}
