import { checkUserField, isUserFieldId, tidyValue, userField, userFields, type UserFieldId } from '../../../src/core/users/userFields';
import { explain } from '../../../src/core/base/explain';

const record = {
  name: { givenName: 'Ann', familyName: 'Lee', fullName: 'Ann Lee' },
  organizations: [
    { name: 'Old Ltd', title: 'Clerk', type: 'school' },
    { name: 'Acme', title: 'Buyer', department: 'Purchasing', primary: true, customType: '' },
  ],
  phones: [
    { type: 'work', value: '+41 44 555 01 02' },
    { type: 'mobile', value: '+41 79 555 01 02', primary: true },
  ],
  relations: [{ type: 'manager', value: 'boss@acme.test' }],
  recoveryEmail: 'ann@home.test',
};

describe('a field of a user', () => {
  it.each<[UserFieldId, string]>([
    ['givenName', 'Ann'],
    ['title', 'Buyer'],
    ['department', 'Purchasing'],
    ['company', 'Acme'],
    ['workPhone', '+41 44 555 01 02'],
    ['mobilePhone', '+41 79 555 01 02'],
    ['homePhone', ''],
    ['manager', 'boss@acme.test'],
    ['recoveryEmail', 'ann@home.test'],
    ['recoveryPhone', ''],
  ])('reads %s as %p', (field, value) => expect(userField(field).read(record)).toBe(value));

  it('reads back what it wrote, for every field, into a full and into an empty record', () => {
    for (const id of Object.keys(userFields).filter(isUserFieldId)) {
      for (const before of [record, {}]) {
        const after = { ...before, ...userField(id).write(before, 'New value') };
        expect([id, userField(id).read(after)]).toEqual([id, 'New value']);
      }
    }
  });

  it('changes one entry and sends the list whole, so that nothing else is lost', () =>
    expect(userField('title').write(record, 'Head of purchasing')).toEqual({
      organizations: [
        { name: 'Old Ltd', title: 'Clerk', type: 'school' },
        { name: 'Acme', title: 'Head of purchasing', department: 'Purchasing', primary: true, customType: '' },
      ],
    }));

  it('keeps the other parts of a name', () =>
    expect(userField('givenName').write(record, 'Anna')).toEqual({ name: { givenName: 'Anna', familyName: 'Lee' } }));

  it('clears an entry that says nothing more, and the property when it was the last', () => {
    expect(userField('workPhone').write(record, '')).toEqual({
      phones: [{ type: 'mobile', value: '+41 79 555 01 02', primary: true }],
    });
    expect(userField('manager').write(record, '')).toEqual({ relations: null });
    expect(userField('recoveryEmail').write(record, '')).toEqual({ recoveryEmail: null });
  });

  it('keeps an entry that still says something when one of its values is cleared', () =>
    expect(userField('title').write(record, '')).toEqual({
      organizations: [
        { name: 'Old Ltd', title: 'Clerk', type: 'school' },
        { name: 'Acme', department: 'Purchasing', primary: true, customType: '' },
      ],
    }));
});

describe('a field of several values', () => {
  const phones = [
    { type: 'work', value: '+41 1', primary: true },
    { type: 'mobile', value: '+41 9' },
    { type: 'work', value: '+41 2', customType: '' },
  ];

  it('is one text, in the order of its entries', () => expect(userField('workPhone').read({ phones })).toBe('+41 1; +41 2'));

  it('is what people and exports write into one cell', () => {
    expect(tidyValue('workPhone', '+41 1, +41 2')).toBe('+41 1; +41 2');
    expect(tidyValue('workEmail', 'Ann@Home.test\nann@club.test')).toBe('ann@home.test; ann@club.test');
  });

  it.each<[string, string, object[] | null]>([
    [
      'another value takes the place of the one that goes, and is primary as it was',
      '+41 7; +41 2',
      [
        { type: 'work', value: '+41 7', primary: true },
        { type: 'mobile', value: '+41 9' },
        { type: 'work', value: '+41 2', customType: '' },
      ],
    ],
    [
      'a value that stays keeps its entry, wherever it stands',
      '+41 2; +41 1',
      [
        { type: 'work', value: '+41 2', customType: '' },
        { type: 'mobile', value: '+41 9' },
        { type: 'work', value: '+41 1', primary: true },
      ],
    ],
    ['one more is added', '+41 1; +41 2; +41 3', [...phones, { type: 'work', value: '+41 3' }]],
    [
      'fewer are left',
      '+41 2',
      [
        { type: 'work', value: '+41 2', customType: '' },
        { type: 'mobile', value: '+41 9' },
      ],
    ],
    ['none is left, and what is of another type stays', '', [{ type: 'mobile', value: '+41 9' }]],
  ])('%s', (_, value, after) => expect(userField('workPhone').write({ phones }, value)).toEqual({ phones: after }));

  it('names the value that is wrong', () =>
    expect(checkUserField('workPhone', '+41 44 555 01 02; call me')).toMatchObject({ code: 'user.phoneForm', data: { value: 'call me' } }));

  it('never gives the key of one address to another', () =>
    expect(
      userField('homeEmail').write(
        { emails: [{ type: 'home', address: 'old@home.test', public_key_encryption_certificates: {} }] },
        'new@home.test',
      ),
    ).toEqual({ emails: [{ type: 'home', address: 'new@home.test' }] }));
});

