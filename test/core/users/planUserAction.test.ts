import { planUserAction, type UserFacts } from '../../../src/core/users/planUserAction';
import { userPatch } from '../../../src/core/users/userPatch';

const facts = (more: Partial<UserFacts> = {}): UserFacts => ({
  record: { suspended: false, includeInGlobalAddressList: true, orgUnitPath: '/Sales', organizations: [{ primary: true, title: 'Buyer' }] },
  roles: { g1: 'MANAGER' },
  spaces: ['spaces/A'],
  ...more,
});
const group = (groupId: string) => ({ groupId, email: `${groupId}@acme.test` });

describe('S61: what an action changes at one user', () => {
  it('sets the fields that differ, with the value before, and counts those that are so already', () =>
    expect(
      planUserAction(
        {
          kind: 'setUserFields',
          fields: [
            { field: 'title', value: 'Head' },
            { field: 'department', value: 'Purchasing' },
            { field: 'costCenter', value: '' },
          ],
        },
        facts(),
      ),
    ).toEqual({
      changes: [
        { kind: 'setUserField', field: 'title', before: 'Buyer', after: 'Head' },
        { kind: 'setUserField', field: 'department', before: '', after: 'Purchasing' },
      ],
      alreadySo: 1,
    }));

  it('adds to groups they are not in, and removes from those they are in with the role they had', () => {
    const groups = [group('g1'), group('g2')];
    expect(planUserAction({ kind: 'addToGroups', groups }, facts())).toEqual({
      changes: [{ kind: 'addMember', groupId: 'g2', email: 'g2@acme.test' }],
      alreadySo: 1,
    });
    expect(planUserAction({ kind: 'removeFromGroups', groups }, facts())).toEqual({
      changes: [{ kind: 'removeMember', groupId: 'g1', email: 'g1@acme.test', role: 'MANAGER' }],
      alreadySo: 1,
    });
  });

  it('moves, suspends, restores, shows and hides only where it makes a difference', () => {
    const changes = (kind: 'suspendUser' | 'restoreUser' | 'showInDirectory' | 'hideFromDirectory', record = facts().record) =>
      planUserAction({ kind }, facts({ record })).changes.map((change) => ('before' in change ? `${change.before} → ${change.after}` : ''));
    expect(changes('suspendUser')).toEqual(['false → true']);
    expect(changes('restoreUser')).toEqual([]);
    expect(changes('showInDirectory')).toEqual([]);
    expect(changes('hideFromDirectory')).toEqual(['true → false']);
    expect(changes('hideFromDirectory', {})).toEqual(['true → false']);
    expect(planUserAction({ kind: 'moveToOrgUnit', orgUnitId: 'id:1', orgUnitPath: '/Sales' }, facts()).alreadySo).toBe(1);
  });

  it('never suspends a super administrator', () =>
    expect(planUserAction({ kind: 'suspendUser' }, facts({ record: { isAdmin: true } }))).toMatchObject({
      changes: [],
      refusal: { code: 'user.administratorKept' },
    }));

  it('adds to the spaces they are not in', () =>
    expect(
      planUserAction(
        {
          kind: 'addToSpaces',
          spaces: [
            { space: 'spaces/A', title: 'A' },
            { space: 'spaces/B', title: 'B' },
          ],
        },
        facts(),
      ),
    ).toEqual({ changes: [{ kind: 'addToSpace', space: 'spaces/B', title: 'B' }], alreadySo: 1 }));

  it('plans nothing more once its changes are made', () => {
    const action = {
      kind: 'setUserFields' as const,
      fields: [
        { field: 'title' as const, value: 'Head' },
        { field: 'company' as const, value: 'Acme' },
        { field: 'workPhone' as const, value: '+41445550102' },
      ],
    };
    const { record } = facts();
    const patch = userPatch(record, planUserAction(action, facts()).changes);
    expect(planUserAction(action, facts({ record: { ...record, ...patch } })).changes).toEqual([]);
  });

  it('writes several fields of one list in one patch', () =>
    expect(
      userPatch({ organizations: [{ primary: true, title: 'Buyer' }] }, [
        { kind: 'setUserField', field: 'title', before: 'Buyer', after: 'Head' },
        { kind: 'setUserField', field: 'company', before: '', after: 'Acme' },
        { kind: 'setUserSetting', setting: 'suspended', before: 'true', after: 'false' },
      ]),
    ).toEqual({ organizations: [{ primary: true, title: 'Head', name: 'Acme' }], suspended: false }));
});
