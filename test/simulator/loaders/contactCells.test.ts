import { loadContactsCsv } from '../../../simulator/loaders/loadContactsCsv';
import { printContactsCsv } from '../../../simulator/loaders/printContactsCsv';
import { readCsv } from '../../../simulator/loaders/readCsv';
import { addTo, contentsOf, twoAccounts } from '../../support/contactAccounts';

/** One contact, printed and read as a table: the cells that are not empty, by column. */
function cells(person: object, groups: readonly string[] = ['contactGroups/myContacts']) {
  const { world, first } = twoAccounts();
  addTo(world, first, person, groups);
  const { header, records } = readCsv(printContactsCsv(world, first));
  return Object.fromEntries(header.flatMap((column, at) => (records[0]!.cells[at] ? [[column, records[0]!.cells[at]]] : [])));
}

/** A contact's fields after it was printed and loaded elsewhere. */
function again(person: object) {
  const { world, first, second } = twoAccounts();
  addTo(world, first, person, ['contactGroups/myContacts']);
  loadContactsCsv(world, second, printContactsCsv(world, first));
  return contentsOf(world, second)[0]!.fields;
}

describe('a cell of the Google CSV', () => {
  test("stars the primary value and Google's own groups, and joins neighbours of one label", () => {
    const emailAddresses = [
      { value: 'a@example.net', type: 'work' },
      { value: 'b@example.net', type: 'work', metadata: { sourcePrimary: true } },
      { value: 'c@example.net', type: 'work' },
      { value: 'd@example.net', type: 'Alumni' },
    ];
    expect(cells({ emailAddresses }, ['contactGroups/starred', 'contactGroups/myContacts', 'Press', 'family'])).toEqual({
      Labels: 'Press ::: family ::: * myContacts ::: * starred',
      'E-mail 1 - Label': 'Work',
      'E-mail 1 - Value': 'a@example.net',
      'E-mail 2 - Label': '* Work',
      'E-mail 2 - Value': 'b@example.net ::: c@example.net',
      'E-mail 3 - Label': 'Alumni',
      'E-mail 3 - Value': 'd@example.net',
    });
  });

  test.each([
    [{ phoneNumbers: [{ value: '1', type: 'workFax' }] }, 'Phone 1 - Label', 'Work Fax'],
    [{ phoneNumbers: [{ value: '1', type: 'googleVoice' }] }, 'Phone 1 - Label', 'Grand Central'],
    [{ phoneNumbers: [{ value: '1', metadata: { sourcePrimary: true } }] }, 'Phone 1 - Label', '* '],
    [{ emailAddresses: [{ value: 'a@b.c', type: 'mobile' }] }, 'E-mail 1 - Label', 'mobile'],
    [{ relations: [{ person: 'Kim', type: 'domesticPartner' }] }, 'Relation 1 - Label', 'Domestic Partner'],
    [{ urls: [{ value: 'x', type: 'ftp' }] }, 'Website 1 - Label', 'FTP'],
    [{ birthdays: [{ date: { year: 1980, month: 2, day: 29 } }] }, 'Birthday', '1980-02-29'],
    [{ birthdays: [{ date: { month: 2, day: 29 } }] }, 'Birthday', ' --02-29'],
    [{ birthdays: [{ text: 'around Easter' }] }, 'Birthday', 'around Easter'],
    [{ events: [{ date: { month: 5, day: 6 }, type: 'anniversary' }] }, 'Event 1 - Value', ' --05-06'],
    [{ addresses: [{ streetAddress: '1 High St', city: 'London', country: 'GB' }] }, 'Address 1 - Formatted', '1 High St\nLondon\nGB'],
  ])('of %j has in %j %j', (person, column, cell) => {
    expect(cells(person)[column]).toBe(cell);
  });

  test.each([
    ['line breaks', 'one\n\ntwo\nthree'],
    ['quotes', '"quoted", "" and \' as well'],
    ['a formula', '=HYPERLINK("http://example.net","x")'],
    ['signs that spreadsheets read', '+1-2@3'],
    ['emoji', '👩🏽‍🚀🇨🇭'],
    ['separators', 'a,b;c\td'],
    ['right to left', 'שלום'],
  ])('holds %s in names, notes, labels and custom fields', (_, text) => {
    const { world, first, second } = twoAccounts();
    const person = { names: [{ familyName: text }], biographies: [{ value: text }], userDefined: [{ key: text, value: text }] };
    addTo(world, first, person, [text]);
    loadContactsCsv(world, second, printContactsCsv(world, first));
    expect(contentsOf(world, second)).toEqual([
      expect.objectContaining({
        fields: expect.objectContaining({ userDefined: [expect.objectContaining(person.userDefined[0]!)] }),
        groups: [text],
      }),
    ]);
    expect(contentsOf(world, second)).toEqual(contentsOf(world, first));
  });

  test('holds the separator of values in names and notes, but gives two numbers for one that contains it', () => {
    const joined = 'a ::: b';
    expect(again({ names: [{ givenName: joined }], biographies: [{ value: joined }] })).toMatchObject({
      names: [{ givenName: joined }],
      biographies: [{ value: joined }],
    });
    expect(again({ phoneNumbers: [{ value: joined, type: 'home' }] }).phoneNumbers).toMatchObject([
      { value: 'a', type: 'home' },
      { value: 'b', type: 'home' },
    ]);
  });

  test('has no place for chat addresses, client data, second organizations and maiden names', () => {
    const person = {
      names: [{ givenName: 'Ann' }],
      imClients: [{ username: 'ann', protocol: 'skype' }],
      clientData: [{ key: 'k', value: 'v' }],
      organizations: [{ name: 'Acme' }, { name: 'Fjordline' }],
      nicknames: [{ value: 'Berg', type: 'MAIDEN_NAME' }],
    };
    expect(cells(person)).toEqual({ 'First Name': 'Ann', 'Organization Name': 'Acme', Labels: '* myContacts' });
  });
});
