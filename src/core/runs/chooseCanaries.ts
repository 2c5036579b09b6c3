/** With more targets than this, a few are done before the others: what is wrong everywhere shows there (B15). */
const canaryAbove = 20;
const most = 3;

/** The targets that a run does first, and looks at again before it goes on to the others: the first that get contacts. */
export const chooseCanaries = (
  targetIds: readonly string[],
  /** Contacts that were approved, by target. */
  creates: Readonly<Record<string, number>>,
  isReachable: (targetId: string) => boolean = () => true,
): string[] =>
  targetIds.length <= canaryAbove
    ? []
    : targetIds.filter((targetId) => (creates[targetId] ?? 0) > 0 && isReachable(targetId)).slice(0, most);
