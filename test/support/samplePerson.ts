import type { Person } from '../../src/core/contacts/Person';

/** A contact as People answers it: values, and what only Google writes. */
export const samplePerson = (): Person => ({
  resourceName: 'people/c100',
  etag: '%EgUBAgMu',
  metadata: { sources: [{ type: 'CONTACT', id: '64', etag: '#abc' }], objectType: 'PERSON' } as Person['metadata'],
  names: [
    {
      metadata: { primary: true, sourcePrimary: true, source: { type: 'CONTACT', id: '64' } },
      displayName: 'Dr. Zoë Łęcka',
      displayNameLastFirst: 'Łęcka, Zoë',
      honorificPrefix: 'Dr.',
      givenName: 'Zoë',
      familyName: 'Łęcka',
      unstructuredName: 'Dr. Zoë Łęcka',
    },
  ],
  emailAddresses: [
    { metadata: { primary: true, source: { type: 'CONTACT' } }, value: 'Zoe@Example.com', type: 'work', formattedType: 'Work' },
    {
      metadata: { sourcePrimary: true, source: { type: 'CONTACT' } },
      value: 'zoe@home.example',
      type: 'home',
      formattedType: 'Home',
      displayName: 'Z',
    },
  ],
  phoneNumbers: [{ value: '044 555 01 02', canonicalForm: '+41445550102', type: 'mobile', formattedType: 'Mobile' }],
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
  organizations: [
    { name: 'Acme', title: 'CTO', current: true, startDate: { year: 2020, month: 1, day: 2 }, formattedType: 'Work', type: 'work' },
  ],
  birthdays: [{ date: { year: 0, month: 2, day: 29 }, text: '29 February' }],
  biographies: [{ value: 'Met in Bern.\r\nLikes tea.', contentType: 'TEXT_PLAIN' }],
  genders: [{ value: 'female', formattedValue: 'Female' }],
  userDefined: [{ key: 'Locker', value: '12' }],
  clientData: [
    { key: 'ContactId', value: 'other tool' },
    { key: 'roster', value: '1:run0:u0:77:ff' },
  ],
  memberships: [{ contactGroupMembership: { contactGroupId: 'abc', contactGroupResourceName: 'contactGroups/abc' } as object }],
  photos: [{ url: 'https://lh3.googleusercontent.com/x', default: true }],
  ageRanges: [{ ageRange: 'ANY' }],
});
