import { shownValue } from '../../../src/core/users/shownValue';
import type { UserFieldId } from '../../../src/core/users/userFields';

test.each<[UserFieldId, string, string]>([
  ['recoveryPhone', '+41445550102', '“…02”'],
  ['homePhone', '+41 (44) 555-01.02', '“…02”'],
  ['recoveryEmail', 'ann@private.example', '“…@private.example”'],
  ['homeAddress', '1 Hidden Lane', '“…”'],
  ['employeeId', '12', '“…”'],
  ['recoveryPhone', '', 'nothing'],
  ['title', 'Manager', '“Manager”'],
  ['workPhone', '+41445550102', '“+41445550102”'],
])('%s %s is shown to others as %s', (field, value, shown) => {
  expect(shownValue(field, value, 'masked')).toBe(shown);
  expect(shownValue(field, value, 'whole')).toBe(value === '' ? 'nothing' : `“${value}”`);
});
