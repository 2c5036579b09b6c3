import type { ColumnReader } from './ColumnReader';
import { contactAddresses } from './contactAddresses';
import { given, several, splitLabel } from './contactCell';
import { contactDate } from './contactDate';
import { labelType, type LabelledKind } from './labelType';
import type { CsvRecord } from './readCsv';

type Item = Record<string, unknown>;

/** People API field and columns of each numbered group of columns, as the headings name them in lower case. */
const VALUE_GROUPS: readonly { readonly column: string; readonly kind: LabelledKind; readonly member: string }[] = [
  { column: 'e-mail', kind: 'emailAddresses', member: 'value' },
  { column: 'phone', kind: 'phoneNumbers', member: 'value' },
  { column: 'website', kind: 'urls', member: 'value' },
  { column: 'relation', kind: 'relations', member: 'person' },
];

/** One record as a Person of the People API. `numbers` is of `groupNumbers`; `faults` says which values no contact could hold. */
export function contactPerson(
  columns: ColumnReader,
  record: CsvRecord,
  numbers: (column: string) => readonly number[],
): { person: Record<string, Item[]>; faults: string[] } {
  const cell = (...names: string[]): string => columns.cell(record, ...names);
  const faults: string[] = [];
  const person: Record<string, Item[]> = {};
  const add = (field: string, ...items: Item[]): void => {
    const filled = items.filter((item) => Object.keys(item).some((member) => !['type', 'metadata', 'contentType'].includes(member)));
    if (filled.length > 0) person[field] = [...(person[field] ?? []), ...filled];
  };

  add('names', {
    ...given('givenName', cell('first name', 'given name')),
    ...given('middleName', cell('middle name', 'additional name')),
    ...given('familyName', cell('last name', 'family name')),
    ...given('phoneticGivenName', cell('phonetic first name', 'given name yomi')),
    ...given('phoneticMiddleName', cell('phonetic middle name', 'additional name yomi')),
    ...given('phoneticFamilyName', cell('phonetic last name', 'family name yomi')),
    ...given('honorificPrefix', cell('name prefix')),
    ...given('honorificSuffix', cell('name suffix')),
  });
  const whole = cell('name');
  if (!person.names) add('names', given('unstructuredName', whole));
  add('nicknames', given('value', cell('nickname')));
  for (const [column, type] of [
    ['initials', 'INITIALS'],
    ['short name', 'SHORT_NAME'],
    ['maiden name', 'MAIDEN_NAME'],
  ] as const) {
    if (cell(column) !== '') add('nicknames', { value: cell(column), type });
  }
  add('fileAses', given('value', cell('file as')));
  const notes = columns.raw(record, 'notes');
  if (notes.trim() !== '') add('biographies', { value: notes.replace(/\r\n/g, '\n'), contentType: 'TEXT_PLAIN' });
  const birthday = cell('birthday');
  if (birthday !== '') add('birthdays', contactDate(birthday) ? { date: contactDate(birthday) } : { text: birthday });
  add('organizations', ...organizations(cell, numbers('organization')));

  for (const { column, kind, member } of VALUE_GROUPS) {
    let marked = false;
    for (const n of numbers(column)) {
      const { primary, word } = splitLabel(cell(`${column} ${n} - label`, `${column} ${n} - type`));
      const type = given('type', labelType(kind, word));
      for (const value of several(cell(`${column} ${n} - value`))) {
        add(kind, { [member]: value, ...type, ...(primary && !marked ? { metadata: { sourcePrimary: true } } : {}) });
        marked ||= primary;
      }
    }
  }
  for (const n of numbers('address')) add('addresses', ...contactAddresses(cell, n));
  for (const n of numbers('im')) {
    const usernames = several(cell(`im ${n} - value`));
    const protocol = given('protocol', protocolOf(cell(`im ${n} - service`)));
    const type = given('type', labelType('imClients', splitLabel(cell(`im ${n} - type`)).word));
    add('imClients', ...usernames.map((username) => ({ username, ...protocol, ...type })));
  }
  for (const n of numbers('event')) {
    const type = given('type', labelType('events', splitLabel(cell(`event ${n} - label`, `event ${n} - type`)).word));
    for (const text of several(cell(`event ${n} - value`))) {
      const date = contactDate(text);
      if (date) add('events', { date, ...type });
      else faults.push(`without its event "${text}", which is no date`);
    }
  }
  for (const n of numbers('custom field')) {
    const key = splitLabel(cell(`custom field ${n} - label`, `custom field ${n} - type`)).word;
    for (const value of several(cell(`custom field ${n} - value`))) add('userDefined', { key: key || 'Custom', value });
  }
  return { person, faults };
}

/** For a group of columns `<column> n - …`: the numbers n that the header has, in order. */
export function groupNumbers(header: readonly string[]): (column: string) => readonly number[] {
  const known = new Map<string, Set<number>>();
  for (const heading of header) {
    const match = /^(.+) (\d+) - /.exec(heading.toLowerCase());
    if (match) known.set(match[1]!, (known.get(match[1]!) ?? new Set()).add(Number(match[2])));
  }
  return (column) => [...(known.get(column) ?? [])].sort((a, b) => a - b);
}

/** The one organization of the current export, or the numbered ones of the older. */
function organizations(cell: (...names: string[]) => string, numbers: readonly number[]): Item[] {
  const read = (prefix: string): Item => ({
    ...given('name', cell(`${prefix}name`)),
    ...given('title', cell(`${prefix}title`)),
    ...given('department', cell(`${prefix}department`)),
  });
  return [
    read('organization '),
    ...numbers.map((n) => ({
      ...read(`organization ${n} - `),
      ...given('type', labelType('organizations', splitLabel(cell(`organization ${n} - type`)).word)),
      ...given('phoneticName', cell(`organization ${n} - yomi name`)),
      ...given('symbol', cell(`organization ${n} - symbol`)),
      ...given('location', cell(`organization ${n} - location`)),
      ...given('jobDescription', cell(`organization ${n} - job description`)),
    })),
  ];
}

function protocolOf(service: string): string {
  const plain = service.toLowerCase().replace(/[\s_-]+/g, '');
  const known = ['aim', 'msn', 'yahoo', 'skype', 'qq', 'googleTalk', 'icq', 'jabber', 'netMeeting'];
  return known.find((protocol) => protocol.toLowerCase() === plain) ?? service;
}
