import fc from 'fast-check';
import { contactFields } from '../../src/core/contacts/contactFieldTable';
import { canonical, fingerprint } from '../../src/core/contacts/fingerprint';
import type { Person } from '../../src/core/contacts/Person';
import { portableFields } from '../../src/core/contacts/portableContact';
import { personFields } from '../support/contactArbitrary';

/** The same contact in another read: keys and entries in another order, decomposed letters, and what only Google writes. */
const readAgain = (person: Person): Person =>
  Object.fromEntries(
    Object.entries(person)
      .reverse()
      .map(([field, entries]) => [field, (entries as object[]).map((entry) => noisy(entry)).reverse()]),
  );

const noisy = (entry: object): object => ({
  metadata: { primary: true, verified: true, source: { type: 'CONTACT', id: '1' } },
  formattedType: 'Work',
  formattedValue2: 'x',
  canonicalForm: '+41',
  displayNameLastFirst: 'x',
  ...Object.fromEntries(
    Object.entries(entry)
      .reverse()
      .map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFD') : value]),
  ),
});

test('a contact read twice says the same, whatever the order, the encoding and Google’s own values (S24)', () => {
  fc.assert(
    fc.property(personFields, (person) => {
      expect(canonical(portableFields(readAgain(person)))).toBe(canonical(portableFields(person)));
    }),
  );
});

test('what is written and read back is again what was written', () => {
  fc.assert(
    fc.property(personFields, (person) => {
      const fields = portableFields(person);
      expect(portableFields(fields)).toEqual(fields);
      expect(fingerprint(portableFields(fields))).toBe(fingerprint(fields));
    }),
  );
});

test('every written value is the source’s own', () => {
  fc.assert(
    fc.property(personFields, (person) => {
      const fields = portableFields(person);
      for (const field of contactFields) {
        const own = new Set(
          (person[field] as object[] | undefined)?.flatMap((entry) => Object.values(entry)).filter((value) => typeof value === 'string'),
        );
        for (const entry of fields[field] ?? [])
          for (const value of Object.values(entry)) if (typeof value === 'string') expect(own).toContain(value);
      }
    }),
  );
});
