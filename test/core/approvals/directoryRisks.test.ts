import { directoryRisks } from '../../../src/core/approvals/directoryRisks';
import type { DirectoryChange } from '../../../src/core/users/UserChange';

const set = (setting: 'suspended' | 'orgUnitPath' | 'includeInGlobalAddressList', before: string, after: string): DirectoryChange => ({
  kind: 'setUserSetting',
  setting,
  before,
  after,
});
const title: DirectoryChange = { kind: 'setUserField', field: 'title', before: '', after: 'Manager' };
const recovery: DirectoryChange = { kind: 'setUserField', field: 'recoveryPhone', before: '', after: '+41445550102' };
const joins: DirectoryChange = { kind: 'addMember', groupId: 'g', email: 'team@example.com' };

test.each<[string, DirectoryChange[][], number, string[]]>([
  ['nothing', [], 0, []],
  [
    'suspensions',
    [[set('suspended', 'false', 'true')], [set('suspended', 'false', 'true')]],
    0,
    ['2 users will be suspended and cannot sign in any more'],
  ],
  ['a user who is restored', [[set('suspended', 'true', 'false')]], 0, ['1 user will be restored and can sign in again']],
  [
    'what is done to one user twice, each once',
    [[recovery, { ...recovery, field: 'recoveryEmail' }, title]],
    0,
    [
      '1 user will have another recovery phone or address, with which an account can be taken over',
      '1 change to the records of users, over what stands there',
    ],
  ],
  [
    'what an import can change beside that',
    [
      [{ kind: 'addRole', roleId: 'r', title: 'Groups Admin' }],
      [{ ...title, field: 'workEmail' }],
      [{ kind: 'setUserSetting', setting: 'changePasswordAtNextLogin', before: 'true', after: 'false' }],
    ],
    0,
    [
      '1 user will get or lose rights as an administrator',
      '1 user will have other secondary addresses, which are taken for theirs',
      '1 user will have to choose a new password, or not any more',
    ],
  ],
  [
    'moves and memberships',
    [[set('orgUnitPath', '/', '/IT')], [joins]],
    0,
    [
      '1 user will be moved to another organizational unit, whose policies and services apply to them',
      '1 user will be members of more groups or spaces, with what these have access to',
    ],
  ],
  [
    'people with rights first',
    [[set('includeInGlobalAddressList', 'true', 'false')]],
    1,
    [
      '1 user who will be changed: administrators, Security Officers or Roster’s own account',
      '1 change to the records of users, over what stands there',
    ],
  ],
])('an officer is warned of %s (S61)', (_, changes, holders, said) => {
  expect(directoryRisks(changes, holders)).toEqual(said);
});
