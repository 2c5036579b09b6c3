import type { SyncIndex } from './SyncIndex';
import type { SyncPlan } from './planSync';

/** What becomes of the sync's label at a destination: `The label “Customers” is renamed “Clients”.`; blank for nothing. */
export const describeLabel = ({ changes, group }: Pick<SyncPlan, 'changes' | 'group'>, { groups }: Pick<SyncIndex, 'groups'>): string => {
  const nameOf = (resourceName: string): string => groups.find((one) => one.resourceName === resourceName)?.name ?? '';
  for (const change of changes) {
    if (change.kind === 'createContactGroup') return `The label “${change.name}” is created.`;
    if (change.kind === 'markContactGroup' && group.kind === 'join') return `The label “${group.name}” that is there is joined.`;
    if (change.kind === 'renameContactGroup') return `The label “${nameOf(change.resourceName)}” is renamed “${change.name}”.`;
    if (change.kind === 'deleteContactGroup')
      return `The label “${nameOf(change.resourceName)}” is deleted, since nothing else is under it.`;
  }
  return '';
};
