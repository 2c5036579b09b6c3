import * as fs from 'node:fs';
import { contactFieldTable, contactFields } from '../../src/core/contacts/contactFieldTable';
import { keptFields, leaveOutChoices } from '../../src/core/contacts/leaveOut';

/** Google's own description of the API, as its client library publishes it. */
const types = fs.readFileSync(require.resolve('@googleapis/people/build/v1.d.ts'), 'utf8');

/** Members of a message, with what is said of each. */
const membersOf = (message: string): Map<string, { readonly said: string; readonly type: string }> => {
  const body = new RegExp(`interface Schema\\$${message} \\{(.*?)\\n    \\}`, 's').exec(types)![1]!;
  const members = body.matchAll(/\/\*\*(.*?)\*\/\s*(\w+)\?: ([^;]+);/gs);
  return new Map([...members].map(([, said = '', name = '', type = '']) => [name, { said, type }]));
};
const messageOf = (field: string): string => /Schema\$(\w+)\[\]/.exec(membersOf('Person').get(field)!.type)![1]!;

/** What the mask of an update may name: all that an application can write and read again. */
const mask = /Valid values are: ([^\n]*)\n\s*\*\/\s*updatePersonFields\?/.exec(types)![1]!;
const updatable = [...mask.matchAll(/\* (\w+)/g)].map(([, name]) => name);

test('every field that Google lets an application write travels, but for marks and labels, which are the target’s own (B1)', () => {
  expect(updatable.length).toBeGreaterThan(20);
  expect([...contactFields, 'clientData', 'memberships'].sort()).toEqual([...updatable].sort());
});

test.each(contactFields)('of %s every property travels that is not Google’s to write', (field) => {
  const { texts, numbers = [], flags = [], dates = [], singleton } = contactFieldTable[field];
  const members = membersOf(messageOf(field));
  const writable = [...members].filter(([name, { said }]) => name !== 'metadata' && !said.includes('Output only')).map(([name]) => name);
  expect([...texts, ...numbers, ...flags, ...dates].sort()).toEqual(writable.sort());
  for (const name of numbers) expect(members.get(name)!.type).toMatch(/number/);
  for (const name of flags) expect(members.get(name)!.type).toMatch(/boolean/);
  for (const name of dates) expect(members.get(name)!.type).toBe('Schema$Date');
  expect(membersOf('Person').get(field)!.said.includes('singleton for contact sources')).toBe(singleton === true);
});

test('what can be left out is made of fields that travel (B8)', () => {
  for (const field of keptFields(leaveOutChoices)) expect(contactFields).toContain(field);
  expect(keptFields(leaveOutChoices)).toEqual(expect.arrayContaining(['names', 'emailAddresses', 'phoneNumbers', 'organizations']));
});
