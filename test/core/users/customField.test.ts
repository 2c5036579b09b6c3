import { customFieldId, type CustomFieldSpec } from '../../../src/core/users/customField';
import { describeChange } from '../../../src/core/users/describeChange';
import { checkUserField, tidyValue, userField } from '../../../src/core/users/userFields';
import { userPatch } from '../../../src/core/users/userPatch';
import type { CustomFieldType } from '../../../src/core/users/valueForms';

const id = (type: CustomFieldType, more: Partial<CustomFieldSpec> = {}) =>
  customFieldId({ schema: 'HR', field: 'it', type, several: false, isPrivate: false, ...more });

describe('a custom field', () => {
  it.each<[CustomFieldType, string, unknown]>([
    ['STRING', 'Cook, in the canteen', 'Cook, in the canteen'],
    ['INT64', '9223372036854775807', '9223372036854775807'],
    ['BOOL', 'true', true],
    ['DOUBLE', '1.5', 1.5],
    ['EMAIL', 'ann@home.test', 'ann@home.test'],
    ['PHONE', '+41 44 555 01 02', '+41 44 555 01 02'],
    ['DATE', '2024-02-29', '2024-02-29'],
  ])('of type %s is written as Google takes it, and read back', (type, value, sent) => {
    const patch = userField(id(type)).write({}, value);
    expect(patch).toEqual({ customSchemas: { HR: { it: sent } } });
    expect(userField(id(type)).read(patch)).toBe(value);
    expect(checkUserField(id(type), value)).toBeUndefined();
    expect(userField(id(type)).write(patch, '')).toEqual({ customSchemas: { HR: { it: null } } });
  });

  it.each<[CustomFieldType, string, string]>([
    ['INT64', '12.5', 'user.numberForm'],
    ['INT64', '9223372036854775808', 'user.numberForm'],
    ['INT64', '1,250', 'user.numberForm'],
    ['BOOL', 'yes', 'user.flagForm'],
    ['DOUBLE', '1,5', 'user.decimalForm'],
    ['DOUBLE', '1e+999', 'user.decimalForm'],
    ['EMAIL', 'ann', 'user.addressForm'],
    ['PHONE', 'none', 'user.phoneForm'],
    ['DATE', '2023-02-29', 'user.dateForm'],
    ['DATE', '02/03/2024', 'user.dateForm'],
    ['STRING', 'x'.repeat(501), 'user.fieldTooLong'],
  ])('of type %s does not take %p', (type, value, code) => expect(checkUserField(id(type), value)?.code).toBe(code));

  it.each<[CustomFieldType, string, string]>([
    ['BOOL', 'TRUE', 'true'],
    ['DATE', '27.2.2026', '2026-02-27'],
    ['DATE', '2026/2/7', '2026-02-07'],
    ['DOUBLE', '1.50', '1.5'],
    ['DOUBLE', '1e+3', '1000'],
    ['INT64', '007', '7'],
    ['INT64', '-0', '0'],
  ])('of type %s takes %p for %p', (type, written, kept) => expect(tidyValue(id(type), written)).toBe(kept));

  it('of several values keeps the kind of those that stay', () => {
    const several = id('STRING', { several: true });
    const record = { customSchemas: { HR: { it: [{ value: 'French', type: 'work' }, { value: 'Latin' }] }, Other: { kept: 1 } } };
    expect(userField(several).read(record)).toBe('French; Latin');
    expect(userField(several).write(record, 'Greek; French')).toEqual({
      customSchemas: { HR: { it: [{ value: 'Greek' }, { value: 'French', type: 'work' }] } },
    });
  });

  it('is sent with the others that change, and without those that do not', () => {
    const set = (field: string, schema = 'HR') => ({
      kind: 'setUserField' as const,
      field: id('STRING', { field, schema }),
      before: '',
      after: field,
    });
    const record = { customSchemas: { HR: { c: 'stays' } } };
    expect(userPatch(record, [set('a'), set('b'), set('d', 'Cars')])).toEqual({
      customSchemas: { HR: { a: 'a', b: 'b' }, Cars: { d: 'd' } },
    });
  });

  it('that only administrators see is masked', () =>
    expect(
      [true, false].map((isPrivate) =>
        describeChange({ kind: 'setUserField', field: id('STRING', { isPrivate }), before: '', after: 'secret' }),
      ),
    ).toEqual(['HR.it: nothing → “…”', 'HR.it: nothing → “secret”']));
});
