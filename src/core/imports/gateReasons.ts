import type { DirectoryChange } from '../users/UserChange';
import type { ImportIndex } from './indexNames';
import type { ImportRules } from './ImportRules';
import type { RowPlan } from './planImport';

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

const ofChange = (change: DirectoryChange, { groups }: Pick<ImportIndex, 'groups'>): GateReason | undefined => {
  switch (change.kind) {
    case 'addRole':
    case 'removeRole':
      return 'roles';
    case 'addMember':
    case 'removeMember': {
      const group = groups.get(change.groupId.toLowerCase());
      return group?.kind === 'communication' && !group.holdsRole ? undefined : 'rightsByGroup';
    }
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
  plans: readonly RowPlan[],
  { columns }: ImportRules,
  index: Pick<ImportIndex, 'groups' | 'records' | 'keepers'>,
): ReadonlySet<GateReason> => {
  const found = new Set<GateReason>(columns.some(({ overwrite }) => overwrite === true) ? ['overwrite'] : []);
  for (const plan of plans) {
    if (plan.kind !== 'update' && plan.kind !== 'create') continue;
    if (plan.kind === 'create') found.add('creation');
    const record = index.records.get(plan.wish.targetId);
    const isHolder = record?.['isAdmin'] === true || record?.['isDelegatedAdmin'] === true || index.keepers.has(plan.wish.targetId);
    if (isHolder) found.add('holder');
    for (const change of plan.changes) {
      const reason = ofChange(change, index);
      if (reason !== undefined) found.add(reason);
    }
  }
  return found;
};
