import { selectorKey, type TargetSelection } from '../directory/TargetSelection';

/** G47: what was chosen and is not any more, or is left out now, by name. Whether anybody leaves by it, the Directory says. */
export const takenOut = (before: TargetSelection, now: TargetSelection): string[] => {
  const chosen = new Set(now.selectors.map(selectorKey));
  const [wasOut, { excludedUserIds, excludedEmails = {} }] = [new Set(before.excludedUserIds), now];
  return [
    ...before.selectors.flatMap((one) => (chosen.has(selectorKey(one)) ? [] : [one.label])),
    ...excludedUserIds.flatMap((id) => (wasOut.has(id) ? [] : [excludedEmails[id] ?? id])),
  ];
};
