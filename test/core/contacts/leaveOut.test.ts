import { contactFields } from '../../../src/core/contacts/contactFieldTable';
import {
  keptFields,
  leaveOutChoices,
  leaveOutTable,
  readLeaveOut,
  withoutLeftOut,
  type LeaveOut,
} from '../../../src/core/contacts/leaveOut';
import { portableContact } from '../../../src/core/contacts/portableContact';
import { samplePerson } from '../../support/samplePerson';

test('each choice is gone from what is read or from what is kept, and nothing else is (B8)', () => {
  for (const choice of leaveOutChoices) {
    const description: { readonly fields: readonly string[]; readonly types?: readonly string[] } = leaveOutTable[choice];
    const kept = keptFields([choice]);
    const dropped = contactFields.filter((field) => !kept.includes(field));
    expect(dropped).toEqual(contactFields.filter((field) => description.types === undefined && description.fields.includes(field)));
    for (const field of dropped) expect(withoutLeftOut({ [field]: [{ value: 'x' }] }, [choice])).toEqual({});
  }
  expect(keptFields([])).toEqual(contactFields);
});

test('names, organizations and how to reach somebody at work always travel (B8)', () => {
  const person = {
    names: [{ givenName: 'Ann' }],
    organizations: [{ name: 'Acme' }],
    emailAddresses: [{ value: 'a@x.test', type: 'work' }],
    phoneNumbers: [{ value: '1', type: 'mobile' }],
    addresses: [{ city: 'Bern', type: 'work' }],
  };
  expect(withoutLeftOut(person, leaveOutChoices)).toEqual(person);
});

test.each<[LeaveOut, string, string, string]>([
  ['homeEmails', 'emailAddresses', 'home', 'work'],
  ['homePhones', 'phoneNumbers', 'homeFax', 'workFax'],
  ['homePhones', 'phoneNumbers', ' Home', 'mobile'],
  ['homeAddresses', 'addresses', 'HOME', 'other'],
])('“%s” takes the entries of %s with type “%s” and leaves “%s” (B8)', (choice, field, gone, stays) => {
  const person = { [field]: [{ value: 'private', type: gone }, { value: 'open', type: stays }, { value: 'untyped' }] };
  expect(withoutLeftOut(person, [choice])[field]).toEqual([{ value: 'open', type: stays }, { value: 'untyped' }]);
});

test('a portable contact says nothing of what is left out: not in its fields, its keys, its fingerprint (B8)', () => {
  const person = samplePerson();
  const without = portableContact(person, ['homeEmails', 'notes', 'birthdays']);
  const never = portableContact({
    ...person,
    emailAddresses: [(person['emailAddresses'] as object[])[0]],
    biographies: [],
    birthdays: [],
  });
  expect(without).toEqual(never);
  expect(JSON.stringify(without)).not.toMatch(/zoe@home|Met in Bern|29/);
  expect(without?.fingerprint).not.toBe(portableContact(person)?.fingerprint);
});

test('reads choices in the table’s order, each once, and passes over what is none', () => {
  expect(readLeaveOut(['birthdays', 'x', 'notes', 'birthdays'])).toEqual(['notes', 'birthdays']);
});
