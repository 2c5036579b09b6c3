import { contactId, portableContact, portableFields } from '../../../src/core/contacts/portableContact';
import { fingerprint } from '../../../src/core/contacts/fingerprint';
import { samplePerson } from '../../support/samplePerson';

test('carries every writable value as the source wrote it, and nothing that only Google writes (S20)', () => {
  expect(portableFields(samplePerson())).toEqual({
    names: [{ honorificPrefix: 'Dr.', givenName: 'Zoë', familyName: 'Łęcka', unstructuredName: 'Dr. Zoë Łęcka' }],
    emailAddresses: [
      { value: 'Zoe@Example.com', type: 'work' },
      { value: 'zoe@home.example', type: 'home', displayName: 'Z', metadata: { sourcePrimary: true } },
    ],
    phoneNumbers: [{ value: '044 555 01 02', type: 'mobile' }],
    addresses: [
      {
        streetAddress: '1 High St',
        city: 'Bern',
        country: 'Switzerland',
        countryCode: 'CH',
        formattedValue: '1 High St\nBern\nSwitzerland',
        type: 'home',
      },
    ],
    organizations: [{ name: 'Acme', title: 'CTO', current: true, startDate: { year: 2020, month: 1, day: 2 }, type: 'work' }],
    birthdays: [{ date: { month: 2, day: 29 }, text: '29 February' }],
    biographies: [{ value: 'Met in Bern.\r\nLikes tea.', contentType: 'TEXT_PLAIN' }],
    genders: [{ value: 'female' }],
    userDefined: [{ key: 'Locker', value: '12' }],
  });
});

test('takes neither labels nor marks along, its own or other tools’ (S20)', () => {
  const fields = JSON.stringify(portableFields(samplePerson()));
  for (const absent of ['clientData', 'memberships', 'contactGroups', 'other tool', 'photos', 'etag']) expect(fields).not.toContain(absent);
});

test('is known by the id of its CONTACT source, which outlives its resource name', () => {
  expect(portableContact(samplePerson())).toMatchObject({
    sourceContactId: '64',
    fingerprint: fingerprint(portableFields(samplePerson())),
  });
  expect(
    contactId({
      metadata: {
        sources: [
          { type: 'PROFILE', id: '1' },
          { type: 'CONTACT', id: '2' },
        ],
      },
    }),
  ).toBe('2');
});

test('a person that is only a profile is no contact', () => {
  expect(
    portableContact({ resourceName: 'people/1', metadata: { sources: [{ type: 'PROFILE', id: '1' }] }, names: [{ givenName: 'Ann' }] }),
  ).toBeUndefined();
});

test('leaves out what came from the profile, and a second entry where Google keeps one', () => {
  const fields = portableFields({
    names: [
      { givenName: 'Profile', metadata: { source: { type: 'PROFILE' } } },
      { givenName: 'Contact', metadata: { source: { type: 'CONTACT' } } },
      { givenName: 'Second', metadata: { source: { type: 'CONTACT' } } },
    ],
  });
  expect(fields.names?.map((name) => name['givenName'])).toEqual(['Contact']);
});

test.each([
  ['an empty entry', { phoneNumbers: [{}] }],
  ['blank values', { phoneNumbers: [{ value: '  ' }] }],
  ['a type without a value', { emailAddresses: [{ type: 'home' }] }],
  ['a date without parts', { birthdays: [{ date: {} }] }],
  ['something that is no list', { names: { givenName: 'Ann' } }],
  ['entries that are no objects', { names: [null, 'Ann', 3] }],
  ['unknown fields', { fileAses: [{ value: 'x' }], skills: [{ value: 'x' }] }],
])('finds nothing to copy in %s', (_, person) => {
  expect(portableFields(person)).toEqual({});
});
