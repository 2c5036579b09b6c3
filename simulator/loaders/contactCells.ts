import type { Item } from '../people/StoredContact';
import type { FixedColumn, NumberedColumn } from './contactColumns';
import { printDate } from './contactDate';
import { labelWord, type LabelledKind } from './labelType';
import { numberedCells, type LabelledEntry } from './numberedCells';

/** The cells of one contact, without its labels: their names are the account's. */
export interface ContactCells {
  readonly fixed: Readonly<Record<Exclude<FixedColumn, 'Labels'>, string>>;
  readonly numbered: Readonly<Record<NumberedColumn, readonly Readonly<Record<string, string>>[]>>;
}

const ADDRESS_CELLS: readonly (readonly [part: string, member: string])[] = [
  ['Formatted', 'formattedValue'],
  ['Street', 'streetAddress'],
  ['City', 'city'],
  ['PO Box', 'poBox'],
  ['Region', 'region'],
  ['Postal Code', 'postalCode'],
  ['Extended Address', 'extendedAddress'],
];

/** `person` is a Person of the People API. */
export function contactCells(person: Item): ContactCells {
  const name = items(person, 'names')[0];
  const organization = items(person, 'organizations')[0];
  const birthday = items(person, 'birthdays')[0];
  const photo = items(person, 'photos').find((one) => one['default'] !== true);
  const nickname = items(person, 'nicknames').find(({ type }) => type === undefined || type === 'DEFAULT');
  return {
    fixed: {
      'First Name': text(name, 'givenName'),
      'Middle Name': text(name, 'middleName'),
      'Last Name': text(name, 'familyName'),
      'Phonetic First Name': text(name, 'phoneticGivenName'),
      'Phonetic Middle Name': text(name, 'phoneticMiddleName'),
      'Phonetic Last Name': text(name, 'phoneticFamilyName'),
      'Name Prefix': text(name, 'honorificPrefix'),
      'Name Suffix': text(name, 'honorificSuffix'),
      Nickname: text(nickname, 'value'),
      'File As': text(items(person, 'fileAses')[0], 'value'),
      'Organization Name': text(organization, 'name'),
      'Organization Title': text(organization, 'title'),
      'Organization Department': text(organization, 'department'),
      Birthday: printDate(birthday?.['date']) ?? text(birthday, 'text'),
      Notes: text(items(person, 'biographies')[0], 'value'),
      Photo: text(photo, 'url'),
    },
    numbered: {
      'E-mail': values(person, 'emailAddresses', (item) => text(item, 'value')),
      Phone: values(person, 'phoneNumbers', (item) => text(item, 'value')),
      Address: numberedCells(items(person, 'addresses').map(address)),
      Relation: values(person, 'relations', (item) => text(item, 'person')),
      Website: values(person, 'urls', (item) => text(item, 'value')),
      Event: values(person, 'events', (item) => printDate(item['date']) ?? ''),
      'Custom Field': numberedCells(items(person, 'userDefined').map(customField).filter(hasValue)),
    },
  };
}

function values(person: Item, kind: LabelledKind, print: (item: Item) => string): Record<string, string>[] {
  const entries = items(person, kind).map((item) => ({ ...labelled(kind, item), cells: { Value: print(item) } }));
  return numberedCells(entries.filter(hasValue));
}

function address(item: Item): LabelledEntry {
  const parts = ADDRESS_CELLS.map(([part, member]) => [part, text(item, member)]);
  const country = text(item, 'country') || text(item, 'countryCode');
  return { ...labelled('addresses', item), primary: false, cells: { ...Object.fromEntries(parts), Country: country } };
}

function customField(item: Item): LabelledEntry {
  return { label: text(item, 'key'), primary: false, cells: { Value: text(item, 'value') } };
}

function labelled(kind: LabelledKind, item: Item): { label: string; primary: boolean } {
  const metadata = item['metadata'] as Item | undefined;
  return { label: labelWord(kind, text(item, 'type')), primary: kind !== 'events' && metadata?.['sourcePrimary'] === true };
}

function hasValue({ cells }: LabelledEntry): boolean {
  return (cells['Value'] ?? '').trim() !== '';
}

function items(person: Item, field: string): readonly Item[] {
  return (person[field] as readonly Item[] | undefined) ?? [];
}

function text(item: Item | undefined, member: string): string {
  const value = item?.[member];
  return typeof value === 'string' ? value : '';
}
