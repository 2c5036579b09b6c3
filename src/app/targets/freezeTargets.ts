import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { chunkList } from '../../core/base/chunkList';
import { readListHead, readListPart, type ListedTarget } from '../../core/directory/TargetList';
import { isCreation } from '../../core/workflows/Action';
import { targetIdsOf, type SentOrder, type WorkflowOrder } from '../../core/workflows/WorkflowOrder';
import { openParcel, openParts } from '../bridge/parcel';
import type { Environment, Tables } from '../Environment';

/** Parts read at once: about two megabytes. */
const readAtOnce = 50;

export interface FrozenOrder {
  readonly order: WorkflowOrder;
  /** Of the targets, as the author saw them. */
  readonly addresses: readonly (readonly [userId: string, email: string])[];
}

/**
 * The order with the ids of its targets: exactly the list that its author confirmed, whose digest the order names, less those the
 * author left out. A list that is not the one under that digest is refused.
 */
export const freezeTargets = (env: Environment, workbook: Tables, order: SentOrder, authorIds: readonly string[]): Result<FrozenOrder> => {
  const { targets, ...rest } = order;
  const head = openParcel(env, workbook, { id: targets.listId, authorIds, digest: targets.digest });
  if (!head.ok) return head;
  const parts = readListHead(head.value).parts.map(({ digest }, part) => ({ part, digest }));
  const listed: ListedTarget[] = [];
  for (const some of chunkList(parts, readAtOnce)) {
    const texts = openParts(env, workbook, targets.listId, some);
    if (!texts.ok) return texts;
    for (const text of texts.value) for (const one of readListPart(text)) listed.push(one);
  }
  const targetIds = targetIdsOf(order, listed);
  if (targetIds.length === 0) return fail(problem('workflow.onlySourceLeft'));
  const kept = new Set(targetIds);
  const byId = new Map(listed.map((one) => [one.userId, one]));
  const newUsers = targetIds.flatMap((targetId) => byId.get(targetId)?.newUser ?? []);
  // Creating is the first thing that is done, and done for all targets or for none.
  const created = order.actions.flatMap((action, index) => (isCreation(action) ? [index] : []));
  const isWhole = newUsers.length === 0 ? created.length === 0 : newUsers.length === targetIds.length && created.join() === '0';
  if (!isWhole) return fail(problem('parcel.altered', { why: 'content' }));
  const addresses = listed.flatMap(({ userId, email }) => (kept.has(userId) ? [[userId, email] as const] : []));
  const more = { ...(newUsers.length === 0 ? {} : { newUsers }), ...(targets.admitSuspended ? ({ admitSuspended: true } as const) : {}) };
  return ok({ order: { ...rest, targetIds, ...more }, addresses });
};
