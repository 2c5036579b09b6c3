import type { ContactFields } from '../../../src/core/contacts/ContactFields';
import { canonical, fingerprint } from '../../../src/core/contacts/fingerprint';
import { portableFields } from '../../../src/core/contacts/portableContact';
import { samplePerson } from '../../support/samplePerson';

const same = (one: ContactFields, other: ContactFields): boolean => fingerprint(one) === fingerprint(other);

test.each<[string, ContactFields, ContactFields]>([
  ['order of entries', { phoneNumbers: [{ value: '1' }, { value: '2' }] }, { phoneNumbers: [{ value: '2' }, { value: '1' }] }],
  ['order of keys', { phoneNumbers: [{ value: '1', type: 'home' }] }, { phoneNumbers: [{ type: 'home', value: '1' }] }],
  ['composed and decomposed letters', { names: [{ givenName: 'Zo\u00eb' }] }, { names: [{ givenName: 'Zoe\u0308' }] }],
  ['blanks around', { names: [{ givenName: ' Ann ' }] }, { names: [{ givenName: 'Ann' }] }],
  ['case of an address', { emailAddresses: [{ value: 'A@B.example' }] }, { emailAddresses: [{ value: 'a@b.example' }] }],
  ['line ends', { biographies: [{ value: 'a\r\nb' }] }, { biographies: [{ value: 'a\nb' }] }],
  ['a repeated entry', { urls: [{ value: 'x' }, { value: 'x' }] }, { urls: [{ value: 'x' }] }],
  ['an empty entry', { urls: [{ value: 'x' }, { value: ' ' }] }, { urls: [{ value: 'x' }] }],
  ['an empty field', { urls: [] }, {}],
  ['the full name Google builds', { names: [{ givenName: 'Ann', unstructuredName: 'Ann' }] }, { names: [{ givenName: 'Ann' }] }],
  ['the address text Google builds', { addresses: [{ city: 'Bern', formattedValue: 'Bern' }] }, { addresses: [{ city: 'Bern' }] }],
  ['the default type of a note', { biographies: [{ value: 'a', contentType: 'TEXT_PLAIN' }] }, { biographies: [{ value: 'a' }] }],
  ['which address is the first choice', { urls: [{ value: 'x', metadata: { sourcePrimary: true } }] }, { urls: [{ value: 'x' }] }],
])('does not change with %s (S24)', (_, one, other) => {
  expect(canonical(one)).toBe(canonical(other));
  expect(same(one, other)).toBe(true);
});

test.each<[string, ContactFields, ContactFields]>([
  ['a value', { phoneNumbers: [{ value: '1' }] }, { phoneNumbers: [{ value: '2' }] }],
  ['a type', { phoneNumbers: [{ value: '1', type: 'home' }] }, { phoneNumbers: [{ value: '1', type: 'work' }] }],
  ['a field', { urls: [{ value: 'x' }] }, { interests: [{ value: 'x' }] }],
  ['an added entry', { urls: [{ value: 'x' }] }, { urls: [{ value: 'x' }, { value: 'y' }] }],
  ['the case of a name', { names: [{ givenName: 'ann' }] }, { names: [{ givenName: 'Ann' }] }],
  ['an unstructured name that stands alone', { names: [{ unstructuredName: 'Ann' }] }, { names: [{ unstructuredName: 'Anna' }] }],
  ['a date', { birthdays: [{ date: { month: 2, day: 1 } }] }, { birthdays: [{ date: { month: 1, day: 2 } }] }],
  ['where one value ends', { urls: [{ value: 'a' }, { value: 'b' }] }, { urls: [{ value: 'a,b' }] }],
])('changes with %s', (_, one, other) => {
  expect(same(one, other)).toBe(false);
});

test('is short, lower-case hex', () => {
  expect(fingerprint(portableFields(samplePerson()))).toMatch(/^[0-9a-f]{24}$/);
});

test('does not touch the values that are written', () => {
  const fields: ContactFields = { emailAddresses: [{ value: ' Zoe@Example.com ' }] };
  fingerprint(fields);
  expect(fields).toEqual({ emailAddresses: [{ value: ' Zoe@Example.com ' }] });
});