describe('where somebody sits', () => {
  it('is an entry as the Admin console makes it, which goes with its last value', () => {
    const seated = userField('desk').write({}, 'D 12');
    expect(seated).toEqual({ locations: [{ type: 'desk', area: 'desk', deskCode: 'D 12' }] });
    expect(userField('desk').write(seated, '')).toEqual({ locations: null });
  });

  it('keeps what else is said of the place', () =>
    expect(userField('floor').write({ locations: [{ type: 'desk', area: 'Zurich', floorName: '3' }] }, '')).toEqual({
      locations: [{ type: 'desk', area: 'Zurich' }],
    }));
});

test('languages are codes; what is no code stays', () => {
  const languages = [{ customLanguage: 'Elvish' }, { languageCode: 'fr' }, { languageCode: 'de', preference: 'preferred' }];
  expect(userField('locale').read({ languages })).toBe('fr; de');
  expect(userField('locale').write({ languages }, 'de; en-GB')).toEqual({
    languages: [{ customLanguage: 'Elvish' }, { languageCode: 'de', preference: 'preferred' }, { languageCode: 'en-GB' }],
  });
  expect(tidyValue('locale', 'de_CH')).toBe('de-CH');
});

describe('a field that is cleared reads as nothing, whatever else is there', () => {
  it.each<[UserFieldId, object]>([
    [
      'title',
      {
        organizations: [
          { type: 'work', title: 'Head', primary: true },
          { type: 'school', title: 'Pupil' },
        ],
      },
    ],
    [
      'manager',
      {
        relations: [
          { type: 'manager', value: 'a@acme.test' },
          { type: 'manager', value: 'b@acme.test' },
        ],
      },
    ],
    [
      'workAddress',
      {
        addresses: [
          { type: 'work', formatted: 'One' },
          { type: 'work', formatted: 'Two' },
        ],
      },
    ],
    [
      'desk',
      {
        locations: [
          { type: 'desk', area: 'desk', deskCode: '1' },
          { type: 'desk', area: 'desk', deskCode: '2' },
        ],
      },
    ],
    ['locale', { languages: [{ languageCode: 'fr' }, { languageCode: 'de' }] }],
  ])('%s', (field, record) => {
    const after = { ...record, ...userField(field).write({ ...record }, '') };
    expect(userField(field).read(after)).toBe('');
  });

  it('and no other entry loses what it says', () =>
    expect(
      userField('title').write(
        {
          organizations: [
            { title: 'Head', primary: true },
            { type: 'school', title: 'Pupil' },
          ],
        },
        '',
      ),
    ).toEqual({
      organizations: [{ primary: true }, { type: 'school', title: 'Pupil' }],
    }));
});

test('an address of several lines is one value, and two addresses are told apart', () => {
  const two = {
    addresses: [
      { type: 'work', formatted: 'Street 1\nZurich; CH' },
      { type: 'work', formatted: 'Road 2' },
    ],
  };
  expect(userField('workAddress').read(two)).toBe('Street 1\nZurich; CH\n\nRoad 2');
  expect({ ...two, ...userField('workAddress').write({}, userField('workAddress').read(two)) }).toEqual(two);
  expect(tidyValue('workAddress', 'Street 1\n\nZurich')).toBe('Street 1\nZurich');
});

describe('a value is refused', () => {
  it.each<[string, UserFieldId, string, string]>([
    ['an empty first name, which Google does not allow', 'givenName', '', 'user.fieldMandatory'],
    ['a last name of more than 60 characters', 'familyName', 'x'.repeat(61), 'user.fieldTooLong'],
    ['a phone without digits', 'workPhone', 'call me', 'user.phoneForm'],
    ['a recovery phone without its country', 'recoveryPhone', '044 555 01 02', 'user.e164Form'],
    ['a manager who is no address', 'manager', 'The boss', 'user.addressForm'],
    ['an address with a line break, which could add a header to a mail', 'recoveryEmail', 'a@b.test\nBcc: x@y.test', 'user.addressForm'],
    ['a language that is none', 'locale', 'German', 'user.languageForm'],
    ['a website that is a script', 'website', 'javascript:alert(1)', 'user.websiteForm'],
  ])('%s', (_, field, value, code) => {
    const refused = checkUserField(field, value);
    expect(refused?.code).toBe(code);
    expect(explain(refused ?? { code: '', data: {} }).fix).not.toContain('tell the person who runs Roster');
  });

  it.each<[UserFieldId, string]>([
    ['workPhone', '+41 44 555 01 02 ext. 12'],
    ['homePhone', '(044) 555-01-02'],
    ['recoveryPhone', '+41445550102'],
    ['title', ''],
    ['website', 'https://acme.test/ann'],
  ])('but not %s %p', (field, value) => expect(checkUserField(field, value)).toBeUndefined());
});
