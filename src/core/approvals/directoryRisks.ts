import { plural } from '../base/plural';
import type { DirectoryChange, UserSetting } from '../users/UserChange';
import type { UserFieldId } from '../users/userFields';

const setsField =
  (...fields: readonly UserFieldId[]) =>
  (change: DirectoryChange): boolean =>
    change.kind === 'setUserField' && fields.includes(change.field);

const isSet =
  (setting: UserSetting, after?: string) =>
  (change: DirectoryChange): boolean =>
    change.kind === 'setUserSetting' && change.setting === setting && (after === undefined || change.after === after);

/** What a user may suffer or gain by, the gravest first. */
const grave: readonly (readonly [string, (change: DirectoryChange) => boolean])[] = [
  ['will be suspended and cannot sign in any more', isSet('suspended', 'true')],
  ['will be restored and can sign in again', isSet('suspended', 'false')],
  ['will get or lose rights as an administrator', ({ kind }) => kind === 'addRole' || kind === 'removeRole'],
  ['will have another recovery phone or address, with which an account can be taken over', setsField('recoveryEmail', 'recoveryPhone')],
  ['will have other secondary addresses, which are taken for theirs', setsField('workEmail', 'homeEmail', 'otherEmail')],
  ['will have to choose a new password, or not any more', isSet('changePasswordAtNextLogin')],
  ['will be moved to another organizational unit, whose policies and services apply to them', isSet('orgUnitPath')],
  ['will be members of more groups or spaces, with what these have access to', ({ kind }) => kind === 'addMember' || kind === 'addToSpace'],
];

/** What an officer is warned of, of changes to users. `changes`: of each target that is changed; `holders`: how many of those hold rights. */
export const directoryRisks = (changes: readonly (readonly DirectoryChange[])[], holders: number): readonly string[] => {
  const others = changes.flat().filter((change) => !grave.some(([, isIt]) => isIt(change))).length;
  const said = (users: number, what: string): string[] => (users === 0 ? [] : [`${plural(users, 'user')} ${what}`]);
  return [
    ...said(holders, 'who will be changed: administrators, Security Officers or Roster’s own account'),
    ...grave.flatMap(([what, isIt]) => said(changes.filter((all) => all.some(isIt)).length, what)),
    ...(others === 0 ? [] : [`${plural(others, 'change')} to the records of users, over what stands there`]),
  ];
};
