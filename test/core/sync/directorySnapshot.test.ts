import { directoryContact } from '../../../src/core/sync/directoryContact';
import { directorySnapshot } from '../../../src/core/sync/directorySnapshot';
import type { UserRecord } from '../../../src/core/users/UserRecord';

const ada: UserRecord = {
  id: '101',
  primaryEmail: 'ada@acme.test',
  aliases: ['a.lovelace@acme.test'],
  nonEditableAliases: ['ada@acme.test.test-google-a.com'],
  name: { givenName: 'Ada', familyName: 'Lovelace', fullName: 'Ada Lovelace' },
  emails: [
    { address: 'ADA@acme.test', primary: true },
    { address: 'a.lovelace@acme.test' },
    { address: 'ada@acme.test.test-google-a.com' },
    { address: 'ada@home.test', type: 'home' },
    { address: 'ada@club.test', type: 'custom', customType: 'Club' },
  ],
  recoveryEmail: 'secret@home.test',
  recoveryPhone: '+41790000000',
  phones: [
    { value: '+41 44 555 01 02', type: 'work' },
    { value: '+41 44 555 01 03', type: 'work_fax' },
    { value: '+41 79 555 01 04', type: 'work_mobile' },
    { value: '+41 44 555 01 00', type: 'company_main' },
    { value: '+41 44 111 11 11', type: 'home' },
    { value: '+41 44 555 01 05', type: 'custom', customType: 'Lab' },
    { value: '+41 44 555 01 06', type: 'tty_tdd' },
    { value: '', type: 'mobile' },
  ],
  addresses: [
    { type: 'work', formatted: 'Seestrasse 1\n8002 Zürich', primary: true },
    { type: 'home', streetAddress: 'Am Bach 2', locality: 'Uster', postalCode: '8610', countryCode: 'CH' },
  ],
  organizations: [
    { name: 'Acme', title: 'Analyst', department: 'Engines', costCenter: '77', description: 'Employee', primary: true, type: 'work' },
  ],
  relations: [
    { value: 'Bob@acme.test', type: 'manager' },
    { value: 'carol@else.test', type: 'dotted_line_manager' },
    { value: 'Dan', type: 'admin_assistant' },
  ],
  locations: [{ area: 'ZRH-B2', buildingId: 'B2', floorName: '3', floorSection: 'N', deskCode: '3.17', type: 'desk' }],
  websites: [{ value: 'https://acme.test/ada', type: 'home_page' }],
  externalIds: [{ value: '4711', type: 'organization' }],
  gender: { type: 'female' },
  notes: { value: 'private' },
  customSchemas: { Payroll: { iban: 'CH93' } },
};
const bob: UserRecord = { id: '102', primaryEmail: 'bob@acme.test', name: { givenName: 'Bob', familyName: 'Ray', fullName: 'Bob Ray' } };

const names = new Map([['bob@acme.test', 'Bob Ray']]);

test('maps a directory entry field by field, with the type names of contacts (G33)', () => {
  expect(directoryContact(ada, names, [])).toMatchObject({
    sourceContactId: '101',
    fields: {
      names: [{ givenName: 'Ada', familyName: 'Lovelace' }],
      emailAddresses: [
        { value: 'ada@acme.test', type: 'work' },
        { value: 'ada@home.test', type: 'home' },
        { value: 'ada@club.test', type: 'Club' },
      ],
      phoneNumbers: [
        { value: '+41 44 555 01 02', type: 'work' },
        { value: '+41 44 555 01 03', type: 'workFax' },
        { value: '+41 79 555 01 04', type: 'workMobile' },
        { value: '+41 44 555 01 00', type: 'main' },
        { value: '+41 44 111 11 11', type: 'home' },
        { value: '+41 44 555 01 05', type: 'Lab' },
        { value: '+41 44 555 01 06', type: 'tty_tdd' },
      ],
      addresses: [
        { type: 'work', formattedValue: 'Seestrasse 1\n8002 Zürich' },
        { type: 'home', streetAddress: 'Am Bach 2', city: 'Uster', postalCode: '8610', countryCode: 'CH' },
      ],
      organizations: [
        {
          name: 'Acme',
          title: 'Analyst',
          department: 'Engines',
          costCenter: '77',
          jobDescription: 'Employee',
          type: 'work',
          current: true,
        },
      ],
      relations: [
        { person: 'Bob Ray', type: 'manager' },
        { person: 'carol@else.test', type: 'dotted-line manager' },
        { person: 'Dan', type: 'assistant' },
      ],
      locations: [{ value: 'ZRH-B2', buildingId: 'B2', floor: '3', floorSection: 'N', deskCode: '3.17', type: 'desk' }],
      urls: [{ value: 'https://acme.test/ada', type: 'homePage' }],
    },
  });
});

test('what serves the account, and what no directory shows, becomes no contact’s (B8)', () => {
  const said = JSON.stringify(directoryContact(ada, names, []));
  for (const secret of ['secret@home.test', '+41790000000', '4711', 'female', 'private', 'CH93', 'a.lovelace', 'test-google-a'])
    expect(said).not.toContain(secret);
});

test('leaves out what the sync leaves out (B8)', () => {
  const said = JSON.stringify(directoryContact(ada, names, ['homeAddresses', 'homeEmails', 'homePhones', 'relations']));
  for (const home of ['ada@home.test', '+41 44 111 11 11', 'Uster', 'Bob Ray']) expect(said).not.toContain(home);
  expect(said).toContain('Seestrasse');
});

test('a user with nothing but an address and a full name is a contact all the same; one without an id is none', () => {
  const bare = { id: '9', primaryEmail: 'x@acme.test', name: { fullName: 'Xu' } };
  expect(directoryContact(bare, new Map(), [])?.fields).toEqual({
    names: [{ unstructuredName: 'Xu' }],
    emailAddresses: [{ value: 'x@acme.test', type: 'work' }],
  });
  expect(directoryContact({ primaryEmail: 'x@acme.test' }, new Map(), [])).toBeUndefined();
});

test('a type that is a word of JavaScript’s is a type like another', () => {
  expect(directoryContact({ id: '1', phones: [{ value: '+1', type: 'constructor' }] }, new Map(), [])?.fields.phoneNumbers).toEqual([
    { value: '+1', type: 'constructor' },
  ]);
});

test.each<[string, UserRecord, boolean, boolean]>([
  ['an active user', bob, true, true],
  ['a suspended one', { ...bob, suspended: true }, false, false],
  ['an archived one', { ...bob, archived: true }, false, false],
  ['one hidden from the directory', { ...bob, includeInGlobalAddressList: false }, false, true],
])('%s (G34)', (_, user, shown, shownWithHidden) => {
  const ids = (includeHidden: boolean) =>
    directorySnapshot({ ...(includeHidden ? { includeHidden } : {}) }, [], [ada, user], 1).contacts.map((one) => one.sourceContactId);
  expect([ids(false).includes('102'), ids(true).includes('102')]).toEqual([shown, shownWithHidden]);
});

test('a manager is named as people name them, though they are no contact themselves', () => {
  const snapshot = directorySnapshot({}, [], [ada], 1, [ada, { ...bob, suspended: true }]);
  expect(snapshot.contacts[0]?.fields.relations?.[0]).toEqual({ person: 'Bob Ray', type: 'manager' });
});
