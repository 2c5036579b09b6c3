import type { GroupRef } from '../users/UserAction';
import type { DirectoryChange } from '../users/UserChange';
import type { ImportRules } from './ImportRules';

/** I36: what makes an import one that officers decide about, whatever the settings say. */
export type GateReason =
  | 'creation'
  | 'roles'
  /** Security groups, access groups, and groups that hold a role. */
  | 'rightsByGroup'
  | 'recovery'
  | 'secondaryAddresses'
  | 'signIn'
  | 'orgUnit'
  | 'suspension'
  | 'overwrite'
  /** A row is about an administrator, an officer or Roster's own account. */
  | 'holder';

/** What the preview says of a row that is not left out. */
interface NamedRow {
  readonly targetId: string;
  readonly creates: boolean;
  readonly changes: readonly DirectoryChange[];
}

interface RightsNow {
  /** Whether a user is an administrator, an officer or Roster's own account. */
  isHolder(userId: string): boolean;
  /** Whether a group is a security group, of which some hold a role, or gives access to a service. */
  givesRights(group: GroupRef): boolean;
}

const ofChange = (change: DirectoryChange, { givesRights }: RightsNow): GateReason | undefined => {
  switch (change.kind) {
    case 'addRole':
    case 'removeRole':
      return 'roles';
    case 'addMember':
      return givesRights(change) ? 'rightsByGroup' : undefined;
    // Without overwriting, people are taken out of groups that give access only.
    case 'removeMember':
      return 'rightsByGroup';
    case 'setUserSetting':
      if (change.setting === 'suspended') return 'suspension';
      if (change.setting === 'changePasswordAtNextLogin') return 'signIn';
      return change.setting === 'orgUnitPath' ? 'orgUnit' : undefined;
    case 'setUserField':
      if (['recoveryEmail', 'recoveryPhone'].includes(change.field)) return 'recovery';
      return ['workEmail', 'homeEmail', 'otherEmail'].includes(change.field) ? 'secondaryAddresses' : undefined;
    default:
      return undefined;
  }
};

/** Every reason, each once; none: the settings decide. */
export const gateReasons = (
  rows: readonly NamedRow[],
  { columns }: Pick<ImportRules, 'columns'>,
  rights: RightsNow,
): ReadonlySet<GateReason> => {
  const found = new Set<GateReason>(columns.some(({ overwrite }) => overwrite === true) ? ['overwrite'] : []);
  for (const { targetId, creates, changes } of rows) {
    if (creates) found.add('creation');
    if (changes.length > 0 && rights.isHolder(targetId)) found.add('holder');
    for (const change of changes) {
      const reason = ofChange(change, rights);
      if (reason !== undefined) found.add(reason);
    }
  }
  return found;
};
