import { parseContactsCsv } from '../../../simulator/loaders/parseContactsCsv';

const FIXED =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,' +
  'Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels';

/** A file with one contact: the fixed columns by name, and further columns. */
function contact(values: Record<string, string>) {
  const columns = [...FIXED.split(','), ...Object.keys(values).filter((name) => !FIXED.split(',').includes(name))];
  const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
  return parseContactsCsv(`\uFEFF${columns.map(quote).join(',')}\r\n${columns.map((name) => quote(values[name] ?? '')).join(',')}\r\n`);
}

const person = (values: Record<string, string>) => contact(values).rows[0]?.person;

describe('Google Contacts CSV', () => {
  test('keeps every part of the name', () => {
    expect(
      person({
        'First Name': '葵',
        'Middle Name': 'M',
        'Last Name': '田中',
        'Phonetic First Name': 'アオイ',
        'Phonetic Middle Name': 'エム',
        'Phonetic Last Name': 'タナカ',
        'Name Prefix': 'Dr.',
        'Name Suffix': 'Jr.',
        Nickname: 'Ao',
        'File As': 'Tanaka, Aoi',
      }),
    ).toEqual({
      names: [
        {
          givenName: '葵',
          middleName: 'M',
          familyName: '田中',
          phoneticGivenName: 'アオイ',
          phoneticMiddleName: 'エム',
          phoneticFamilyName: 'タナカ',
          honorificPrefix: 'Dr.',
          honorificSuffix: 'Jr.',
        },
      ],
      nicknames: [{ value: 'Ao' }],
      fileAses: [{ value: 'Tanaka, Aoi' }],
    });
  });

  test('takes a contact without any name', () => {
    expect(person({ 'Organization Name': 'Fjordline', 'Organization Title': 'Switchboard', 'Organization Department': 'Bergen' })).toEqual({
      organizations: [{ name: 'Fjordline', title: 'Switchboard', department: 'Bergen' }],
    });
  });

  test('reads several values in a cell, the primary star, and label words', () => {
    expect(
      person({
        'E-mail 1 - Label': '* Work',
        'E-mail 1 - Value': 'a@example.net ::: b@example.net',
        'E-mail 2 - Label': 'Alumni',
        'E-mail 2 - Value': 'c@example.org',
        'Phone 1 - Label': 'Work Fax',
        'Phone 1 - Value': '+44 20 7946 0001 ::: +44 20 7946 0002',
        'Phone 2 - Label': '* ',
        'Phone 2 - Value': '555-0100',
        'Phone 3 - Label': 'Handy',
        'Phone 3 - Value': '555-0101',
        'Phone 4 - Label': 'Grand Central',
        'Phone 4 - Value': '555-0102',
      }),
    ).toEqual({
      emailAddresses: [
        { value: 'a@example.net', type: 'work', metadata: { sourcePrimary: true } },
        { value: 'b@example.net', type: 'work' },
        { value: 'c@example.org', type: 'Alumni' },
      ],
      phoneNumbers: [
        { value: '+44 20 7946 0001', type: 'workFax' },
        { value: '+44 20 7946 0002', type: 'workFax' },
        { value: '555-0100', metadata: { sourcePrimary: true } },
        { value: '555-0101', type: 'mobile' },
        { value: '555-0102', type: 'googleVoice' },
      ],
    });
  });

  test('reads addresses, several with one label side by side', () => {
    expect(
      person({
        'Address 1 - Label': 'Work',
        'Address 1 - Formatted': '1 High St\r\nLondon ::: 2 Low St\r\nLeeds',
        'Address 1 - Street': '1 High St ::: 2 Low St',
        'Address 1 - City': 'London ::: Leeds',
        'Address 1 - Country': 'GB ::: United Kingdom',
      }),
    ).toEqual({
      addresses: [
        { streetAddress: '1 High St', city: 'London', country: 'GB', countryCode: 'GB', formattedValue: '1 High St\nLondon', type: 'work' },
        { streetAddress: '2 Low St', city: 'Leeds', country: 'United Kingdom', formattedValue: '2 Low St\nLeeds', type: 'work' },
      ],
    });
  });

  test.each([
    ['1980-02-29', { date: { year: 1980, month: 2, day: 29 } }],
    [' --02-29', { date: { month: 2, day: 29 } }],
    ['--12-01', { date: { month: 12, day: 1 } }],
    ['1981-02-29', { text: '1981-02-29' }],
    ['around Easter', { text: 'around Easter' }],
  ])('reads the birthday %j', (text, birthday) => {
    expect(person({ Birthday: text })).toEqual({ birthdays: [birthday] });
  });

  test('reads relations, websites, events and custom fields', () => {
    expect(
      person({
        'Relation 1 - Label': 'Domestic Partner',
        'Relation 1 - Value': 'Kim',
        'Website 1 - Label': 'Home Page',
        'Website 1 - Value': 'https://example.net',
        'Event 1 - Label': 'Anniversary',
        'Event 1 - Value': '2001-05-06',
        'Custom Field 1 - Label': 'Customer no.',
        'Custom Field 1 - Value': '=1+1',
      }),
    ).toEqual({
      relations: [{ person: 'Kim', type: 'domesticPartner' }],
      urls: [{ value: 'https://example.net', type: 'homePage' }],
      events: [{ date: { year: 2001, month: 5, day: 6 }, type: 'anniversary' }],
      userDefined: [{ key: 'Customer no.', value: '=1+1' }],
    });
  });

  test('keeps notes with line breaks, quotes and what looks like a formula', () => {
    expect(person({ Notes: '=HYPERLINK("http://example.net","x")\r\nsecond "line"' })).toEqual({
      biographies: [{ value: '=HYPERLINK("http://example.net","x")\nsecond "line"', contentType: 'TEXT_PLAIN' }],
    });
  });

  test("tells the person's labels from Google's own groups", () => {
    expect(contact({ 'First Name': 'A', Labels: 'Customers ::: Émigré & Co ::: * myContacts ::: * starred' }).rows[0]).toMatchObject({
      labels: ['Customers', 'Émigré & Co'],
      systemGroups: ['myContacts', 'starred'],
    });
  });

  test('says what it leaves out: photos, other contacts, empty records, dates that are none', () => {
    expect(contact({ 'First Name': 'A', Photo: 'https://example.net/a.jpg', Labels: '* myContacts' }).ignored).toEqual([
      { column: 'Photo', values: 1 },
    ]);
    expect(contact({ 'First Name': 'A', Labels: '* Other Contacts' })).toMatchObject({
      rows: [],
      skipped: [{ row: 2, reason: 'is one of the "Other contacts"' }],
    });
    expect(contact({ Labels: 'Customers ::: * myContacts' }).skipped).toEqual([{ row: 2, reason: 'has no data' }]);
    expect(contact({ 'First Name': 'A', 'Event 1 - Value': 'soon' })).toMatchObject({
      rows: [{ person: { names: [{ givenName: 'A' }] } }],
      partial: [{ row: 2, reason: 'without its event "soon", which is no date' }],
    });
  });

  test('reads the older export as well', () => {
    const text =
      'Name,Given Name,Additional Name,Family Name,Maiden Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Organization 1 - Type,Organization 1 - Name\n' +
      'Ana B. Silva,Ana,B.,Silva,Costa,Friends ::: * myContacts,* Work,ana@example.net,Home,Skype,ana.s,,Silva Lda\nJust Aname,,,,,* myContacts,,,,,,,';
    expect(parseContactsCsv(text).rows.map(({ person, labels }) => ({ person, labels }))).toEqual([
      {
        labels: ['Friends'],
        person: {
          names: [{ givenName: 'Ana', middleName: 'B.', familyName: 'Silva' }],
          nicknames: [{ value: 'Costa', type: 'MAIDEN_NAME' }],
          emailAddresses: [{ value: 'ana@example.net', type: 'work', metadata: { sourcePrimary: true } }],
          imClients: [{ username: 'ana.s', protocol: 'skype', type: 'home' }],
          organizations: [{ name: 'Silva Lda' }],
        },
      },
      { labels: [], person: { names: [{ unstructuredName: 'Just Aname' }] } },
    ]);
  });

  test('refuses a file that is something else', () => {
    expect(() => parseContactsCsv('First Name,Title\nA,B')).toThrow('no Google CSV');
  });
});
