import type { CreateContact } from './Change';
import type { TargetPlan } from './TargetPlan';

/** What is left of a plan, and where its parts stand in the source. */
export interface RemainingPlan {
  readonly plan: TargetPlan;
  readonly creates: readonly CreateContact[];
  /** What is settled once the first so many creates are: contacts of the source, and those of them that were there before. */
  settledAfter(creates: number): { readonly settled: number; readonly skipped: number; readonly byThisRun: number };
}

/**
 * A plan without the source contacts that are settled, in the order of the source. `group` is the label as this run made or
 * found it before: a lagging read may not show it.
 */
export const remainingPlan = (plan: TargetPlan, sourceIds: readonly string[], settled: number, group?: string): RemainingPlan => {
  const positions = new Map(sourceIds.map((id, position) => [id, position]));
  const positionOf = (one: { readonly sourceContactId: string }): number => positions.get(one.sourceContactId) ?? sourceIds.length;
  const isLeft = (one: { readonly sourceContactId: string }): boolean => positionOf(one) >= settled;
  const creates = plan.changes
    .filter((change): change is CreateContact => change.kind === 'createContact' && isLeft(change))
    .sort((one, other) => positionOf(one) - positionOf(other));
  const skips = plan.skips.filter(isLeft);
  const joins = plan.group.kind === 'create' && group !== undefined;
  const makesGroup = creates.length > 0 && !joins;
  return {
    plan: {
      ...plan,
      group:
        plan.group.kind === 'create' && group !== undefined ? { kind: 'join', name: plan.group.name, resourceName: group } : plan.group,
      changes: [...plan.changes.filter((change) => change.kind === 'createContactGroup' && makesGroup), ...creates],
      skips,
    },
    creates,
    settledAfter: (count) => {
      const next = creates[count];
      const end = next === undefined ? sourceIds.length : positionOf(next);
      const before = skips.filter((skip) => positionOf(skip) < end);
      const byThisRun = before.filter((skip) => skip.byThisRun === true).length;
      return { settled: end, skipped: before.length - byThisRun, byThisRun };
    },
  };
};
