import { recordProperties } from '../../../src/core/imports/recordProperties';
import type { ImportFieldId } from '../../../src/core/imports/ImportField';
import { customFieldId } from '../../../src/core/users/customField';
import { settingOf } from '../../../src/core/users/settingOf';
import { userField, userFieldIds } from '../../../src/core/users/userFields';

const own = customFieldId({ schema: 'HR', field: 'level', type: 'INT64', several: false, isPrivate: false });
const propertiesOf = (...fields: readonly ImportFieldId[]) =>
  recordProperties({ columns: fields.map((field, column) => ({ column, title: field, field })) });

describe('the properties that are listed of everybody', () => {
  it.each([...userFieldIds, own])('hold what is mapped to %s', (field) => {
    const whole = { name: { givenName: 'Ann' }, ...userField(field).write({}, '7'), notes: {} };
    const asked = propertiesOf('address', field);
    const part = Object.fromEntries(Object.entries(whole).filter(([property]) => asked.includes(property)));
    expect(userField(field).read(part)).toBe('7');
    expect(part).not.toHaveProperty('notes');
  });

  it('hold the flags and the unit', () => {
    const record = { suspended: true, includeInGlobalAddressList: false, changePasswordAtNextLogin: true, orgUnitPath: '/IT' };
    const asked = propertiesOf('active', 'visible', 'changePassword', 'orgUnit');
    const part = Object.fromEntries(Object.entries(record).filter(([property]) => asked.includes(property)));
    expect((Object.keys(record) as (keyof typeof record)[]).map((setting) => settingOf(part, setting))).toEqual([
      'true',
      'false',
      'true',
      '/IT',
    ]);
  });

  it('are each named once, and tell who is who', () => {
    const asked = propertiesOf('address', 'workPhone', 'homePhone', 'communicationGroups');
    expect(asked).toEqual(['id', 'customerId', 'primaryEmail', 'aliases', 'nonEditableAliases', 'isAdmin', 'isDelegatedAdmin', 'phones']);
  });
});
