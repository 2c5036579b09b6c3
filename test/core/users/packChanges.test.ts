import { describeChange } from '../../../src/core/users/describeChange';
import { areNamed, packChanges, unpackChanges } from '../../../src/core/users/packChanges';
import type { DirectoryChange } from '../../../src/core/users/UserChange';

const title: DirectoryChange = { kind: 'setUserField', field: 'title', before: '', after: 'Manager' };
const out: DirectoryChange = { kind: 'removeMember', groupId: 'g', email: 'team@example.com', role: 'OWNER' };

test('changes are kept whole', () => {
  expect(unpackChanges(packChanges([title, out]))).toEqual([title, out]);
  expect([unpackChanges(''), unpackChanges('{}')]).toEqual([[], []]);
});

test('B1: a change is named when it is the same from the same value; fewer are as well', () => {
  const turned = Object.fromEntries(Object.entries(title).reverse()) as unknown as DirectoryChange;
  expect(areNamed([turned], [title, out])).toBe(true);
  expect(areNamed([], [title])).toBe(true);
  expect(areNamed([{ ...title, before: 'Clerk' }], [title])).toBe(false);
  expect(areNamed([{ ...title, after: 'Clerk' }], [title])).toBe(false);
  expect(areNamed([title, out], [title])).toBe(false);
});

test('a change is said in words', () => {
  expect([
    describeChange(title),
    describeChange(out),
    describeChange({ kind: 'setUserSetting', setting: 'suspended', before: 'false', after: 'true' }),
    describeChange({ kind: 'addMember', groupId: 'g', email: 'team@example.com' }),
  ]).toEqual([
    'Job title: nothing → “Manager”',
    'Removed from team@example.com (owner there)',
    'Suspended: no → yes',
    'Added to team@example.com',
  ]);
});
