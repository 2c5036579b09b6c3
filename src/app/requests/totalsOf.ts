import type { Action } from '../../core/workflows/Action';
import type { TargetPreview } from './previewTarget';

export const sum = <T>(items: readonly T[], read: (one: T, index: number) => number): number =>
  items.reduce((total, one, index) => total + read(one, index), 0);

/** Contacts and changes are counted apart. */
export const totalsOf = (
  actions: readonly Action[],
  previews: readonly TargetPreview[],
): { creates: number; changes?: number; alreadySo?: number } => {
  const isOfCopy = ({ action }: TargetPreview): boolean => actions[action]?.kind === 'copyContacts';
  const others = previews.filter((one) => !isOfCopy(one));
  const creates = sum(previews.filter(isOfCopy), (one) => one.creates);
  if (others.length === 0) return { creates };
  return { creates, changes: sum(others, (one) => one.creates), alreadySo: sum(others, (one) => one.alreadySo ?? 0) };
};
