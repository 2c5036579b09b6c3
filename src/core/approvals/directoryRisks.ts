import { plural } from '../base/plural';
import type { DirectoryChange, UserSetting } from '../users/UserChange';

const isSet =
  (setting: UserSetting, after?: string) =>
  (change: DirectoryChange): boolean =>
    change.kind === 'setUserSetting' && change.setting === setting && (after === undefined || change.after === after);

/** What a user may suffer or gain by, the gravest first. */
const grave: readonly (readonly [string, (change: DirectoryChange) => boolean])[] = [
  ['will be suspended and cannot sign in any more', isSet('suspended', 'true')],
  ['will be restored and can sign in again', isSet('suspended', 'false')],
  [
    'will have another recovery phone or address, with which an account can be taken over',
    (change) => change.kind === 'setUserField' && ['recoveryEmail', 'recoveryPhone'].includes(change.field),
  ],
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
