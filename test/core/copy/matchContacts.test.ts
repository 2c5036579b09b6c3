import type { Person } from '../../../src/core/contacts/Person';
import { portableContact } from '../../../src/core/contacts/portableContact';
import { reduceContact } from '../../../src/core/contacts/reduceContact';
import { findMatch, type MatchedBy } from '../../../src/core/copy/matchContacts';
import { sourceKeys } from '../../../src/core/copy/SourceKeys';

interface Card {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
}

const person = ({ name, email, phone, company }: Card): Person => ({
  ...(name === undefined ? {} : { names: [{ givenName: name }] }),
  ...(email === undefined ? {} : { emailAddresses: [{ value: email }] }),
  ...(phone === undefined ? {} : { phoneNumbers: [{ value: phone }] }),
  ...(company === undefined ? {} : { organizations: [{ name: company }] }),
});

/** By what each contact of the source is found at the target. */
const found = (source: readonly Card[], there: readonly Card[]): (MatchedBy | undefined)[] => {
  const contacts = source.flatMap(
    (card, id) => portableContact({ ...person(card), metadata: { sources: [{ type: 'CONTACT', id: String(id) }] } }) ?? [],
  );
  const candidates = there.flatMap((card, id) => reduceContact({ ...person(card), resourceName: `people/${id}` }) ?? []);
  const match = findMatch(sourceKeys(contacts), candidates);
  return contacts.map((contact) => match(contact)?.by);
};

const swiss = '+41 44 555 01 02';

test.each<[string, Card, Card, MatchedBy | undefined]>([
  ['the same address under another name', { name: 'Ann Lee', email: 'ann@x.test' }, { name: 'Annie', email: 'Ann@X.test' }, 'sameEmail'],
  ['the same number, typed in another way', { name: 'Ann', phone: swiss }, { name: 'Ann', phone: '0041445550102' }, 'samePhone'],
  ['the same number, and no name', { name: 'Ann', phone: swiss }, { company: 'Acme', phone: swiss }, 'samePhone'],
  ['the same number under another name', { name: 'Ann', phone: swiss }, { name: 'Bob', phone: swiss }, undefined],
  ['the same number, but for its extension', { name: 'Ann', phone: `${swiss} x1` }, { company: 'Acme', phone: `${swiss} x2` }, undefined],
  ['the same name and nothing else', { name: 'Ann Lee' }, { name: 'ann lee' }, 'sameName'],
  ['the same name and an address on one side', { name: 'Ann Lee' }, { name: 'Ann Lee', email: 'ann@x.test' }, 'sameName'],
  ['the same name and other addresses', { name: 'Ann', email: 'a@x.test' }, { name: 'Ann', email: 'b@x.test' }, undefined],
  ['the same name and other numbers', { name: 'Ann', phone: swiss }, { name: 'Ann', phone: '+41 44 555 01 03' }, undefined],
  ['the same company without a name', { company: 'Acme' }, { company: 'Acme' }, 'sameContent'],
  ['another company without a name', { company: 'Acme' }, { company: 'Apex' }, undefined],
  ['nothing in common', { name: 'Ann', email: 'a@x.test' }, { name: 'Bob', email: 'b@x.test' }, undefined],
])('meets %s (B7)', (_, source, there, by) => {
  expect(found([source], [there])).toEqual([by]);
});

const ann = { name: 'Ann', email: 'info@x.test', phone: swiss };
const bob = { name: 'Bob', email: 'info@x.test', phone: swiss };

test.each<[string, readonly Card[], readonly Card[], (MatchedBy | undefined)[]]>([
  ['two of the source share an address: one is there', [ann, bob], [ann], ['sameEmail', undefined]],
  ['two of the target share it: one is the source’s', [ann], [ann, bob], ['sameEmail']],
  ['two of the target share it: neither is the source’s', [{ ...ann, name: 'Cleo' }], [ann, bob], [undefined]],
  ['two of the target share a number', [{ name: 'Cleo', phone: swiss }], [{ phone: swiss }, { phone: swiss, company: 'x' }], [undefined]],
  [
    'two of the source share a name: their content must be the same',
    [
      { name: 'Ann', company: 'x' },
      { name: 'Ann', company: 'y' },
    ],
    [{ name: 'Ann', company: 'y' }],
    [undefined, 'sameContent'],
  ],
  [
    'two of the target share a name',
    [{ name: 'Ann' }],
    [
      { name: 'Ann', company: 'x' },
      { name: 'Ann', company: 'y' },
    ],
    ['sameName'],
  ],
])('where %s (B7)', (_, source, there, expected) => {
  expect(found(source, there)).toEqual(expected);
});
