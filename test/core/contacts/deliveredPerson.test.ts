import { deliveredPerson } from '../../../src/core/contacts/deliveredPerson';
import { parseMarks } from '../../../src/core/contacts/Mark';
import { portableContact, portableFields } from '../../../src/core/contacts/portableContact';
import { reduceContact } from '../../../src/core/contacts/reduceContact';
import type { CreateContact } from '../../../src/core/plan/Change';
import { samplePerson } from '../../support/samplePerson';

const change = (joinGroup: boolean): CreateContact => {
  const contact = portableContact(samplePerson());
  if (contact === undefined) throw new Error('the sample is a contact');
  const { sourceContactId, fields, fingerprint } = contact;
  return {
    kind: 'createContact',
    sourceContactId,
    fields,
    mark: { version: 1, origin: 'r', sourceUserId: 'u', sourceContactId, fingerprint },
    joinGroup,
  };
};

const groupsOf = (joinGroup: boolean, group: string | undefined) =>
  deliveredPerson(change(joinGroup), group).memberships?.map((membership) => membership.contactGroupMembership?.contactGroupResourceName);

test.each([
  ['no label', false, undefined, ['contactGroups/myContacts']],
  ['a label', true, 'contactGroups/x', ['contactGroups/myContacts', 'contactGroups/x']],
  ['a label it is not to join', false, 'contactGroups/x', ['contactGroups/myContacts']],
  ['My Contacts as the label', true, 'contactGroups/myContacts', ['contactGroups/myContacts']],
])('always arrives in My Contacts, with %s (S22)', (_, joinGroup, group, expected) => {
  expect(groupsOf(joinGroup, group)).toEqual(expected);
});

test('stays out of My Contacts where a sync says so (G15)', () => {
  const { memberships } = deliveredPerson({ ...change(true), withoutMyContacts: true }, 'contactGroups/x');
  expect(memberships).toEqual([{ contactGroupMembership: { contactGroupResourceName: 'contactGroups/x' } }]);
});

test('what arrives and is read again says the same as the source and carries the mark (S24)', () => {
  const created = change(true);
  const person = deliveredPerson(created, 'contactGroups/x');
  const read = reduceContact({ ...person, resourceName: 'people/c9', etag: 'e' });
  expect(read).toEqual({
    resourceName: 'people/c9',
    etag: 'e',
    marks: [created.mark],
    keys: { emails: ['zoe@example.com', 'zoe@home.example'], phones: ['0445550102'], name: 'zoë łęcka' },
    fingerprint: created.mark.fingerprint,
    groups: ['contactGroups/myContacts', 'contactGroups/x'],
  });
  expect(portableFields(person)).toEqual(portableFields(samplePerson()));
  expect(parseMarks(person.clientData)).toHaveLength(1);
});

test('a contact without a resource name is not indexed', () => {
  expect(reduceContact({ names: [{ givenName: 'Ann' }] })).toBeUndefined();
});
