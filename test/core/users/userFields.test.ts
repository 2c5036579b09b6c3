import { checkUserField, isUserFieldId, userField, userFields, type UserFieldId } from '../../../src/core/users/userFields';
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

describe('a value is refused', () => {
  it.each<[string, UserFieldId, string, string]>([
    ['an empty first name, which Google does not allow', 'givenName', '', 'user.fieldMandatory'],
    ['a last name of more than 60 characters', 'familyName', 'x'.repeat(61), 'user.fieldTooLong'],
    ['a phone without digits', 'workPhone', 'call me', 'user.phoneForm'],
    ['a recovery phone without its country', 'recoveryPhone', '044 555 01 02', 'user.e164Form'],
    ['a manager who is no address', 'manager', 'The boss', 'user.addressForm'],
    ['an address with a line break, which could add a header to a mail', 'recoveryEmail', 'a@b.test\nBcc: x@y.test', 'user.addressForm'],
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
