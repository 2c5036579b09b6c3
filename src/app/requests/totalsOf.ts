import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { Action } from '../../core/workflows/Action';
import type { TargetPreview } from './previewTarget';

export const sum = <T>(items: readonly T[], read: (one: T, index: number) => number): number =>
  items.reduce((total, one, index) => total + read(one, index), 0);

/** Contacts created, contacts removed and changes are counted apart. */
export const totalsOf = (actions: readonly Action[], previews: readonly TargetPreview[]): Omit<RequestEntry['planned'], 'skips'> => {
  const kindOf = ({ action }: TargetPreview): string | undefined => actions[action]?.kind;
  const [copies, removals] = ['copyContacts', 'removeContacts'].map((kind) => previews.filter((one) => kindOf(one) === kind));
  const others = previews.filter((one) => !['copyContacts', 'removeContacts'].includes(kindOf(one) ?? ''));
  const mayKeep = actions.some(({ kind }) => kind === 'removeContacts' || kind === 'undoChanges');
  return {
    creates: sum(copies ?? [], (one) => one.creates),
    ...(others.length === 0 ? {} : { changes: sum(others, (one) => one.creates), alreadySo: sum(others, (one) => one.alreadySo ?? 0) }),
    ...(removals === undefined || removals.length === 0
      ? {}
      : {
          deletes: sum(removals, (one) => one.creates),
          deletesAt: new Set(removals.filter((one) => one.creates > 0).map((one) => one.targetId)).size,
        }),
    ...(mayKeep ? { kept: sum(previews, (one) => one.kept ?? 0) } : {}),
  };
};
