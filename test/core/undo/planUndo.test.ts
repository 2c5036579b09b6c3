import { describeLeft } from '../../../src/core/undo/describeLeft';
import { planUndo, type UndoFacts } from '../../../src/core/undo/planUndo';
import type { DirectoryChange } from '../../../src/core/users/UserChange';

const nobody: UndoFacts = { record: {}, roles: {}, goneGroups: [], spaces: {}, adminRoles: [], units: ['/', '/Sales'], isKeeper: false };
const titled: DirectoryChange = { kind: 'setUserField', field: 'title', before: 'Engineer', after: 'Manager' };
const withTitle = (title: string): Partial<UndoFacts> => ({ record: { organizations: [{ title, primary: true }] } });
const moved: DirectoryChange = { kind: 'setUserSetting', setting: 'orgUnitPath', before: '/Sales', after: '/IT' };
const restored: DirectoryChange = { kind: 'setUserSetting', setting: 'suspended', before: 'true', after: 'false' };
const hidden: DirectoryChange = { kind: 'setUserSetting', setting: 'includeInGlobalAddressList', before: 'true', after: 'false' };
const team = { groupId: 'g', email: 'team@example.com' };
const added: DirectoryChange = { kind: 'addMember', ...team };
const joined = { kind: 'addToSpace', space: 's', title: 'Team' } as const;
const groupsRole = { roleId: 'r1', title: 'Groups Admin' };
const given: DirectoryChange = { kind: 'addRole', ...groupsRole };
const removed: DirectoryChange = { kind: 'removeMember', ...team, role: 'OWNER' };

describe('B6: what a run changed is put back only where it stands as the run left it', () => {
  it.each<[string, DirectoryChange, Partial<UndoFacts>, DirectoryChange]>([
    ['a field', titled, withTitle('Manager'), { ...titled, before: 'Manager', after: 'Engineer' }],
    ['a unit', moved, { record: { orgUnitPath: '/IT' } }, { ...moved, before: '/IT', after: '/Sales' }],
    ['a flag that Google does not send', restored, {}, { ...restored, before: 'false', after: 'true' }],
    ['a flag', hidden, { record: { includeInGlobalAddressList: false } }, { ...hidden, before: 'false', after: 'true' }],
    ['who was added goes', added, { roles: { g: 'MEMBER' } }, { kind: 'removeMember', ...team, role: 'MEMBER' }],
    ['a role that was given goes', given, { adminRoles: [groupsRole] }, { ...given, kind: 'removeRole' }],
    ['a role that was taken returns', { ...given, kind: 'removeRole' }, {}, given],
    ['who joined a space leaves it', joined, { spaces: { s: 'ROLE_MEMBER' } }, { ...joined, kind: 'removeFromSpace' }],
    ['who was removed returns as what they were', removed, {}, { kind: 'addMember', ...team, role: 'OWNER' }],
  ])('%s', (_, change, facts, wanted) => {
    expect(planUndo([change], { ...nobody, ...facts })).toEqual({ changes: [wanted], alreadySo: 0, left: [] });
  });

  it.each<[string, DirectoryChange, Partial<UndoFacts>]>([
    ['a field', titled, withTitle('Engineer')],
    ['a unit', moved, { record: { orgUnitPath: '/Sales' } }],
    ['who was added', added, {}],
    ['who was added to a group that is gone', added, { goneGroups: ['g'] }],
    ['who was removed', removed, { roles: { g: 'OWNER' } }],
    ['who left the space themself', joined, {}],
    ['a role that somebody took away', given, { adminRoles: [{ ...groupsRole, orgUnitId: 'u1' }] }],
  ])('%s that is as before already needs nothing', (_, change, facts) => {
    expect(planUndo([change], { ...nobody, ...facts })).toEqual({ changes: [], alreadySo: 1, left: [] });
  });

  it.each<[string, DirectoryChange, Partial<UndoFacts>, string]>([
    ['a field that somebody changed', titled, withTitle('Boss'), 'somebody changed it since'],
    ['a user who was moved on', moved, { record: { orgUnitPath: '/' } }, 'somebody changed it since'],
    ['a unit that is gone', moved, { record: { orgUnitPath: '/IT' }, units: ['/'] }, 'that place is gone or is called otherwise'],
    ['a group that is gone', removed, { goneGroups: ['g'] }, 'that place is gone or is called otherwise'],
    ['somebody who became a manager', added, { roles: { g: 'MANAGER' } }, 'somebody changed it since'],
    ['somebody who was taken in again', removed, { roles: { g: 'MEMBER' } }, 'somebody changed it since'],
    ['the suspension of an administrator', restored, { record: { isAdmin: true } }, 'not locked out'],
    ['the suspension of an officer', restored, { isKeeper: true }, 'not locked out'],
    ['somebody who became a manager of a space', joined, { spaces: { s: 'ROLE_MANAGER' } }, 'somebody changed it since'],
  ])('%s stays, and is said', (_, change, facts, why) => {
    const plan = planUndo([change], { ...nobody, ...facts });
    expect([plan.changes, plan.alreadySo]).toEqual([[], 0]);
    expect(plan.left.map(describeLeft)[0]).toContain(why);
  });

  it('twice is once: after an undo there is nothing to undo', () => {
    const [back] = planUndo([titled], { ...nobody, ...withTitle('Manager') }).changes;
    expect(back).toMatchObject({ after: 'Engineer' });
    expect(planUndo([titled], { ...nobody, ...withTitle('Engineer') }).changes).toEqual([]);
  });
});
