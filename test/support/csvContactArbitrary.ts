import fc from 'fast-check';

/** Text that a cell of the Google CSV can hold: not joined from several, no star before it, no space around it. */
const text = fc.oneof(
  fc.constantFrom(
    'Zoë',
    '山田',
    '👩🏽‍🚀',
    'a "quoted" word',
    "=SUM(A1)&'x'",
    'one, two; three\tfour',
    'line one\nline two',
    '-',
    '::',
    'a:',
    "'0044",
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((value) => value.trim() === value && !value.includes(':::') && !value.startsWith('*')),
);
const date = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .chain((whole) => fc.constantFrom(whole, { month: whole.month, day: whole.day }));

/** '' is no type. */
const types = (predefined: string) => fc.constantFrom('', ...predefined.split(' '), 'Alumni', 'Büro "Süd", 2. OG', '🎈', '=1+1');

function some(members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(members, { requiredKeys: [] }).filter((item) => Object.keys(item).length > 0);
}

/** Entries with a type, at most one of them primary. */
function labelled(member: string, predefined: string): fc.Arbitrary<object[]> {
  const entries = fc.array(fc.record({ [member]: text, type: types(predefined) }), { maxLength: 4 });
  return fc
    .tuple(entries, fc.option(fc.nat({ max: 3 })))
    .map(([items, primary]) => items.map((item, at) => (at === primary ? { ...item, metadata: { sourcePrimary: true } } : item)));
}

const country = fc.constantFrom({}, { country: 'Schweiz' }, { country: 'CH', countryCode: 'CH' });
const address = fc
  .tuple(
    some(
      Object.fromEntries(
        ['formattedValue', 'streetAddress', 'city', 'poBox', 'region', 'postalCode', 'extendedAddress'].map((part) => [part, text]),
      ),
    ),
    country,
    types('home work other'),
  )
  .map(([parts, land, type]) => ({ ...parts, ...land, type }));

const nameParts = ['givenName', 'middleName', 'familyName', 'honorificPrefix', 'honorificSuffix'];
const phoneticParts = ['phoneticGivenName', 'phoneticMiddleName', 'phoneticFamilyName'];
const single = (item: fc.Arbitrary<object>) => fc.array(item, { maxLength: 1 });

/** A Person of the People API with what Google Contacts' CSV can hold; it has data. */
export const csvContact: fc.Arbitrary<object> = fc
  .record(
    {
      names: single(some(Object.fromEntries([...nameParts, ...phoneticParts].map((part) => [part, text])))),
      nicknames: single(fc.record({ value: text })),
      fileAses: single(fc.record({ value: text })),
      organizations: single(some({ name: text, title: text, department: text })),
      birthdays: single(fc.oneof(fc.record({ date }), fc.constant({ text: 'around Easter' }))),
      biographies: single(fc.record({ value: fc.oneof(text, fc.constant('a ::: b\n\n* "c"')), contentType: fc.constant('TEXT_PLAIN') })),
      emailAddresses: labelled('value', 'home work other'),
      phoneNumbers: labelled('value', 'home work mobile homeFax workFax otherFax pager workMobile workPager main googleVoice other'),
      addresses: fc.array(address, { maxLength: 3 }),
      relations: labelled('person', 'spouse child mother father parent domesticPartner referredBy assistant'),
      urls: labelled('value', 'home work blog profile homePage ftp reservations appInstallPage other'),
      events: fc.array(fc.record({ date, type: types('anniversary other') }), { maxLength: 3 }),
      userDefined: fc.array(fc.record({ key: text, value: text }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .filter((person) => Object.values(person).some((items) => items.length > 0));
