import { packTargetList, readListHead, readListPart } from '../../../src/core/directory/TargetList';
import { asFutureUser } from '../../../src/core/users/asFutureUser';
import {
  describeNewUser,
  fullNameOf,
  isCreatedBy,
  newTargetId,
  newUserRecord,
  packNewUser,
  unpackNewUser,
  type NewUser,
} from '../../../src/core/users/NewUser';
import { passwordFrom } from '../../../src/core/users/passwordFrom';

const ann: NewUser = {
  email: 'ann@acme.test',
  orgUnitPath: '/Sales',
  groups: ['team@acme.test'],
  fields: [
    { field: 'givenName', value: 'Ann' },
    { field: 'familyName', value: 'Lee' },
    { field: 'employeeId', value: '4711' },
    { field: 'recoveryPhone', value: '+41445550102' },
  ],
};
const plan = { ...ann, groups: [{ groupId: 'g1', email: 'team@acme.test' }] };

test('what is sent holds each value and the mark of the request, beside an employee id', () => {
  const record = newUserRecord(plan, 'r1');
  expect(record).toEqual({
    primaryEmail: 'ann@acme.test',
    orgUnitPath: '/Sales',
    name: { givenName: 'Ann', familyName: 'Lee' },
    externalIds: [
      { type: 'custom', customType: 'roster', value: 'r1' },
      { type: 'organization', value: '4711' },
    ],
    recoveryPhone: '+41445550102',
  });
});

test('only the mark of this very request makes an account ours', () => {
  expect(isCreatedBy(newUserRecord(plan, 'r1'), 'r1')).toBe(true);
  expect(isCreatedBy(newUserRecord(plan, 'r1'), 'r2')).toBe(false);
  expect(isCreatedBy({ externalIds: [{ type: 'custom', customType: 'other', value: 'r1' }] }, 'r1')).toBe(false);
  for (const record of [{}, { externalIds: null }, { externalIds: ['r1', null] }]) expect(isCreatedBy(record, 'r1')).toBe(false);
});

test('values are said in words, private ones masked where others read', () => {
  expect(describeNewUser(ann, 'whole')).toBe(
    'First name: “Ann”; Last name: “Lee”; Employee ID: “4711”; Recovery phone: “+41445550102”; Groups: team@acme.test',
  );
  expect(describeNewUser(plan, 'masked')).toContain('Recovery phone: “…02”');
  expect(fullNameOf(ann)).toBe('Ann Lee');
});

test('what a preview stores is read back, and nothing else is', () => {
  expect(unpackNewUser(packNewUser(plan))).toEqual(plan);
  for (const text of ['', '[]', 'null', '{}', '[{"kind":"addMember"}]']) expect(unpackNewUser(text)).toBeUndefined();
});

test('a list of targets carries new users with their values, under its digest', () => {
  const user = asFutureUser(newTargetId(ann.email), ann);
  const packed = packTargetList({ targets: [{ user, from: ['row 2'], suspended: false, newUser: ann }], problems: [] }, []);
  expect(readListPart(packed.parts[0]!)[0]).toMatchObject({ userId: 'new:ann@acme.test', email: 'ann@acme.test', newUser: ann });
  const other = packTargetList(
    { targets: [{ user, from: ['row 2'], suspended: false, newUser: { ...ann, groups: [] } }], problems: [] },
    [],
  );
  expect(readListHead(other.head).parts[0]!.digest).not.toBe(readListHead(packed.head).parts[0]!.digest);
});

test('a password holds all the randomness there is, and what password rules ask for', () => {
  let calls = 0;
  const password = passwordFrom(() => String((calls += 1)).repeat(32));
  expect(password).toBe(`R-${'1'.repeat(32)}${'2'.repeat(32)}`);
});
