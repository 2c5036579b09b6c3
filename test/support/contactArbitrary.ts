import fc from 'fast-check';
import { contactFieldTable, contactFields } from '../../src/core/contacts/contactFieldTable';
import type { Person } from '../../src/core/contacts/Person';

const value = fc.oneof(
  fc.constantFrom('Ann', 'ann', 'Zoë', 'Zoe\u0308', '山田', '', ' ', 'a@B.example', '+41 44 555 01 02'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const date = fc.record({
  year: fc.integer({ min: 0, max: 2030 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

const entry = (field: (typeof contactFields)[number]) => {
  const { texts, numbers = [], flags = [], dates = [] } = contactFieldTable[field];
  const record = {
    ...Object.fromEntries(texts.map((name) => [name, value])),
    ...Object.fromEntries(numbers.map((name) => [name, fc.integer({ min: 0, max: 100000 })])),
    ...Object.fromEntries(flags.map((name) => [name, fc.boolean()])),
    ...Object.fromEntries(dates.map((name) => [name, date])),
  };
  return fc.record(record, { requiredKeys: [] });
};

/** The fields of a person, any of those Roster copies. */
export const personFields: fc.Arbitrary<Person> = fc.record(
  Object.fromEntries(
    contactFields.map((field) => [field, fc.array(entry(field), { maxLength: contactFieldTable[field].singleton ? 1 : 3 })]),
  ),
  { requiredKeys: [] },
);
