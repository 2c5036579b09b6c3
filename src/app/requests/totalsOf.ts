import type { RequestEntry } from '../../core/approvals/RequestEntry';
import type { ImportTotals } from '../../core/imports/ImportTotals';
import type { RowKind } from '../../core/imports/rowKinds';
import { unpackChanges } from '../../core/users/packChanges';
import type { DirectoryChange } from '../../core/users/UserChange';
import { isImport, type Action } from '../../core/workflows/Action';
import type { TargetPreview } from './previewTarget';
import { rowKindOf } from './rowKindsOf';

export const sum = <T>(items: readonly T[], read: (one: T, index: number) => number): number =>
  items.reduce((total, one, index) => total + read(one, index), 0);

/** Of a sync contacts are created, changed and deleted. */
const totalsOfSync = (previews: readonly TargetPreview[]): Omit<RequestEntry['planned'], 'skips'> => {
  const deletes = sum(previews, ({ counts }) => counts?.deletes ?? 0);
  return {
    creates: sum(previews, ({ counts }) => counts?.creates ?? 0),
    changes: sum(previews, ({ counts }) => (counts?.updates ?? 0) + (counts?.adopts ?? 0) + (counts?.members ?? 0)),
    ...(previews.some(({ keeps = [] }) => keeps.length > 0) ? { kept: sum(previews, (one) => one.kept ?? 0) } : {}),
    ...(deletes === 0 ? {} : { deletes, deletesAt: previews.filter(({ counts }) => (counts?.deletes ?? 0) > 0).length }),
  };
};

const isTaken = ({ kind }: DirectoryChange): boolean => ['removeMember', 'removeFromSpace', 'removeRole'].includes(kind);

const rowsOf = (previews: readonly TargetPreview[]): ImportTotals => {
  const kinds = previews.map(rowKindOf);
  const of = (kind: RowKind): number => kinds.filter((one) => one === kind).length;
  const removals = sum(previews, ({ contacts }) => unpackChanges(contacts).filter(isTaken).length);
  return { created: of('created'), updated: of('changed'), unchanged: of('unchanged'), failed: of('failed'), removals };
};

/** Contacts created, contacts removed and changes are counted apart. */
export const totalsOf = (actions: readonly Action[], previews: readonly TargetPreview[]): Omit<RequestEntry['planned'], 'skips'> => {
  const kindOf = ({ action }: TargetPreview): string | undefined => actions[action]?.kind;
  const [copies, removals] = ['copyContacts', 'removeContacts'].map((kind) => previews.filter((one) => kindOf(one) === kind));
  const others = previews.filter((one) => !['copyContacts', 'removeContacts'].includes(kindOf(one) ?? ''));
  const syncs = previews.filter((one) => kindOf(one) === 'syncContacts');
  if (syncs.length > 0) return totalsOfSync(syncs);
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
    ...(actions.some(isImport) ? { rows: rowsOf(previews) } : {}),
    ...(mayKeep ? { kept: sum(previews, (one) => one.kept ?? 0) } : {}),
  };
};
